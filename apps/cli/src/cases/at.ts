/** Where in the case file an entry of the dataset was written; JSON leaves it out. */
export const AT: unique symbol = Symbol('at')

export interface Placed {
  readonly [AT]: string
}

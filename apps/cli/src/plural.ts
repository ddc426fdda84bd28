/** A number with its English noun: `1 unit`, `2 units`. */
export function many(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`
}

/** Something that came out otherwise than a case expects. */
export interface Difference {
  readonly unit: string
  readonly what: string
  readonly expected: string
  readonly found: string
}

/** What a cell holds when there is nothing special about it; undefined is an empty cell. */
export type Plain = string | number | boolean

/** A cell of which more is known than its value. */
export interface RichCell {
  readonly value?: Plain | undefined
  /** How a number is shown: as a percentage, as a date, or with a unit written by the format. */
  readonly shown?: 'percent' | 'date' | undefined
  readonly unit?: string | undefined
  readonly formula?: string | undefined
  /** `#REF!` and its like. */
  readonly error?: string | undefined
}

export type Raw = Plain | RichCell | undefined

export function isRich(raw: Raw): raw is RichCell {
  return typeof raw === 'object'
}

/** The value of a cell, special or not. */
export function plainOf(raw: Raw): Plain | undefined {
  return isRich(raw) ? raw.value : raw
}

import { dateLiteral, literal, literals } from './literal.ts'

/** What a document tells of itself. */
export interface Settings {
  readonly name: string
  readonly author: string
  /** As which it counts as made: `2024-01-20`. */
  readonly day: string
  /** Across every page; null where it may leave the office. */
  readonly mark: string | null
}

/** What every document begins with: the names that its style uses. */
export const settings = ({ name, author, day, mark }: Settings): string =>
  [
    `#let (name, author) = (${literals([name, author])})`,
    `#let made = ${dateLiteral(day)}`,
    `#let mark = ${mark === null ? 'none' : literal(mark)}`,
  ].join('\n')

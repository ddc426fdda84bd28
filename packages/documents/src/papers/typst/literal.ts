const UNSEEN = /\p{Cc}/gu

/**
 * A text of people as a literal of the typesetter's language (Typst). Inside it only quotation marks and
 * backslashes mean anything, so that no text can become markup, and signs that nobody sees become blanks.
 */
export const literal = (text: string): string =>
  `"${text.replaceAll(UNSEEN, ' ').replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`

/** Several, as arguments or the members of an array. */
export const literals = (texts: readonly string[]): string => texts.map(literal).join(', ')

/** A day `2024-01-20` as a date of Typst. */
export function dateLiteral(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `datetime(year: ${year}, month: ${month}, day: ${date})`
}

/** A list that stays one with a single member, and with none. */
export const array = (members: readonly string[]): string =>
  `(${members.map((member) => `${member},`).join(' ')})`

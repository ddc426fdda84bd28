const STARTS_FORMULA = /^[=+\-@\t\r]/
const NUMBER = /^[+-]?\d+(\.\d+)?(\/\d+)?%?$/

/**
 * Text that no spreadsheet program takes for a formula: what could start one gets an apostrophe in
 * front, which the programs do not show and our reader takes away again.
 */
export function guardText(text: string): string {
  return STARTS_FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text
}

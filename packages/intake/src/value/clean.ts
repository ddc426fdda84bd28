const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF\u180E]/g
const SPACES = /[\u00A0\u2000-\u200A\u202F\u205F\u3000\t\r\n ]+/g
// An apostrophe that keeps text from being taken for a formula.
const GUARDED = /^'(?=[=+@-])/
const PLAIN = /^[\u0021-\u007E\u4E00-\u9FFF]*$/
// Plain, and without capital letters and quotation marks.
const FOLDED = /^[!#-&(-@[-~\u4E00-\u9FFF]*$/

// Most texts of most sheets: there is nothing to be cleaned away.
function isPlain(text: string): boolean {
  return PLAIN.test(text) && !GUARDED.test(text)
}

/** Text without invisible characters and without blanks around it; other characters stay as written. */
export function tidy(text: string): string {
  if (isPlain(text)) return text
  return text.replace(INVISIBLE, '').replace(SPACES, ' ').trim().replace(GUARDED, '')
}

const MINUS = /[\u2212\u2010-\u2015\uFE63]/g

/** Full-width digits, letters and signs as half-width ones: `１２０％` becomes `120%`. */
export function halfWidth(text: string): string {
  if (isPlain(text)) return text
  return tidy(text)
    .replaceAll(/[\uFF01-\uFF5E]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(MINUS, '-')
    .replaceAll('￥', '¥')
}

/** For comparing words and names: half width, no blanks, small letters. */
export function fold(text: string): string {
  if (FOLDED.test(text)) return text
  return halfWidth(text)
    .replaceAll(' ', '')
    .replaceAll(/[“”"']/g, '')
    .toLowerCase()
}

/**
 * A cell as nearly all programs write nearly all cells: reference, style and type in this order, and a
 * value or a text without anything inside. Whatever looks otherwise is left to the parser of XML.
 * Groups: column, style, type, formula, value, text.
 */
const TEXT = '([^<&\\u0000-\\u0008\\u000B-\\u001F\\uFFFE\\uFFFF]*)'
const OPEN = '<c r="([A-Z]{1,3})[0-9]{1,7}"(?: s="([0-9]+)")?(?: t="([a-zA-Z]+)")?'
const VALUE = `(?:<f>${TEXT}</f>)?<v>${TEXT}</v>`
const INLINE = `<is><t(?: xml:space="preserve")?>${TEXT}</t></is>`

export const CELL = new RegExp(`${OPEN}(?:/>|>(?:${VALUE}|${INLINE})?</c>)`, 'y')

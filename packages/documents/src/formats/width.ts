const WIDE =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\u33FF\u3400-\u4DBF\u4E00-\u9FFF\uA000-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u
const ZERO = /[\p{Mn}\p{Me}\u200B-\u200F\u2060\uFEFF]/u

/** How many columns of a terminal a text takes: Chinese characters take two. */
export function textWidth(text: string): number {
  let width = 0
  for (const c of text) width += WIDE.test(c) ? 2 : ZERO.test(c) ? 0 : 1
  return width
}

/** The text with blanks up to a width, at its end or, for numbers, at its beginning. */
export function pad(text: string, width: number, side: 'start' | 'end'): string {
  const blanks = ' '.repeat(Math.max(0, width - textWidth(text)))
  return side === 'start' ? blanks + text : text + blanks
}

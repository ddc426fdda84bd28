// Chinese characters, kana and full-width signs count one each, as an office counts them.
const WIDE = /[⺀-鿿豈-﫿︰-﹏＀-｠　-〿“”‘’…—·]|[\u{20000}-\u{3134f}]/gu

/**
 * The length of a remark as word processors count it for Chinese (字数): every Chinese character and sign is
 * one, a word or a number in between is one, blanks are none.
 * @example
 * remarkLength('成绩突出，增长12.5%。') // 9
 */
export function remarkLength(text: string): number {
  const wide = text.match(WIDE)?.length ?? 0
  const words = text
    .replaceAll(WIDE, ' ')
    .split(/\s+/u)
    .filter((word) => word !== '')
  return wide + words.length
}

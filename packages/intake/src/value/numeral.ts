const DIGITS = '零一二三四五六七八九'
const SMALL: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }
const LARGE: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 }
const FORMAL: Readonly<Record<string, string>> = {
  〇: '零',
  两: '二',
  壹: '一',
  贰: '二',
  叁: '三',
  肆: '四',
  伍: '五',
  陆: '六',
  柒: '七',
  捌: '八',
  玖: '九',
  拾: '十',
  佰: '百',
  仟: '千',
}

function writeSection(value: number): string {
  let text = ''
  let gap = false
  for (const [unit, size] of [
    ['千', 1000],
    ['百', 100],
    ['十', 10],
    ['', 1],
  ] as const) {
    const digit = Math.floor(value / size) % 10
    if (digit === 0) gap = text !== ''
    else {
      text += (gap ? '零' : '') + DIGITS.charAt(digit) + unit
      gap = false
    }
  }
  return text
}

/** The Chinese numeral of an integer from 0 below 10^12, in its full form (一十五). */
export function writeNumeral(value: number): string {
  if (value === 0) return '零'
  let text = ''
  for (const [unit, size] of [
    ['亿', 1e8],
    ['万', 1e4],
    ['', 1],
  ] as const) {
    const section = Math.floor(value / size) % 1e4
    if (section === 0) continue
    text += (text !== '' && section < 1000 ? '零' : '') + writeSection(section) + unit
  }
  return text
}

function addUp(text: string): number {
  let total = 0
  let section = 0
  let digit = 0
  for (const c of text) {
    if (DIGITS.includes(c)) digit = DIGITS.indexOf(c)
    else if (SMALL[c] !== undefined) {
      section += (digit === 0 ? 1 : digit) * SMALL[c]
      digit = 0
    } else {
      total = (total + section + digit) * (LARGE[c] === 1e8 ? 1e8 : 1)
      if (LARGE[c] === 1e4) total = total - section - digit + (section + digit) * 1e4
      section = digit = 0
    }
  }
  return total + section + digit
}

/** Reads a numeral as people say it, well formed or not (一百五 gives 105). @returns undefined for other text. */
export function guessNumeral(text: string): number | undefined {
  const plain = [...text].map((c) => FORMAL[c] ?? c).join('')
  return /^[零一二三四五六七八九十百千万亿]+$/.test(plain) ? addUp(plain) : undefined
}

/**
 * Reads a well-formed numeral and nothing else: what is read, written again, must be the same text.
 * @example
 * readNumeral('一万二千三百零五') // 12305
 * readNumeral('一百五') // undefined: 105 or 150?
 */
export function readNumeral(text: string): number | undefined {
  const plain = [...text].map((c) => FORMAL[c] ?? c).join('')
  const value = guessNumeral(plain)
  if (value === undefined) return undefined
  const full = writeNumeral(value)
  return plain === full || plain === full.replace(/^一十/, '十') ? value : undefined
}

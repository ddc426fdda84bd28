import { compare, type Rational, ratio } from '@kaohe/engine'

/** The points of a desk as a share of the whole, from 0 to 1, and what was said beside them. */
export interface Stand {
  readonly share: Rational
  readonly comment: string
}

const PRAISE = [
  '突出',
  '优秀',
  '出色',
  '显著',
  '圆满',
  '走在前列',
  '名列前茅',
  '亮点',
  '成效明显',
  '扎实',
]
const BLAME = [
  '不到位',
  '滞后',
  '较差',
  '不足',
  '未完成',
  '未落实',
  '缺失',
  '薄弱',
  '不及时',
  '不理想',
]

const LOW = ratio(6n, 10n)
const HIGH = ratio(9n, 10n)

const among = (words: readonly string[], comment: string): string | undefined =>
  words.find((word) => comment.includes(word))

/**
 * Why a comment does not go with its mark: praise beside a low one, or nothing but blame beside a high one.
 * Undefined where it may well go together; a hint by words, not a judgement.
 */
export function contradictionOf({ share, comment }: Stand): string | undefined {
  const [praise, blame] = [among(PRAISE, comment), among(BLAME, comment)]
  if (compare(share, LOW) < 0 && praise !== undefined && blame === undefined)
    return `评语说“${praise}”，分数却不到满分的六成`
  if (compare(share, HIGH) >= 0 && blame !== undefined && praise === undefined)
    return `评语说“${blame}”，分数却在满分的九成以上`
  return undefined
}

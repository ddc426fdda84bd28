import { type Pair, type Scalar, isMap, isScalar, isSeq, parseDocument, visit } from 'yaml'

/** Gives a number below a limit; the tests bring their own chance. */
export type Roll = (below: number) => number

interface At {
  readonly scalar: Scalar
  /** Keywords on the way from the root. */
  readonly way: readonly string[]
  readonly key: boolean
}

function keywordsOf(path: readonly unknown[]): readonly string[] {
  return path.flatMap((node) => {
    const key = (node as Pair | null)?.key
    return isScalar(key) ? [String(key.value)] : []
  })
}

/** A copy of a scheme's text with every scalar rewritten; keywords stay as they are. */
export function rewritten(text: string, rewrite: (words: string, at: At) => string): string {
  const document = parseDocument(text, { schema: 'failsafe' })
  visit(document, {
    Scalar(key, scalar, path) {
      const way = keywordsOf(path)
      const words = rewrite(String(scalar.value), { scalar, way, key: key === 'key' })
      if (words !== scalar.value) scalar.value = words
    },
  })
  return document.toString({ lineWidth: 0 })
}

const LISTS = new Set(
  '参与方 考核对象 评价方式 公布内容 类别 数据 事件 指标 结果运用 日程 引用文件 调查项目 要求 段 项 属性 支撑材料'.split(
    ' ',
  ),
)

function shuffle(items: unknown[], roll: Roll): void {
  for (let i = items.length - 1; i > 0; i -= 1) {
    const j = roll(i + 1)
    ;[items[i], items[j]] = [items[j], items[i]]
  }
}

/** The same scheme with its lists in another order, and the keywords of every mapping too. */
export function shuffled(text: string, roll: Roll): string {
  const document = parseDocument(text, { schema: 'failsafe' })
  visit(document, {
    Pair(_, pair) {
      const listed = isScalar(pair.key) && LISTS.has(String(pair.key.value))
      if (listed && isSeq(pair.value)) shuffle(pair.value.items, roll)
    },
    Map(_, map) {
      if (
        isMap(map) &&
        map.items.every(({ key }) => isScalar(key) && !/\d/.test(String(key.value)))
      )
        shuffle(map.items, roll)
    },
  })
  return document.toString({ lineWidth: 0 })
}

/** The same scheme with other identifiers, in declarations and wherever they are named. */
export function renamed(text: string, roll: Roll): string {
  const ids = new Map<string, string>()
  rewritten(text, (words, { way, key }) => {
    if (!key && (way.at(-1) === '编号' || way.at(-1) === '方案'))
      ids.set(words, `n${roll(90) + 10}-${ids.size}x`)
    return words
  })
  const swap = (words: string) =>
    words.replaceAll(/[a-z][a-z0-9]*(?:-[a-z0-9]+)*/g, (id) => ids.get(id) ?? id)
  return rewritten(text, (words, { way }) =>
    ['名称', '任务', '内容'].includes(way.at(-1) ?? '') ? words : swap(words),
  )
}

/** The same scheme under other clauses. */
export function reclaused(text: string, roll: Roll): string {
  return rewritten(text, (words, { way, key }) =>
    !key && way.at(-1) === '条款' ? `第${roll(90) + 100}条` : words,
  )
}

const POINTS = new Set(
  '得 扣 分值 满分 起评分 加分上限 上限 下限 每项得 每项扣 最多 起评 票面满分'.split(' '),
)
const SHARES = new Set(['占比', '比例'])

function isPoints(way: readonly string[], key: boolean): boolean {
  return (
    !key &&
    (POINTS.has(way.at(-1) ?? '') || POINTS.has(way.at(-2) ?? '') || POINTS.has(way.at(-3) ?? ''))
  )
}

/**
 * The same scheme with all points times one figure, and counts and rates times another. Rates below
 * 100 % stay: parts of a whole end there.
 */
export function scaled(text: string, points: number, measures: number): string {
  return rewritten(text, (words, { way, key }) => {
    if (isPoints(way, key) && /^\d+$/.test(words)) return String(Number(words) * points)
    // What a ballot may say at most is of the same scale as its 票面满分.
    const most = way.at(-1) === '最大' ? /^(\d+)分$/.exec(words) : null
    if (!key && most !== null) return `${Number(most[1]) * points}分`
    if (way.some((word) => SHARES.has(word))) return words
    return words.replaceAll(
      /(\d+)(人|(?<=\d\d\d)%)/g,
      (_, figure, unit) => `${Number(figure) * measures}${unit}`,
    )
  })
}

import type { FoldHow, NodeId } from '../core/index.ts'
import type { Expr } from '../model/index.ts'
import { ONE, ZERO, divide, equal, formatRational, int } from '../number/index.ts'
import {
  type ObjectOf,
  choice,
  condition,
  count,
  expression,
  list,
  open,
  optional,
  points as figures,
  reference,
  required,
  table,
  text,
} from '../shape/index.ts'
import type { Ask, Complaint, Lowered, Place, Telling } from '../kinds/kind.ts'
import { checkFull } from '../kinds/parts/amount.ts'
import { casesOf, checkKeys, lookUp } from '../kinds/parts/cases.ts'
import { WITHOUT } from '../kinds/parts/divisor.ts'
import { signedPoints, whether } from '../kinds/parts/tell.ts'

const method = choice({ 平均: 'mean', 中位: 'median', 去高低: 'trimmed' })

/** What is on a ballot 评分表 and how many ballots become one figure. */
export const ballotFields = {
  event: required('事件', reference('event'), '每张评分表是一个事件'),
  measure: required('量', expression, '评分表上的分数或选项'),
  words: optional('档', table(text, figures), '评分表上是选项时，每个选项折几分'),
  skip: optional('不计', list(text), '不计入的选项，如 不了解、弃权'),
  where: optional('条件', condition, '只计满足条件的评分表'),
  method: open(
    '方法',
    method,
    '几张评分表怎样成为一个分数',
    '各张评分表怎样合成一个分数，原文没有写明',
  ),
  drop: optional('去', count, '去高低：去掉几个最高和几个最低；不写就是 1'),
  least: optional(
    '最少票数',
    count,
    '计入的票少于几张就不能算数；不写就是有一张就算，去高低要比去掉的多',
  ),
  few: open(
    '不足时',
    choice(WITHOUT),
    '一张票也没有、全都不计，或票数不够时怎样计',
    '没有票、答的全都不计入，或票数不够时怎样计分，原文没有写明',
  ),
  top: optional('票面满分', figures, '评分表的满分，折算成分值；不写就不折算'),
}

/** The same where groups of raters may each have their own. */
export const methodFields = {
  method: optional('方法', method, '怎样合成；一组不写就同上'),
  drop: optional('去', count, '去掉几个最高和几个最低；一组不写就同上'),
  least: optional('最少票数', count, '这一组至少几张才算数；一组不写就同上'),
}

export type Method = 'mean' | 'median' | 'trimmed'

export type BallotParams = ObjectOf<typeof ballotFields>

const both = (left: Expr, right: Expr): Expr => ({ expr: 'binary', op: 'and', left, right })
const either = (left: Expr, right: Expr): Expr => ({ expr: 'binary', op: 'or', left, right })

function compared({ measure: left }: BallotParams, op: 'equals' | 'differs', word: string): Expr {
  return { expr: 'binary', op, left, right: { expr: 'word', word } }
}

/** One condition out of those that are written, else undefined. */
export function all(conditions: readonly (Expr | undefined)[]): Expr | undefined {
  const written = conditions.filter((e) => e !== undefined)
  return written.length === 0 ? undefined : written.reduce(both)
}

function counted(p: BallotParams): Expr | undefined {
  return all([p.where, ...(p.skip ?? []).map((word) => compared(p, 'differs', word))])
}

function valueOf(row: Place, p: BallotParams): NodeId {
  if (p.words === undefined) return row.expr(p.measure)
  const cases = casesOf(row.wordsOf(p.measure), p.words)
  return lookUp(row, row.expr(p.measure), cases, (value) => row.b.constant(value))
}

function howOf(as: Method, drop: number | undefined): FoldHow {
  return as === 'trimmed' ? { as, drop: drop ?? 1 } : { as }
}

function fold(at: Place, p: BallotParams, as: Method): NodeId {
  return at.fold({
    over: { event: p.event },
    where: counted(p),
    how: howOf(as, p.drop),
    once: null,
    empty: 'unknown',
    value: (row) => valueOf(row, p),
  })
}

function needed(as: Method, { least, drop }: BallotParams): number {
  return Math.max(least ?? 1, as === 'trimmed' ? 2 * (drop ?? 1) + 1 : 1)
}

// With too few ballots the figure, if there is one, may be meant as well while nobody says.
function whereFew(at: Place, few: BallotParams['few'], figure: NodeId): NodeId {
  const full = at.full === undefined ? [] : [at.b.constant(at.full)]
  if (few === undefined) return at.undecided('不足时', [at.b.zero(), ...full, figure])
  return few === 'full' ? at.b.constant(at.full ?? ZERO) : at.b.zero()
}

interface Skipped {
  readonly count: NodeId
  readonly some: NodeId
}

/** What a set of ballots comes to, and where that can be said. */
export interface Ballots {
  readonly points: NodeId
  /** How many ballots count. */
  readonly count: NodeId
  /** How many are left out for what they say (不计); absent where none can be. */
  readonly skipped: Skipped | undefined
  /** 1 where they are too few to say anything. */
  readonly few: NodeId
  /** The points of so few, left out (不适用), or open. */
  readonly policy: BallotParams['few']
  /** Whether the figure on a ballot is not yet in points of the full score. */
  readonly scaled: boolean
}

/** The points that a set of ballots comes to, and what is said where there are too few of them. */
export function ballotsOf(at: Place, p: BallotParams): Ballots {
  const { b } = at
  const ways = p.method === undefined ? (['mean', 'trimmed', 'median'] as const) : [p.method]
  const eitherOf = (nodes: readonly NodeId[]) =>
    nodes.length === 1 ? (nodes[0] as NodeId) : at.undecided('方法', nodes)
  const number = ballotCount(at, p)
  const scale = b.constant(p.top === undefined ? ONE : divide(at.full ?? ZERO, p.top))
  const found = ways.map((as) => {
    const few = b.compare(number, 'less', b.constant(int(needed(as, p))))
    const figure = b.product([scale, fold(at, p, as)])
    return { few, points: b.choose(few, whereFew(at, p.few, figure), figure) }
  })
  return {
    points: eitherOf(found.map(({ points }) => points)),
    count: number,
    skipped: skippedOf(at, p),
    few: eitherOf(found.map(({ few }) => few)),
    policy: p.few,
    scaled: p.top !== undefined && (at.full === undefined || !equal(p.top, at.full)),
  }
}

/** Where the rule applies: too few ballots may leave it out. */
export function appliesWithEnough(at: Place, { few, policy }: Ballots): Pick<Lowered, 'applies'> {
  return policy === 'not-applicable' ? { applies: at.b.not(few) } : {}
}

/**
 * `4份，去掉最高和最低各1份后平均，得85分`, or that they are too few and how many are needed.
 * @param leftOut what is said where they are too few and left out
 */
export function tellBallots(
  { points, count: number, skipped, few, policy, scaled }: Ballots,
  p: BallotParams,
  leftOut = '不适用',
): Telling {
  const outcome = policy === 'not-applicable' ? { absent: leftOut } : signedPoints(points)
  const scale = scaled && p.top !== undefined ? `，按票面满分${formatRational(p.top)}分折算` : ''
  const outcomeOf = (how: string) => [`${how}${scale}，`, signedPoints(points)]
  return [
    { value: number, unit: '份' },
    ...tellSkipped(skipped, p.skip),
    whether(few, [`，${sayTooFew(p)}，`, outcome], outcomeOf(sayMethod(p)), outcomeOf('')),
  ]
}

/** Why so many ballots say nothing: `不到最少票数5份`. */
function sayTooFew(p: BallotParams): string {
  const [asked, dropping] = [p.least ?? 1, needed(p.method ?? 'mean', p)]
  if (dropping > asked) return `去掉最高和最低各${p.drop ?? 1}份，至少要有${dropping}份`
  return asked > 1 ? `不到最少票数${asked}份` : '没有可以计入的票'
}

// Answers that do not count (不计), such as 不了解.
function tellSkipped(skipped: Skipped | undefined, words: BallotParams['skip']): Telling {
  if (skipped === undefined) return []
  const said = `份答${(words ?? []).map((word) => `“${word}”`).join('、')}，不计`
  return [whether(skipped.some, ['（另有', { value: skipped.count, unit: said }, '）'], [], [])]
}

/** How ballots become one figure, as it follows their number: `，去掉最高和最低各1份后平均`. */
function sayMethod({ method: how, drop }: Pick<BallotParams, 'method' | 'drop'>): string {
  if (how === 'trimmed') return `，去掉最高和最低各${drop ?? 1}份后平均`
  return how === undefined ? '' : how === 'mean' ? '平均' : '，取中位数'
}

function skippedOf(at: Place, p: BallotParams): Skipped | undefined {
  if (p.skip === undefined || p.skip.length === 0) return undefined
  const said = p.skip.map((word) => compared(p, 'equals', word)).reduce(either)
  const many = countOf(at, p, all([p.where, said]))
  return { count: many, some: at.b.compare(at.b.zero(), 'less', many) }
}

function ballotCount(at: Place, p: BallotParams): NodeId {
  return countOf(at, p, counted(p))
}

function countOf(at: Place, p: BallotParams, where: Expr | undefined): NodeId {
  return at.fold({
    over: { event: p.event },
    where,
    how: { as: 'count' },
    once: null,
    empty: 'zero',
    value: (row) => row.b.one(),
  })
}

function checkWords(p: BallotParams, ask: Ask): readonly Complaint[] {
  const words = ask.wordsOf(p.measure)
  if ((words === undefined) !== (p.words === undefined))
    return [
      {
        path: 'words',
        found:
          words === undefined
            ? { zh: '量是数值而写了“档”', en: 'the measure is a figure, yet 档 is written' }
            : { zh: '量是选项而没有写“档”', en: 'the measure is a choice without 档' },
        expected: {
          zh: '选项要写“档”，数值不写',
          en: 'a choice needs 档, a figure does not take it',
        },
      },
    ]
  if (words === undefined || p.words === undefined) return []
  const named = new Set([...p.words.map(([word]) => word), ...(p.skip ?? [])])
  const without = words.filter((word) => !named.has(word))
  return [
    ...checkKeys(
      ask,
      p.measure,
      p.words.map(([word]) => word),
      'words',
    ),
    ...checkKeys(ask, p.measure, p.skip ?? words, 'skip'),
    ...without.map((word) => ({
      path: 'words',
      found: { zh: `“${word}”没有分数`, en: `“${word}” has no points` },
      expected: { zh: '写进“档”，或写进“不计”', en: 'put it into 档, or into 不计' },
    })),
  ]
}

/** Complains of words without points, of a method without its number, of a full score that is missing. */
export function checkBallots(p: BallotParams, ask: Ask): readonly Complaint[] {
  const scaled = p.top === undefined ? [] : checkFull(undefined, ask, 'top')
  const nothing = p.top !== undefined && p.top.num <= 0n
  return [
    ...checkWords(p, ask.inEvent(p.event)),
    ...(p.few === 'full' ? checkFull(undefined, ask, 'few') : []),
    ...scaled,
    ...(nothing
      ? [
          {
            path: 'top',
            found: { zh: '票面满分不大于零', en: '票面满分 is not above zero' },
            expected: { zh: '应大于零', en: 'it must be above zero' },
          },
        ]
      : []),
  ]
}

/** Complains of 去 beside another method. */
export function checkDrop(
  p: { readonly method: Method | undefined; readonly drop: number | undefined },
  path: string,
): readonly Complaint[] {
  if (p.drop === undefined || p.method === undefined || p.method === 'trimmed') return []
  return [
    {
      path,
      found: { zh: '写了“去”而方法不是去高低', en: '去 with a method that is not 去高低' },
      expected: { zh: '“去”只与“去高低”一起写', en: '去 goes with 去高低 only' },
    },
  ]
}

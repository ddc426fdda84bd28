import { sayRange } from '../kinds/parts/say-range.ts'
import type { Consequence, Met, Selection } from '../model/index.ts'
import { type Interval, divide, int } from '../number/index.ts'
import type { CutResult } from './cut.ts'
import { isWordingOnly } from './decision.ts'
import type { Grades } from './line.ts'
import { agreed } from './met.ts'
import { type Inclusion, within } from './range.ts'
import type { RankResult } from './rank.ts'
import { sayCut, sayPeers, sayPointsRange, sayRank, sayTotal } from './say.ts'
import type { Outcome, Standing } from './standing.ts'

/** A unit as consequences look at it. */
export interface Subject {
  readonly standing: Standing
  readonly eligible: Met
  readonly rank: RankResult | undefined
  readonly grades: Grades
  /** The grade when it is known, by position. */
  readonly grade: number | undefined
  /** Whether it has lost 评优. */
  readonly cancelled: Met
}

/** The cuts of one consequence, by unit. */
export interface Cuts {
  readonly top: ReadonlyMap<string, CutResult> | undefined
  readonly bottom: ReadonlyMap<string, CutResult> | undefined
}

/** One written condition, judged. */
export interface Judged {
  readonly met: Met
  readonly reason: string
}

/** A condition of a selection: undefined when it is not written. */
type Condition = (who: Selection, subject: Subject, context: Context) => Judged | undefined

interface Context {
  readonly scheme: Outcome
  readonly consequence: Consequence
  readonly cuts: Cuts
  /** Whether people decided what the selection says only in words. */
  readonly judged: boolean
}

const cut =
  (end: 'top' | 'bottom'): Condition =>
  (who, { standing, rank }, { cuts }) => {
    const [written, found] = [who[end], cuts[end]?.get(standing.unit.id)]
    if (written === undefined || found === undefined) return undefined
    const own = rank === undefined ? [] : [sayPeers(who.peers) + sayRank(rank.range)]
    const facts = [...own, sayCut(written, end, found.size)]
    return { met: found.met, reason: facts.join('，') + whyOpen(written, found) }
  }

function whyOpen(written: NonNullable<Selection['top']>, found: CutResult): string {
  if (found.met !== 'undecided') return ''
  if (found.refillOpen) return '，让出的名额是否递补没有写明，待定'
  const size = found.size[0] !== found.size[1] && written.rounding === undefined
  if (size && written.share !== undefined) return '，怎样取整没有写明，待定'
  if (written.ties === 'meeting') return '，截止名次上的同分由会议定'
  return '，待定'
}

const ranks: Condition = (who, { rank }, { scheme }) => {
  if (who.ranks === undefined) return undefined
  if (rank === undefined) return { met: 'no', reason: '不参加排名' }
  const [best, worst] = rank.range
  const met = within(who.ranks, { lo: int(best), hi: int(worst) }, scheme.inclusion)
  const reason = `${sayPeers(who.peers)}${sayRank(rank.range)}，要求名次${sayRange(who.ranks)}`
  return { met, reason }
}

const grades: Condition = (who, subject, { scheme }) => {
  const list = scheme.grading?.grades
  if (who.grades === undefined) return undefined
  const wanted = new Set(who.grades.map((id) => list?.findIndex((g) => g.id === id) ?? -1))
  const names = who.grades.map((id) => list?.find((g) => g.id === id)?.name ?? id).join('、')
  if (subject.grades.size === 0) return { met: 'no', reason: '不评定等次' }
  const met = agreed([...subject.grades].map((g) => (wanted.has(g) ? 'yes' : 'no')))
  if (subject.grade === undefined && met !== 'no')
    return { met: 'undecided', reason: `等次待定，要求${names}` }
  const grade = subject.grade === undefined ? '待定' : (list?.[subject.grade]?.name ?? '没有评定')
  return { met, reason: `等次${grade}，要求${names}` }
}

function pointsFor(range: NonNullable<Selection['line']>, s: Standing): Interval | undefined {
  if ((range.from ?? range.to)?.at.unit !== '%') return s.total
  const { full } = s
  if (full === undefined || full.num <= 0n) return undefined
  return { lo: s.total.lo && divide(s.total.lo, full), hi: s.total.hi && divide(s.total.hi, full) }
}

function sayLine(text: string, x: Interval | undefined, total: Interval): string {
  return `${sayTotal(total)}，要求${text}${x === undefined ? '，满分不明' : ''}`
}

const line: Condition = (who, { standing }, { scheme }) => {
  if (who.line === undefined) return undefined
  const x = pointsFor(who.line, standing)
  const met =
    x === undefined ? 'undecided' : within(who.line, x, scheme.inclusion satisfies Inclusion)
  return { met, reason: sayLine(sayPointsRange(who.line), x, standing.total) }
}

const WHEN = {
  yes: '符合所列条件',
  no: '不符合所列条件',
  undecided: '是否符合所列条件待定',
} as const

const when: Condition = (who, { standing }, { consequence }) => {
  if (who.when === undefined) return undefined
  const met = standing.conditions.get(consequence.id) ?? 'undecided'
  return { met, reason: WHEN[met] }
}

const assessees: Condition = (who, { standing }, { scheme }) => {
  const { type } = standing.unit
  if (who.assessees === undefined) return undefined
  const met = type !== null && who.assessees.includes(type) ? 'yes' : 'no'
  const name = scheme.assessees.find((a) => a.id === type)?.name ?? type
  return { met, reason: met === 'yes' ? `属于${name}` : `${name}不在范围内` }
}

const CONDITIONS = [assessees, cut('top'), cut('bottom'), ranks, grades, line, when] as const

/**
 * Judges every written condition of a selection except 连续. A selection that only describes (原意) what
 * the notice does not define is undecided; one with no condition reaches all.
 */
export function judgeSelection(subject: Subject, context: Context): readonly Judged[] {
  const who = context.consequence.who
  if (who === undefined) return [{ met: 'yes', reason: '对全部考核对象' }]
  const judged = CONDITIONS.flatMap((condition) => condition(who, subject, context) ?? [])
  if (!isWordingOnly(who))
    return judged.length > 0 ? judged : [{ met: 'yes', reason: '对全部考核对象' }]
  const said = `原文只说“${who.wording}”，没有界定，由人判断`
  return [...judged, { met: context.judged ? 'yes' : 'undecided', reason: said }]
}

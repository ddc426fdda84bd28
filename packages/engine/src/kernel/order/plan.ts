import type { Program } from '../../compile/index.ts'
import type { Cut } from '../../model/index.ts'
import * as i from '../whole/int.ts'
import type { Int } from '../whole/int.ts'
import type { Scaled } from '../whole/scaled.ts'
import { gradeSteps } from './grades.ts'

/** A consequence that takes the first or the last of the order. */
export interface CutPlan {
  readonly id: string
  readonly cut: Cut
  readonly end: 'top' | 'bottom'
}

/** What of the order is known from totals alone, unit by unit or by counting them. */
export interface OrderPlan {
  readonly ties: 'competition' | 'dense' | undefined
  /** Column of the rank. */
  readonly rank: number | undefined
  /** Column of the grade: its position in the scheme's list. */
  readonly grade: number | undefined
  readonly cuts: readonly CutPlan[]
  /** Column in which bit k says that cut k takes the unit. */
  readonly ends: { readonly column: number; readonly value: Int } | undefined
}

/** Where the planner puts what it finds. */
interface Sink {
  readonly exact: string[]
  put(value: Int): Int
}

interface Room {
  add(lo: number, hi: number): Int
}

/** Everyone is compared with everyone, surely takes part, by the total only, and nothing overrides it. */
function onePool({ scheme, breakers }: Program): boolean {
  const { assessees, ranking } = scheme
  const together = ranking?.peers === 'all' || (ranking?.peers === 'type' && assessees.length === 1)
  const plain = breakers.length === 0 && (scheme.overrides ?? []).length === 0
  return together && plain && allTakePart(assessees)
}

function allTakePart(assessees: Program['scheme']['assessees']): boolean {
  return assessees.every((a) => (a.eligibility ?? []).length === 0)
}

/** A cut whose places and ties the scheme has decided, on nothing but the order. */
function plainCut({ consequence: c }: Program['consequences'][number]): CutPlan | undefined {
  const { top, bottom, ...others } = c.who ?? {}
  const cut = top ?? bottom
  if (cut === undefined || (top !== undefined && bottom !== undefined)) return undefined
  const decided = cut.share === undefined || cut.rounding !== undefined
  const ties = cut.ties === 'all-in' || cut.ties === 'all-out'
  const alone = Object.values(others).every((other) => other === undefined)
  if (!decided || !ties || !alone || c.amount !== undefined) return undefined
  return { id: c.id, cut, end: top === undefined ? 'bottom' : 'top' }
}

function endsOf(cuts: readonly CutPlan[], total: Int): Int | undefined {
  const one = cuts.map(({ end }, k) => {
    const limit = i.line(k, total.lo - 1, total.hi + 1)
    const held = end === 'top' ? i.over(total, limit) : i.over(limit, total)
    return i.where(held, i.constant(2 ** k))
  })
  return one.length === 0 ? undefined : one.reduce(i.add)
}

/** Totals with more distinct values than this are ranked by the exact evaluator. */
const TABLE = 1 << 22

/** Bits of one byte. */
const MOST_CUTS = 7

function planGrade(program: Program, total: Scaled, sink: Sink): number | undefined {
  const { grading, assessees, overrides } = program.scheme
  if (grading === undefined) return undefined
  const simple = grading.assessees === undefined && (overrides ?? []).length === 0
  const steps = simple && allTakePart(assessees) ? gradeSteps(program, total) : undefined
  if (steps === undefined) {
    sink.exact.push('评定')
    return undefined
  }
  const value = steps.reduce<Int>(
    (below, [from, grade]) => i.atLeast(total.int, from, i.constant(grade), below),
    i.constant(steps[0]?.[1] ?? 0),
  )
  const column = sink.put(value)
  return column.op === 'column' ? column.column : undefined
}

/** Plans what follows from totals; what does not follow from them alone is named in `exact`. */
export function planOrder(program: Program, total: Scaled, sink: Sink, room: Room): OrderPlan {
  const { scheme } = program
  const span = total.int.hi - total.int.lo + 1
  const pool = onePool(program) && total.int.op === 'column' && span <= TABLE
  const ties = pool ? scheme.ranking?.ties : undefined
  if (scheme.ranking !== undefined && ties === undefined) sink.exact.push('排名')
  const grade = planGrade(program, total, sink)
  const found = program.consequences.map((c) => (pool ? plainCut(c) : undefined))
  const cuts = found.filter((c) => c !== undefined).slice(0, MOST_CUTS)
  for (const { consequence } of program.consequences)
    if (!cuts.some((c) => c.id === consequence.id)) sink.exact.push(`结果运用/${consequence.id}`)
  const columnOf = (made: Int) => (made.op === 'column' ? made.column : 0)
  const rank = ties === undefined ? undefined : columnOf(room.add(0, 2 ** 31 - 1))
  const value = endsOf(cuts, total.int)
  const ends = value && { column: columnOf(room.add(0, 2 ** cuts.length - 1)), value }
  return { ties, rank, grade, cuts, ends }
}

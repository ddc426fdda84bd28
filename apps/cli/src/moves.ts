import {
  type Evaluation,
  type Interval,
  type Rational,
  formatRational,
  subtract,
} from '@kaohe/engine'
import { boundText } from '@kaohe/documents'
import { type Following, followedIn, followingBetween } from './followed.ts'
import type { Session } from './session.ts'

type Result = ReturnType<Evaluation['result']>

/** Points, exact where they are known, and the range in which they lie. */
export interface Points {
  readonly points: Rational | undefined
  /** Undefined of a unit that takes no part. */
  readonly range: Interval | undefined
}

/** How one unit fares under two schemes, or two readings of one. */
export interface Move {
  readonly unit: string
  readonly name: string
  readonly before: Standing
  readonly after: Standing
  readonly change: Rational | undefined
  /** The items whose points differ; undefined where a scheme has no such item. */
  readonly because: readonly {
    readonly id: string
    readonly before: Points | undefined
    readonly after: Points | undefined
  }[]
  /** What follows for it otherwise than before. */
  readonly consequences: readonly Following[]
}

interface Standing extends Points {
  readonly rank: number | undefined
  readonly grade: string | undefined
}

const NO_FLOOR = { zh: '无底', en: 'no lower bound' }
const OUT = { zh: '不参评', en: 'takes no part' }
const NO_LIMIT = { zh: '不封顶', en: 'no upper bound' }

/** Points, or between what they lie. */
export function sayPoints({ points, range }: Points, session: Session): string {
  if (points !== undefined) return formatRational(points)
  if (range === undefined) return session.say(OUT)
  const [lo, hi] = [range.lo, range.hi].map((end) =>
    end === null ? undefined : formatRational(end),
  )
  return `${lo ?? session.say(NO_FLOOR)}～${hi ?? session.say(NO_LIMIT)}`
}

/** The same as data. */
export function pointsJson({ points, range }: Points) {
  return {
    points: points === undefined ? null : formatRational(points),
    least: range === undefined ? null : boundText(range.lo),
    most: range === undefined ? null : boundText(range.hi),
  }
}

const standing = ({ total, range, rank, grade }: Result): Standing => ({
  points: total,
  range,
  rank,
  grade,
})

const textOf = (of: Points | undefined): string =>
  of === undefined ? '' : JSON.stringify(pointsJson(of))

function becauseOf(before: Result, after: Result): Move['because'] {
  const later = new Map(after.items.map((item) => [item.id, item]))
  const known = new Set(before.items.map(({ id }) => id))
  const changed = before.items.map((item) => ({
    id: item.id,
    before: item,
    after: later.get(item.id),
  }))
  const added = after.items
    .filter(({ id }) => !known.has(id))
    .map((item) => ({ id: item.id, before: undefined, after: item }))
  return [...changed, ...added].filter((one) => textOf(one.before) !== textOf(one.after))
}

function moveOf(before: Result, after: Result): Move {
  const exact = before.total !== undefined && after.total !== undefined
  return {
    unit: before.unit,
    name: before.name,
    before: standing(before),
    after: standing(after),
    change: exact ? subtract(after.total, before.total) : undefined,
    because: becauseOf(before, after),
    consequences: followingBetween(followedIn(before), followedIn(after)),
  }
}

/** Every unit that both evaluations know, in the order of the first. */
export function movesBetween(before: Evaluation, after: Evaluation): readonly Move[] {
  const later = new Map(after.results().map((r) => [r.unit, r]))
  return before.results().flatMap((r) => {
    const other = later.get(r.unit)
    return other === undefined ? [] : [moveOf(r, other)]
  })
}

/** Whether its points, its rank or its grade are others. */
export function standsOtherwise({ before, after }: Move): boolean {
  return (
    textOf(before) !== textOf(after) || before.rank !== after.rank || before.grade !== after.grade
  )
}

/** Whether anything is another thing for the unit: where it stands, or what follows. */
export const hasMoved = (move: Move): boolean =>
  standsOtherwise(move) || move.consequences.length > 0

const standingJson = (of: Standing) => {
  const { points, ...range } = pointsJson(of)
  return { total: points, ...range, rank: of.rank ?? null, grade: of.grade ?? null }
}

export function movesJson(moves: readonly Move[]) {
  return moves.map((m) => ({
    unit: m.unit,
    name: m.name,
    before: standingJson(m.before),
    after: standingJson(m.after),
    change: m.change === undefined ? null : formatRational(m.change),
    because: m.because.map((one) => ({
      id: one.id,
      before: one.before === undefined ? null : pointsJson(one.before),
      after: one.after === undefined ? null : pointsJson(one.after),
    })),
    consequences: m.consequences,
  }))
}

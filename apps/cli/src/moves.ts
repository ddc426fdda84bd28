import { type Evaluation, type Rational, formatRational, subtract } from '@kaohe/engine'
import type { Table } from '@kaohe/documents'
import { columnsOf } from './columns.ts'
import type { Session } from './session.ts'

/** How one unit fares under two schemes, or two readings of one. */
export interface Move {
  readonly unit: string
  readonly name: string
  readonly before: Standing
  readonly after: Standing
  readonly change: Rational | undefined
  /** The items whose points differ. */
  readonly because: readonly {
    readonly id: string
    readonly before: string
    readonly after: string
  }[]
}

interface Standing {
  readonly total: string
  readonly rank: number | undefined
  readonly grade: string | undefined
}

type Result = ReturnType<Evaluation['result']>

const end = (value: Rational | null, infinite: string) =>
  value === null ? infinite : formatRational(value)

/** Points, or between what they lie. */
export function sayPoints(of: Pick<Result['items'][number], 'points' | 'range'>): string {
  if (of.points !== undefined) return formatRational(of.points)
  return `${end(of.range.lo, '无底')}～${end(of.range.hi, '不封顶')}`
}

const standing = (r: Result): Standing => ({
  total: sayPoints({ points: r.total, range: r.range }),
  rank: r.rank,
  grade: r.grade,
})

function moveOf(before: Result, after: Result): Move {
  const others = new Map(after.items.map((i) => [i.id, i]))
  const because = before.items.flatMap((item) => {
    const other = others.get(item.id)
    const [a, b] = [sayPoints(item), other === undefined ? '没有这一项' : sayPoints(other)]
    return a === b ? [] : [{ id: item.id, before: a, after: b }]
  })
  const known = new Set(before.items.map((i) => i.id))
  const added = after.items
    .filter((i) => !known.has(i.id))
    .map((i) => ({ id: i.id, before: '没有这一项', after: sayPoints(i) }))
  const change =
    before.total === undefined || after.total === undefined
      ? undefined
      : subtract(after.total, before.total)
  return {
    unit: before.unit,
    name: before.name,
    before: standing(before),
    after: standing(after),
    change,
    because: [...because, ...added],
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

export function hasMoved(move: Move): boolean {
  return (
    move.before.total !== move.after.total ||
    move.before.rank !== move.after.rank ||
    move.before.grade !== move.after.grade
  )
}

const signed = (value: Rational | undefined) =>
  value === undefined ? '' : `${value.num > 0n ? '+' : ''}${formatRational(value)}`

export function movesJson(moves: readonly Move[]) {
  return moves.map((m) => ({
    unit: m.unit,
    name: m.name,
    before: { total: m.before.total, rank: m.before.rank ?? null, grade: m.before.grade ?? null },
    after: { total: m.after.total, rank: m.after.rank ?? null, grade: m.after.grade ?? null },
    change: m.change === undefined ? null : formatRational(m.change),
    because: m.because.map((b) => ({ ...b })),
  }))
}

export function movesTable(moves: readonly Move[], session: Session): Table {
  return {
    id: 'moves',
    title: session.say({ zh: '变动', en: 'Moves' }),
    columns: columnsOf(
      session,
      ['单位', 'Unit'],
      ['原总分', 'Total before', 'points'],
      ['新总分', 'Total after', 'points'],
      ['变动', 'Change', 'points'],
      ['原名次', 'Rank before', 'count'],
      ['新名次', 'Rank after', 'count'],
      ['因为', 'Because'],
    ),
    rows: moves.map((m) => [
      m.name,
      m.before.total,
      m.after.total,
      signed(m.change),
      m.before.rank ?? '',
      m.after.rank ?? '',
      m.because.map((b) => `${b.id} ${b.before}→${b.after}`).join('；'),
    ]),
  }
}

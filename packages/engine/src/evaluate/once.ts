import type { Fold } from '../core/index.ts'
import type { EventEntry, Value } from '../model/index.ts'
import {
  type Interval,
  ONE,
  ZERO,
  compare,
  exactly,
  greatestOf,
  hull,
  leastOf,
  point,
} from '../number/index.ts'
import type { FoldRow } from './row.ts'

/** What makes an event the same as another; undefined where it was not told. */
export type Key = readonly (string | undefined)[]

/** The key of an event by some of its attributes. */
export function keyOf(event: EventEntry | undefined, by: readonly string[]): Key {
  return by.map((id) => {
    const value = event?.attributes[id]
    return value === undefined ? undefined : JSON.stringify(textOf(value))
  })
}

/** Whether two may be the same, as far as their keys were told. */
export const maybeSame = (a: Key, b: Key) =>
  a.every((part, i) => part === undefined || b[i] === undefined || part === b[i])

const isUnclear = ({ key }: { readonly key: Key }) => key.includes(undefined)
const maybe = (row: FoldRow): FoldRow => ({ ...row, kept: hull(row.kept, point(ZERO)) })

/**
 * Of rows that are the same thing, the best or the worst value counts once (就高不重复). A row that
 * cannot be told apart may be the same as others, or something of its own.
 * @param more What a row may be worth that is still to come: it may outdo one that is the same thing.
 */
export function once(
  rows: readonly FoldRow[],
  by: NonNullable<Fold['once']>,
  more: Interval | undefined,
): FoldRow[] {
  const held = rows.filter((row) => exactly(row.kept)?.num !== 0n)
  const keyed = held.map((row) => ({ row, key: keyOf(row.event, by.by) }))
  const unclear = keyed.filter(isUnclear).map(({ row, key }) => ({ key, row: maybe(row) }))
  const groups = new Map<string, { key: Key; rows: FoldRow[] }>()
  for (const { row, key } of keyed.filter((each) => !isUnclear(each))) {
    const group = groups.get(key.join()) ?? { key, rows: [] }
    group.rows.push(row)
    groups.set(key.join(), group)
  }
  const known = [...groups.values()].map(({ key, rows: own }) => {
    const others = unclear.filter((u) => maybeSame(u.key, key)).map((u) => u.row)
    return best([...own, ...others], by.keep)
  })
  const counting = [...known, ...unclear.map((u) => u.row)]
  return more === undefined ? counting : counting.map((row) => outdone(row, more, by.keep))
}

// Another row of the same thing, still to come, changes the value only in the direction that is kept.
function outdone(row: FoldRow, more: Interval, keep: 'highest' | 'lowest'): FoldRow {
  const extremer = keep === 'highest' ? greatestOf(row.value, more) : leastOf(row.value, more)
  return { ...row, value: hull(row.value, extremer) }
}

const surely = (row: FoldRow) => exactly(row.kept)?.num === 1n

// Numbers hold bigints, which JSON does not write.
function textOf(value: Value): unknown {
  return 'number' in value ? `${value.number.num}/${value.number.den}` : value
}

function extreme(of: readonly FoldRow[], keep: 'highest' | 'lowest'): Interval {
  return of.map((row) => row.value).reduce(keep === 'highest' ? greatestOf : leastOf)
}

/**
 * The row that counts for a group: of those surely kept the best, which a row that is only possibly
 * kept may still outdo; of rows only possibly kept, any, or none.
 */
function best(group: readonly FoldRow[], keep: 'highest' | 'lowest'): FoldRow {
  const [first] = group as [FoldRow, ...FoldRow[]]
  if (group.length === 1) return first
  const sure = group.filter(surely)
  if (sure.length === 0)
    return { ...first, kept: { lo: ZERO, hi: ONE }, value: group.map((r) => r.value).reduce(hull) }
  return { ...winner(sure, keep), value: hull(extreme(sure, keep), extreme(group, keep)) }
}

function winner(of: readonly FoldRow[], keep: 'highest' | 'lowest'): FoldRow {
  return of.reduce((a, b) => {
    const [x, y] = [exactly(a.value), exactly(b.value)]
    if (x === undefined || y === undefined) return a
    const order = compare(y, x)
    return (keep === 'highest' ? order > 0 : order < 0) ? b : a
  })
}

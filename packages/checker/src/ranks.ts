import { type Fault, text } from './fault.ts'
import { order } from './number.ts'
import { type Range, exact, readRange } from './range.ts'
import type { Step } from './step.ts'

/** A unit as it stands in the order: its total and tie-breakers, the first that differs decides. */
interface Row {
  readonly present: unknown
  readonly type: unknown
  readonly group: unknown
  readonly values: readonly Range[]
  readonly key: string
}

type Ranks = readonly [number, number]

// How the worst of a stands to the best of b: above zero when a is ahead whatever happens.
function worstToBest(a: Row, b: Row): number {
  for (const [i, { lo }] of a.values.entries()) {
    const hi = b.values[i]?.hi
    if (!lo || !hi) return -1
    if (order(lo, hi) !== 0) return order(lo, hi)
  }
  return 0
}

// By the worst alone: where no bound is, behind everything.
function byWorst(a: Row, b: Row): number {
  for (const [i, { lo }] of a.values.entries()) {
    const other = b.values[i]?.lo ?? null
    if (lo && other && order(lo, other) !== 0) return order(lo, other)
    if ((lo === null) !== (other === null)) return lo === null ? -1 : 1
  }
  return 0
}

/** The most of them of which any two surely differ: from the front, each surely behind the last taken. */
function fewestLevels(rows: readonly Row[]): number {
  const taken: Row[] = []
  for (const row of rows.toSorted((a, b) => byWorst(b, a))) {
    const last = taken.at(-1)
    if (last === undefined || worstToBest(last, row) > 0) taken.push(row)
  }
  return taken.length
}

/** As many as there are: those known exactly and equal are one. */
function mostLevels(rows: readonly Row[]): number {
  const known = rows.filter((row) => row.values.every(exact))
  return rows.length - known.length + new Set(known.map((row) => row.key)).size
}

function rankOf(me: Row, peers: readonly Row[], ties: unknown): Ranks {
  const others = peers.filter((o) => o !== me && o.present !== 'no')
  const sure = others.filter((o) => o.present === 'yes' && worstToBest(o, me) > 0)
  const ahead = others.filter((o) => worstToBest(me, o) < 0)
  if (ties === 'competition') return [1 + sure.length, 1 + ahead.length]
  const fewest = 1 + fewestLevels(sure)
  if (ties === 'dense') return [fewest, 1 + mostLevels(ahead)]
  return [fewest, 1 + others.filter((o) => worstToBest(me, o) <= 0).length]
}

const AMONG: Readonly<Record<string, (a: Row, b: Row) => boolean>> = {
  all: () => true,
  type: (a, b) => a.type === b.type,
  group: (a, b) => a.group === b.group,
}

function rowOf(row: Step): Row {
  const { present, type, group, values } = row
  const ranges = (values as readonly unknown[]).map(readRange)
  return { present, type, group, values: ranges, key: JSON.stringify(values) }
}

function rankAgain({ peers, ties, rows }: Step): readonly Fault[] {
  const given = rows as readonly Step[]
  const all = given.map(rowOf)
  const kinds = Object.entries(AMONG).flatMap(([name, among]) =>
    peers === null || peers === name ? [among] : [],
  )
  return all.flatMap((me, i) => {
    const found = kinds.map((among) =>
      rankOf(
        me,
        all.filter((o) => among(me, o)),
        ties,
      ),
    )
    const range = [Math.min(...found.map((r) => r[0])), Math.max(...found.map((r) => r[1]))]
    const expected = text(me.present === 'no' ? [0, 0] : range)
    const claimed = text(given[i]?.range)
    return claimed === expected ? [] : [{ at: `rows/${i}/range`, found: claimed, expected }]
  })
}

/**
 * Ranks every unit of a rank table again, each against each.
 * @param table parsed JSON, from anyone
 */
export function checkRanks(table: unknown): readonly Fault[] {
  const given = (table ?? {}) as Step
  if (given.format !== 'kaohe-ranks/1')
    return [{ at: 'format', found: text(given.format), expected: 'kaohe-ranks/1' }]
  try {
    return rankAgain(given)
  } catch (error) {
    return [
      { at: 'rows', found: text(error instanceof Error ? error.message : error), expected: 'rows' },
    ]
  }
}

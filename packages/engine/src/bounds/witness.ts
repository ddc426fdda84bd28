import { type Domain, type Node, type NodeId, type RowInput, Values } from '../core/index.ts'
import {
  type Interval,
  ONE,
  type Rational,
  ZERO,
  add,
  compare,
  divide,
  equal,
  exactly,
  int,
  isInteger,
  point,
} from '../number/index.ts'

/** One event, or one unit below, that has been thought up: the value of each input of the row. */
export type Example = readonly Rational[]

const TWO = int(2)
/** At most so many rows are thought up; beyond it fewer values are tried, and a witness may be missed. */
const MOST = 20_000

function constantsIn(nodes: readonly Node[]): readonly Rational[] {
  return nodes.flatMap((node) => {
    if (node.op === 'constant') return [node.value]
    if (node.op !== 'piecewise') return []
    return node.pieces.flatMap(({ from, to }) => [from, to].filter((end) => end !== null))
  })
}

function within(value: Rational, { lo, hi }: Interval): boolean {
  return (lo === null || compare(value, lo) >= 0) && (hi === null || compare(value, hi) <= 0)
}

function distinct(values: readonly Rational[]): readonly Rational[] {
  const sorted = values.toSorted(compare)
  return sorted.filter((value, i) => i === 0 || !equal(value, sorted[i - 1] as Rational))
}

// Figures at which anything can change, those beside them, and those half-way between.
function candidates(domain: Domain, constants: readonly Rational[]): readonly Rational[] {
  const ends = [domain.range.lo, domain.range.hi].filter((end) => end !== null)
  const edges = distinct([...ends, ...constants, ZERO, ONE])
  const between = edges.flatMap((edge, i) => {
    const next = edges[i + 1]
    return next === undefined ? [add(edge, ONE)] : [divide(add(edge, next), TWO)]
  })
  const beside = domain.whole
    ? edges.flatMap((edge) => [add(edge, ONE), add(edge, int(-1))])
    : between
  return distinct([...edges, ...beside]).filter(
    (value) => within(value, domain.range) && (!domain.whole || isInteger(value)),
  )
}

function* rowsOf(
  choices: readonly (readonly Rational[])[],
  at = 0,
): Generator<readonly Rational[]> {
  if (at === choices.length) {
    yield []
    return
  }
  for (const value of choices[at] as readonly Rational[])
    for (const rest of rowsOf(choices, at + 1)) yield [value, ...rest]
}

function narrowedTo(most: number, choices: readonly (readonly Rational[])[]) {
  const size = choices.reduce((product, { length }) => product * length, 1)
  if (size <= most) return choices
  const few = (values: readonly Rational[]) => values.slice(0, 2)
  return choices.map(few)
}

/**
 * Rows to try a condition on: every combination of figures at which the arena's nodes can change.
 * A row found this way is real, so that what is concluded from one is never false; a condition over
 * several figures at once may have rows that are not among these.
 */
export function* examplesOf(
  nodes: readonly Node[],
  inputs: readonly RowInput[],
): Generator<Example> {
  const constants = constantsIn(nodes)
  const choices = inputs.map(({ domain }) => candidates(domain, constants))
  yield* rowsOf(narrowedTo(MOST, choices))
}

/** The value of nodes in one row, undefined where it is not exact. */
export function valueIn(
  nodes: readonly Node[],
  row: Example,
): (id: NodeId) => Rational | undefined {
  const values = new Values(nodes, row.map(point))
  return (id) => exactly(values.of(id))
}

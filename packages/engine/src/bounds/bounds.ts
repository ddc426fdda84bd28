import type { Program } from '../compile/program.ts'
import { type Input, type NodeId, readArena } from '../core/index.ts'
import { type Interval, ZERO } from '../number/index.ts'
import { directionsIn } from './direction.ts'

/** The lowest and the highest that everything printed can be. */
export interface Bounds {
  readonly items: ReadonlyMap<string, Interval>
  readonly parts: ReadonlyMap<string, Interval>
  readonly total: Interval
}

/** What one period of a rule can give, for rules over periods whose number nobody has said. */
export type OnePeriod = (question: string) => Interval | undefined

// So many times as may be, at least once.
function anyNumberOf(one: Interval): Interval {
  return {
    lo: one.lo === null || one.lo.num < 0n ? null : one.lo,
    hi: one.hi === null || one.hi.num > 0n ? null : one.hi,
  }
}

function domainsOf(program: Program, onePeriod: OnePeriod): readonly Interval[] {
  return program.unit.inputs.map((input: Input) => {
    const one = input.from === 'open' ? onePeriod(input.question) : undefined
    return one === undefined ? input.domain.range : anyNumberOf(one)
  })
}

/**
 * Bounds over all facts that the declarations allow. Every value outside is impossible; an end may
 * still not be reached where one fact stands in several places that pull apart (see `mixedLeaves`).
 */
export function boundsOf(program: Program, onePeriod: OnePeriod = () => undefined): Bounds {
  const values = readArena(program.unit, domainsOf(program, onePeriod))
  return {
    items: new Map(program.items.map(({ item, points }) => [item.id, values.of(points)])),
    parts: new Map(program.parts.map(({ id, points }) => [id, values.of(points)])),
    total: values.of(program.total),
  }
}

/** The items of a program whose points stand on a fact or event that also pulls the other way elsewhere. */
export function mixedItems(program: Program): ReadonlySet<string> {
  const read = directionsIn(program.unit)
  const leaves = program.items.map(({ item, points }) => ({ id: item.id, ways: read(points) }))
  const seen = new Map<string, Set<string>>()
  for (const { id, ways } of leaves)
    for (const leaf of ways.keys()) seen.set(leaf, (seen.get(leaf) ?? new Set()).add(id))
  const shared = [...seen.values()].filter((ids) => ids.size > 1)
  return new Set(shared.flatMap((ids) => [...ids]))
}

/**
 * Whether the total can fall below a figure for certain: items that share facts with others are
 * counted at zero where they would be negative, so that the answer yes is never due to a loose bound.
 */
export function canFallBelowZero(
  program: Program,
  onePeriod: OnePeriod = () => undefined,
): boolean {
  const bounds = boundsOf(program, onePeriod)
  if (bounds.total.lo !== null && bounds.total.lo.num >= 0n) return false
  const mixed = mixedItems(program)
  if (mixed.size === 0) return true
  const points = new Map<NodeId, Interval>()
  for (const { item, points: id } of program.items) {
    const own = bounds.items.get(item.id) as Interval
    if (mixed.has(item.id))
      points.set(id, own.lo !== null && own.lo.num >= 0n ? own : { ...own, lo: ZERO })
  }
  const held = readArena(
    { ...program.unit, nodes: heldAt(program, points) },
    domainsOf(program, onePeriod),
  )
  const { lo } = held.of(program.total)
  return lo === null || lo.num < 0n
}

// Nodes of the items in question replaced by what they are held at; their highest end plays no part.
function heldAt(program: Program, points: ReadonlyMap<NodeId, Interval>): Program['unit']['nodes'] {
  return program.unit.nodes.map((node, id) => {
    const interval = points.get(id)
    return interval?.lo == null ? node : { op: 'constant', value: interval.lo }
  })
}

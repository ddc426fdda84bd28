import type { Program } from '../compile/program.ts'
import { type Input, type NodeId, readArena } from '../core/index.ts'
import { type Interval, ONE, ZERO, hull, point } from '../number/index.ts'
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

/** @param type the one kind of assessee that is looked at; undefined where all are the same to the program */
function domainsOf(
  program: Program,
  onePeriod: OnePeriod,
  type: string | undefined,
): readonly Interval[] {
  return program.unit.inputs.map((input: Input) => {
    if (input.from === 'type' && type !== undefined)
      return point(input.types.includes(type) ? ONE : ZERO)
    const one = input.from === 'open' ? onePeriod(input.question) : undefined
    return one === undefined ? input.domain.range : anyNumberOf(one)
  })
}

// A unit is of one kind: what belongs to two sheets never comes together.
function typesIn({ scheme, unit }: Program): readonly (string | undefined)[] {
  const differ = unit.inputs.some(({ from }) => from === 'type')
  return differ && scheme.assessees.length > 0 ? scheme.assessees.map(({ id }) => id) : [undefined]
}

function widest(of: readonly ReadonlyMap<string, Interval>[]): ReadonlyMap<string, Interval> {
  const all = new Map<string, Interval>()
  for (const [id, range] of of.flatMap((one) => [...one])) {
    const known = all.get(id)
    all.set(id, known === undefined ? range : hull(known, range))
  }
  return all
}

/** The same for the units of one kind of assessee. @param type its id, or undefined for no kind in particular */
export function boundsFor(
  program: Program,
  type: string | undefined,
  onePeriod: OnePeriod = () => undefined,
): Bounds {
  const values = readArena(program.unit, domainsOf(program, onePeriod, type))
  return {
    items: new Map(program.items.map(({ item, points }) => [item.id, values.of(points)])),
    parts: new Map(program.parts.map(({ id, points }) => [id, values.of(points)])),
    total: values.of(program.total),
  }
}

/**
 * Bounds over all facts that the declarations allow, and over all kinds of assessees. Every value
 * outside is impossible; an end may still not be reached where one fact stands in several places that
 * pull apart (see `mixedItems`).
 */
export function boundsOf(program: Program, onePeriod: OnePeriod = () => undefined): Bounds {
  const each = typesIn(program).map((type) => boundsFor(program, type, onePeriod))
  return {
    items: widest(each.map(({ items }) => items)),
    parts: widest(each.map(({ parts }) => parts)),
    total: each.map(({ total }) => total).reduce(hull),
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
  const unit = { ...program.unit, nodes: heldAt(program, points) }
  return typesIn(program).some((type) => {
    const { lo } = readArena(unit, domainsOf(program, onePeriod, type)).of(program.total)
    return lo === null || lo.num < 0n
  })
}

// Nodes of the items in question replaced by what they are held at; their highest end plays no part.
function heldAt(program: Program, points: ReadonlyMap<NodeId, Interval>): Program['unit']['nodes'] {
  return program.unit.nodes.map((node, id) => {
    const interval = points.get(id)
    return interval?.lo == null ? node : { op: 'constant', value: interval.lo }
  })
}

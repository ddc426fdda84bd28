import type { Desk, DeskUnit, Mark, MarkField, Opinion } from '@kaohe/contract'
import { add, formatRational, parseRational, type Rational, type Scheme, ZERO } from '@kaohe/engine'
import type { NamedDesk, StoredAssessee, StoredMark, StoredOpinion } from '@kaohe/storage'
import { appliesTo, type DeskPlan, type PlannedField } from './plan.ts'
import { isMine, maySee, type SeenDesks } from './seen.ts'

type Assessee = Pick<StoredAssessee, 'unit' | 'type' | 'peer_group' | 'excluded_because'> & {
  readonly name: string
}

/** Those who are marked: whoever takes part. */
export function takingPart<A extends Pick<StoredAssessee, 'excluded_because'>>(
  all: readonly A[],
): A[] {
  return all.filter((one) => one.excluded_because === null)
}

/** How many marks a desk has to give in all. */
function askedOf({ fields }: DeskPlan, units: readonly Pick<Assessee, 'type'>[]): number {
  return fields.reduce(
    (sum, field) => sum + units.filter(({ type }) => appliesTo(field, type)).length,
    0,
  )
}

function reopeningOf(desk: NamedDesk | undefined, person: string): Desk['reopening'] {
  if (desk?.reopen_because == null || desk.reopen_at === null) return null
  const { reopen_name: by, reopen_because: because, reopen_at: at, reopen_by: asked } = desk
  return { by, because, at, mine: asked === person }
}

export function shownDesk(seen: SeenDesks, plan: DeskPlan, units: readonly Assessee[]): Desk {
  const { party, name } = plan
  const stored = seen.desks.get(party)
  return {
    party,
    name,
    state: stored?.state ?? 'draft',
    because: stored?.because ?? null,
    handedAt: stored?.handed_at ?? null,
    decidedAt: stored?.decided_at ?? null,
    asked: askedOf(plan, units),
    given: seen.given.get(party) ?? 0,
    reopening: reopeningOf(stored, seen.person),
    version: stored?.version ?? 0,
    mine: isMine(seen, party),
    open: maySee(seen, party),
  }
}

const points = (value: Rational | undefined): string | null =>
  value === undefined ? null : formatRational(value)

/** What may be typed as a mark, for the form. */
export function shownField({ judged }: PlannedField, party: string, scheme: Scheme): MarkField {
  const { id, item, name, least, most, orZero, step, words = [], basis, reasoned } = judged
  const nameOf = (one: string): string =>
    scheme.parties?.find((other) => other.id === one)?.name ?? one
  return {
    id,
    item: item.id,
    name,
    clause: item.clause ?? null,
    category: scheme.categories?.find((one) => one.id === item.category)?.name ?? null,
    least: points(least),
    most: points(most),
    orZero,
    step: points(step),
    words: [...words],
    basis: basis ?? null,
    reasoned,
    together: judged.evaluators.filter((one) => one !== party).map(nameOf),
  }
}

export function shownMark(mark: StoredMark & { readonly by: string | null }): Mark {
  const { item, unit, text, reason, by, at, version } = mark
  return { item, unit, text, reason, by, at, version }
}

export function shownOpinion(opinion: StoredOpinion): Opinion {
  const { unit, grade, comment, returned_because: returned, at, version } = opinion
  return { unit, grade, comment, returned, at, version }
}

// The sum of points as they were typed; null as long as there is none, or where rungs are chosen.
function sumOf(texts: readonly string[]): string | null {
  const values = texts.map((text) => parseRational(text.normalize('NFKC').replace(/分$/, '')))
  if (values.length === 0 || !values.every((value) => value !== undefined)) return null
  return formatRational(values.reduce((sum, value) => add(sum, value), ZERO))
}

/** A unit on a desk with what it has and lacks. */
export function shownUnit(
  unit: Assessee,
  plan: DeskPlan,
  marks: readonly Pick<StoredMark, 'item' | 'unit' | 'text'>[],
  own: ReadonlySet<string>,
): DeskUnit {
  const fields = plan.fields.filter((field) => appliesTo(field, unit.type))
  // A mark on something that the unit is no longer marked on is none.
  const asked = new Set(fields.map(({ judged }) => judged.id))
  const given = marks.filter(
    (mark) => mark.unit === unit.unit && mark.text !== '' && asked.has(mark.item),
  )
  const most = fields.map(({ judged }) => judged.most)
  const full = most.every((one) => one !== undefined)
    ? formatRational(most.reduce<Rational>((sum, one) => add(sum, one), ZERO))
    : null
  return {
    id: unit.unit,
    name: unit.name,
    type: unit.type,
    group: unit.peer_group,
    own: own.has(unit.unit),
    lacking: fields.length - given.length,
    points: sumOf(given.map(({ text }) => text)),
    full,
  }
}

import { nameIn } from '../names.ts'
import type { Released, ReleasePart } from '@kaohe/contract'
import {
  groupName,
  type Rank,
  rankedWithin,
  type ToldCategory,
  type ToldItem,
  type ToldUnit,
} from '@kaohe/documents'
import {
  compare,
  formatRational,
  type ItemResult,
  negate,
  type Program,
  type Proof,
  prove,
  subtract,
  type UnitResult,
  ZERO,
} from '@kaohe/engine'
import { releasedTo } from '../releasing.ts'
import type { SeenSnapshot } from '../seen.ts'
import { percent, sourcesOf, stepsOf, UNGROUPED } from './steps.ts'

/** Every part: what the office itself may see. */
export const ALL_PARTS: readonly ReleasePart[] = ['grade', 'total', 'rank', 'items', 'comments']

const POINTLESS: ReadonlySet<string> = new Set(['not-applicable', 'target-only', 'no-rule'])

function lostOf({ points, full, status }: ItemResult): string | null {
  if (points === undefined || POINTLESS.has(status)) return null
  if (full !== undefined && compare(points, full) < 0) return formatRational(subtract(full, points))
  return compare(points, ZERO) < 0 && full === undefined ? formatRational(negate(points)) : null
}

type ReleasedItem = NonNullable<Released['items']>[number]

// Of what was released only why: clause, name and points stand beside it.
const toldItem = (
  released: ReleasedItem,
  item: ItemResult | undefined,
  proof: Proof,
): ToldItem => ({
  clause: released.clause,
  name: released.name,
  points: released.points,
  full: released.full,
  lost: item === undefined ? null : lostOf(item),
  lines: proof.items.find(({ id }) => id === released.id)?.told.map(({ text }) => text) ?? [],
})

function categoriesOf(
  items: readonly ReleasedItem[],
  result: UnitResult,
  { scheme }: Program,
  proof: Proof,
): ToldCategory[] {
  const placeOf = (id: string): string => {
    const item = scheme.items.find((one) => one.id === id)
    return item?.category ?? item?.source ?? ''
  }
  return [...Map.groupBy(items, ({ id }) => placeOf(id))].map(([place, mine]) => {
    const part = proof.parts.find(
      ({ id, kind }) => id === place && (kind === 'category' || kind === 'source'),
    )
    return {
      name: part?.name ?? UNGROUPED,
      points: typeof part?.points === 'string' ? part.points : '',
      full: part?.full ?? null,
      weight: percent(part?.weight ?? null),
      items: mine.map((one) =>
        toldItem(
          one,
          result.items.find(({ id }) => id === one.id),
          proof,
        ),
      ),
    }
  })
}

const COMMENDS: ReadonlySet<string> = new Set(['commend', 'recommend', 'money'])

function commendedIn({ consequences }: UnitResult, { scheme }: Program): string[] {
  const met = consequences.filter((one) => one.met === 'yes').map(({ id }) => id)
  const all = (scheme.consequences ?? []).filter(
    ({ id, measure }) => met.includes(id) && COMMENDS.has(measure),
  )
  return all.map(({ name }) => name)
}

/** A rank with how many are ranked together, and which. */
function rankOf(
  at: number,
  result: UnitResult,
  { evaluation, program: { scheme } }: SeenSnapshot,
): Rank {
  const within = rankedWithin(scheme)
  const all = evaluation.results().filter(({ rank }) => rank !== undefined)
  if (within === undefined) return { at, of: all.length, among: null }
  const peers = all.filter((one) => within(one) === within(result))
  return { at, of: peers.length, among: groupName(result, scheme) }
}

const looseIn = ({ scheme }: Program): string[] =>
  scheme.items
    .filter(({ category, source }) => category === undefined && source === undefined)
    .map(({ id }) => id)

/** One unit of a result, for a paper: the parts that may be told, and nothing else. */
export function toldUnit(
  seen: SeenSnapshot,
  unit: string,
  parts: readonly ReleasePart[],
  leader: string,
): ToldUnit {
  const { program, evaluation, snapshot } = seen
  const result = evaluation.result(unit)
  const { name, eligible, ineligibility } = result
  const proof = prove(evaluation, unit)
  const released = releasedTo({ ...seen, on: snapshot.ratified_on ?? '' }, unit, parts)
  const shows = (...all: ReleasePart[]): boolean => all.every((part) => parts.includes(part))
  const { adjusted } = result
  const { grades } = program.scheme.grading ?? {}
  const base = proof.parts.find(({ kind }) => kind === 'base')?.full ?? null
  const takesPart = eligible !== 'no'
  const { items, rank } = released
  return {
    name,
    leader,
    out: takesPart ? null : ineligibility.join('；'),
    grade: released.grade,
    ...(adjusted !== undefined &&
      shows('grade') && {
        computedGrade: adjusted.from === null ? '未定' : nameIn(grades, adjusted.from),
      }),
    total: released.total,
    full: shows('total') && takesPart && proof.total.start === null ? base : null,
    rank: rank === null ? null : rankOf(rank, result, seen),
    categories: items && takesPart ? categoriesOf(items, result, program, proof) : null,
    sources: shows('items') && takesPart ? sourcesOf(proof) : null,
    steps: shows('items', 'total') && takesPart ? stepsOf(result, proof, looseIn(program)) : null,
    comment: released.comment,
    commended: shows('grade') ? commendedIn(result, program) : [],
  }
}

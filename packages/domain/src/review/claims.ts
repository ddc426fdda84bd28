import type { Seat } from './desks.ts'

/** A claim as far as others may resemble it. */
export interface ClaimSaid {
  readonly id: string
  readonly unit: string
  readonly unitName: string
  /** The cycle in which it was claimed. */
  readonly cycle: string
  readonly cycleTitle: string
  /** What it is claimed as: the kind of event and the words chosen. */
  readonly sort: string
  /** The name of what is claimed. */
  readonly name: string
}

/** One claim that another resembles, and how. */
export interface Double {
  readonly of: string
  readonly text: string
}

/** From this share of common pairs of signs on, names look alike (Dice's coefficient, in thousandths). */
const ALIKE = 700
/** Shorter names have too few pairs to be compared. */
const SHORT = 4

const YEAR = /(?:20)?\d{2}年度?/g
const EMPTY_ENDING = /(?:创新)?(?:项目|活动|工程|行动|计划|品牌)$/

/**
 * A name without what people write differently: width, case, signs, spaces, the year, and an ending such as
 * 项目 that says nothing. Never empty for a name that has a letter.
 */
export function plainName(name: string): string {
  const plain = name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\p{P}\p{S}]/gu, '')
  const bare = plain.replaceAll(YEAR, '').replace(EMPTY_ENDING, '')
  return bare.length < 2 ? plain : bare
}

function pairsOf(name: string): ReadonlySet<string> {
  const signs = [...name]
  return new Set(signs.slice(1).map((sign, at) => `${signs[at]}${sign}`))
}

function isAlike(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  let common = 0
  for (const pair of a) if (b.has(pair)) common += 1
  return 2000 * common >= ALIKE * (a.size + b.size)
}

function sayDouble(one: ClaimSaid, other: ClaimSaid, same: boolean): string {
  const what = same ? `“${other.name}”` : `名称相近的“${other.name}”`
  if (other.cycle !== one.cycle) return `${other.cycleTitle}${other.unitName}已经申报过${what}`
  if (other.unit !== one.unit) return `${other.unitName}也申报了${what}`
  if (other.sort !== one.sort) return `本单位又按“${other.sort}”申报了${what}`
  return `本单位还申报了一次${what}`
}

interface Indexed {
  readonly claim: ClaimSaid
  readonly plain: string
  readonly pairs: ReadonlySet<string>
}

/** Claims by what their names share, so that not every one is held against every other. */
function nearBy(all: readonly Indexed[]): (one: Indexed) => Iterable<Indexed> {
  const byPair = new Map<string, Indexed[]>()
  const byName = Map.groupBy(all, ({ plain }) => plain)
  for (const one of all)
    for (const pair of one.pairs) byPair.set(pair, [...(byPair.get(pair) ?? []), one])
  return (one) =>
    new Set([
      ...(byName.get(one.plain) ?? []),
      ...[...one.pairs].flatMap((pair) => byPair.get(pair) ?? []),
    ])
}

/**
 * What was claimed before or elsewhere: the same project twice, under another heading, in another year, by
 * another unit, by names that are the same or nearly so. It forbids nothing; people look.
 * @returns by the identifiers of claims that resemble another one
 */
export function doublesOf(claims: readonly ClaimSaid[]): ReadonlyMap<string, readonly Double[]> {
  const all = claims.map((claim): Indexed => {
    const plain = plainName(claim.name)
    return { claim, plain, pairs: plain.length < SHORT ? new Set() : pairsOf(plain) }
  })
  const near = nearBy(all)
  const found = all.map((one): [string, Double[]] => {
    const doubles = [...near(one)].flatMap((other): Double[] => {
      const same = one.plain === other.plain && one.plain !== ''
      if (other.claim.id === one.claim.id || (!same && !isAlike(one.pairs, other.pairs))) return []
      return [{ of: other.claim.id, text: sayDouble(one.claim, other.claim, same) }]
    })
    return [one.claim.id, doubles]
  })
  return new Map(found.filter(([, doubles]) => doubles.length > 0))
}

/** Something that the office fills in of a claim, as far as it decides what is still asked. */
export interface RuledField {
  readonly id: string
  readonly name: string
  /** Whether it says yes or no. */
  readonly truth: boolean
}

/**
 * What of a ruling is not said yet. Whoever says no to everything that is asked by yes or no has refused the
 * claim, and owes no points.
 * @param said what was typed, by the identifiers of the fields
 */
export function unsaidOf(
  fields: readonly RuledField[],
  said: Readonly<Record<string, string>>,
): RuledField[] {
  const truths = fields.filter(({ truth }) => truth)
  const refused = truths.length > 0 && truths.every(({ id }) => said[id] === '否')
  return fields.filter(({ id, truth }) => (said[id] ?? '') === '' && (truth || !refused))
}

/** Whether one decides on claims of an item: the organiser, or the department in charge of it. */
export function rulesOn({ role, party }: Seat, leads: readonly string[]): boolean {
  if (role === 'organiser') return true
  if (role !== 'department-head' && role !== 'department-reviewer') return false
  return party === null || leads.includes(party)
}

import type {
  Interval,
  ItemResult,
  Met,
  PartResult,
  Proof,
  Rational,
  Scheme,
  UnitResult,
} from '@kaohe/engine'
import { formatRational } from '@kaohe/engine'
import { type Language, say } from '@kaohe/glossary'

/** What exports are made of: a scheme, the results of its units, and their proofs where they are told. */
export interface Results {
  readonly scheme: Scheme
  readonly units: readonly UnitResult[]
  readonly proofs?: readonly Proof[] | undefined
  readonly language?: Language | undefined
}

/** Chooses the words of a language. */
export function words(results: Results): (zh: string, en: string) => string {
  return (zh, en) => (results.language === 'en' ? en : zh)
}

/** `3 — 8`, `≥ 3`, or nothing when all is open. */
export function rangeText(range: Interval): string {
  const [lo, hi] = [range.lo, range.hi].map((end) => (end === null ? '' : formatRational(end)))
  if (lo === '' && hi === '') return ''
  if (lo === '') return `≤ ${hi}`
  return hi === '' ? `≥ ${lo}` : `${lo} — ${hi}`
}

/** The exact points, or between what they lie. */
export function pointsCell(points: Rational | undefined, range: Interval): Rational | string {
  return points ?? rangeText(range)
}

/** That a unit takes no part, and why: what stands in place of its figures. */
export function sayOut({ ineligibility }: UnitResult, results: Pick<Results, 'language'>): string {
  const en = results.language === 'en'
  const why = ineligibility.join(en ? '; ' : '；')
  return en ? `takes no part: ${why}` : `不参评：${why}`
}

/** The cell of a unit's total; of one that takes no part, why. */
export function totalCell(unit: UnitResult, results: Results): Rational | string {
  return unit.range === undefined ? sayOut(unit, results) : pointsCell(unit.total, unit.range)
}

export function statusText(status: ItemResult['status'], { language = 'zh' }: Results): string {
  return say('status', status, language)
}

export function metText(met: Met, { language = 'zh' }: Results): string {
  return say('met', met, language)
}

type Named = { readonly id: string; readonly name: string }

export function nameIn(all: readonly Named[] | undefined, id: string): string {
  return all?.find((one) => one.id === id)?.name ?? id
}

/** The cell of an item's points; where there are none, why. */
export function itemCell(
  { status, points, range }: ItemResult,
  results: Results,
): Rational | string {
  const none = status === 'not-applicable' || status === 'target-only'
  return none ? statusText(status, results) : pointsCell(points, range)
}

/** The cell of a part of the total; where it does not apply to the unit, that. */
export function partCell(part: PartResult, results: Results): Rational | string {
  return part.applies ? pointsCell(part.points, part.range) : statusText('not-applicable', results)
}

/** Those that are ranked against one another: their group or kind; undefined where all are. */
export function rankedWithin(scheme: Scheme): ((unit: UnitResult) => string) | undefined {
  const peers = scheme.ranking?.peers
  if (peers === 'type') return (unit) => unit.type
  return peers === 'group' ? (unit) => unit.group : undefined
}

/** The name of a unit's group; where it has none of its own, of its kind. */
export function groupName({ group, type }: UnitResult, scheme: Scheme): string {
  return group === type ? nameIn(scheme.assessees, type) : group
}

/** Units by rank, those without one last, in the order given; those ranked together stand together. */
export function ranked({ scheme, units }: Omit<Results, 'language'>): readonly UnitResult[] {
  const place = (u: UnitResult): number => u.rank ?? Number.MAX_SAFE_INTEGER
  const within = rankedWithin(scheme)
  const groups = new Map(within && [...new Set(units.map(within))].map((group, i) => [group, i]))
  const position = (u: UnitResult): number => (within && groups.get(within(u))) ?? 0
  return units.toSorted((a, b) => position(a) - position(b) || place(a) - place(b))
}

import type { ConsequenceProposal, Reached } from '@kaohe/contract'
import {
  deciderOf,
  earlierOf,
  fromLine,
  nearestOf,
  refuseAdoption,
  robustnessOf,
  stepOf,
  type Stood,
} from '@kaohe/domain'
import {
  type Consequence,
  formatRational,
  int,
  multiply,
  type Rational,
  type UnitResult,
} from '@kaohe/engine'
import { type Acting, type StoredMeasure, unitNames } from '@kaohe/storage'
import { nameIn } from '../result/names.ts'
import type { SeenSnapshot } from '../result/seen.ts'
import { KINDS } from './names.ts'
import { metIn, peersOf, standingOf } from './standing.ts'

const text = (value: Rational | undefined): string | null =>
  value === undefined ? null : formatRational(value)

const HUNDRED = int(100)
const DAYS_OF_YEAR = 4

function sayPlaces({ places }: Consequence): string | null {
  if (places === undefined) return null
  return typeof places === 'number' ? `${places}` : `${formatRational(multiply(places, HUNDRED))}%`
}

function robustOf(
  one: Consequence,
  own: Stood,
  peers: readonly Stood[],
  { program }: SeenSnapshot,
) {
  const line = fromLine(one.who, own.total)
  const step = stepOf(program.scheme)
  const beside = nearestOf(own, peers)
  return {
    verdict: robustnessOf({ own, others: peers, line, step }),
    points: text(beside?.points),
    ranks: beside?.ranks ?? null,
    beside: beside?.name ?? null,
    line: text(line),
    step: formatRational(step),
  }
}

/** The years before that a consequence asks for, the latest first. */
function yearsBefore({ who }: Consequence, { program, cycle }: SeenSnapshot): number[] {
  const last = Number((program.scheme.period?.to ?? cycle.ends_on).slice(0, DAYS_OF_YEAR))
  return Array.from({ length: (who?.years ?? 1) - 1 }, (_, i) => last - 1 - i)
}

interface Ground {
  readonly seen: SeenSnapshot
  readonly names: ReadonlyMap<string, string>
  readonly measures: readonly StoredMeasure[]
}

function earlierFor(one: Consequence, unit: string, { seen, names }: Ground) {
  const { content, program } = seen
  const years = yearsBefore(one, seen)
  const { found, missing } = earlierOf(content.history, content.descents, unit, years)
  const earlier = found.map(({ unit: of, year, total, rank, grade }) => ({
    year,
    unitName: names.get(of) ?? '',
    total,
    rank,
    grade: grade === null ? null : nameIn(program.scheme.grading?.grades, grade),
  }))
  return { earlier, missingYears: [...missing] }
}

function reached(one: Consequence, result: UnitResult, robust: Reached['robust'], ground: Ground) {
  const met = metIn(result, one.id)
  const found = result.consequences.find(({ id }) => id === one.id)
  if (met === 'no' || found === undefined) return []
  const { unit, name, total, rank } = result
  const measure = ground.measures.find(
    (known) => known.unit === unit && known.origin === 'consequence' && known.source === one.id,
  )
  return [
    {
      unit,
      name,
      met,
      reasons: [...found.reasons],
      total: text(total),
      rank: rank ?? null,
      amount: text(found.amount),
      robust,
      ...earlierFor(one, unit, ground),
      refused: refuseAdoption(met, one.who) ?? null,
      measure: measure?.id ?? null,
    },
  ]
}

/** What the scheme proposes on a ratified result, with the facts it rests on and how sure each is. */
export async function proposalsOf(
  db: Acting,
  seen: SeenSnapshot,
  measures: readonly StoredMeasure[],
): Promise<ConsequenceProposal[]> {
  const { program, evaluation, content } = seen
  const { scheme } = program
  const names = await unitNames(
    db,
    content.history.map(({ unit }) => unit),
  )
  const standing = standingOf(seen)
  const results = evaluation.results().filter(({ eligible }) => eligible !== 'no')
  const ground = { seen, names, measures }
  return (scheme.consequences ?? []).map((one) => {
    const [all, peers] = [standing(one.id), peersOf(one, seen)]
    return {
      id: one.id,
      name: one.name,
      kind: one.measure,
      kindName: KINDS[one.measure],
      clause: one.clause ?? null,
      body: one.body === undefined ? null : nameIn(scheme.parties, one.body),
      decider: deciderOf(one),
      copies: [...(one.copies ?? [])],
      places: sayPlaces(one),
      years: one.who?.years ?? 1,
      units: results.flatMap((result) => {
        const own = all.find(({ unit }) => unit === result.unit)!
        const robust = robustOf(one, own, peers(result.unit, all), seen)
        return reached(one, result, robust, ground)
      }),
    }
  })
}

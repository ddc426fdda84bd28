import type { GradeLine, Grading, Met } from '../model/index.ts'
import type { Interval, Rational } from '../number/index.ts'
import { type Contest, contending, refillsOf } from './contend.ts'
import { type Decided, gradeTie } from './decision.ts'
import { contendsFor } from './line.ts'
import { metWhen } from './met.ts'
import { type Peers, arrangements } from './peers.ts'
import type { Entry, Pool } from './pool.ts'
import { type Contend, gradesByLineAndQuota, gradesByQuota, hasQuota } from './quota.ts'
import type { Inclusion } from './range.ts'

/** An entry with what lines look at. */
export interface Candidate {
  readonly entry: Entry
  readonly total: Interval
  readonly full: Rational | undefined
  /** Whether vetoes and downgrades lower it from a grade, by its position. */
  readonly lowered?: (grade: number) => Met
}

function inPool(
  pool: Pool,
  candidates: ReadonlyMap<string, Candidate>,
  { grading, inclusion }: QuotaContext,
  contend: Contend,
) {
  if (grading.by === 'quota') return gradesByQuota(pool, grading.grades, contend)
  const contends = new Map(
    [...candidates].map(([unit, { total, full }]) => [
      unit,
      contendsFor(grading.grades, total, full, inclusion),
    ]),
  )
  const pass = (entry: Entry, g: number): Met => {
    const found = contends.get(entry.unit)?.[g]
    return found === undefined ? 'undecided' : metWhen(found.surely, found.possibly)
  }
  return gradesByLineAndQuota(pool, grading.grades, pass, contend)
}

/** For each grade, whether places lost in it pass to the next. */
type Refills = ReadonlyMap<GradeLine, boolean>

export type Found = ReadonlyMap<string, ReadonlySet<number>>

/** What quotas look at in a grading. */
export interface QuotaContext {
  readonly grading: Grading
  /** Within which peers quotas are counted, when the scheme says it. */
  readonly peers: Peers | undefined
  readonly inclusion: Inclusion
  /** What people decided among units level on a cut. */
  readonly decided?: Pick<Decided, 'orders'>
}

/** The quotas of a grading, filled by candidates that may lose what they take. */
export class Quotas {
  readonly #candidates: ReadonlyMap<string, Candidate>
  readonly #context: QuotaContext
  readonly #entries: readonly Entry[]

  constructor(candidates: readonly Candidate[], context: QuotaContext) {
    this.#candidates = new Map(candidates.map((c) => [c.entry.unit, c]))
    this.#context = context
    this.#entries = candidates.map((c) => c.entry)
  }

  #contest(grade: GradeLine): Contest {
    const { grading, decided } = this.#context
    const g = grading.grades.indexOf(grade)
    return {
      loses: (unit) => this.#candidates.get(unit)?.lowered?.(g) ?? 'no',
      orders: decided?.orders(gradeTie(grade)),
    }
  }

  /** Every way in which 递补 may be meant, grade by grade. */
  ways(): readonly Refills[] {
    return this.#context.grading.grades.filter(hasQuota).reduce<readonly Refills[]>(
      (all, grade) => {
        const ways = refillsOf(grade.quota, this.#entries, this.#contest(grade))
        return all.flatMap((before) => ways.map((way) => new Map([...before, [grade, way]])))
      },
      [new Map()],
    )
  }

  /** The grades of each, by unit, where places pass on as said. */
  take(refills: Refills): Found {
    const { peers } = this.#context
    const found = new Map<string, Set<number>>()
    for (const { pools } of arrangements(this.#entries, peers))
      for (const pool of pools) {
        const contend: Contend = (grade) =>
          contending(pool, grade.quota, this.#contest(grade), refills.get(grade) === true)
        for (const [unit, grades] of inPool(pool, this.#candidates, this.#context, contend))
          found.set(unit, new Set([...(found.get(unit) ?? []), ...grades]))
      }
    return found
  }

  /** The grades of each, were nothing decided among units level on a cut. */
  undecided(ways: readonly Refills[]): Found {
    const { decided: _, ...none } = this.#context
    const quotas = new Quotas([...this.#candidates.values()], none)
    const found = new Map<string, ReadonlySet<number>>()
    for (const way of ways)
      for (const [unit, grades] of quotas.take(way))
        found.set(unit, new Set([...(found.get(unit) ?? []), ...grades]))
    return found
  }
}

import type { GradeLine, Grading, Met } from '../model/index.ts'
import type { Interval, Rational } from '../number/index.ts'
import { type Contest, contending, refillsOf } from './contend.ts'
import { type Decided, gradeTie } from './decision.ts'
import { contendsFor } from './line.ts'
import { metWhen } from './met.ts'
import { type Peers, arrangements } from './peers.ts'
import type { Entry, Pool } from './pool.ts'
import {
  type Contend,
  type Filling,
  type Losing,
  type Note,
  gradesByLineAndQuota,
  gradesByQuota,
  hasQuota,
} from './quota.ts'
import type { Inclusion } from './range.ts'
import type { Seated } from './withheld.ts'

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
  filling: Filling,
) {
  if (grading.by === 'quota') return gradesByQuota(pool, grading.grades, filling)
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
  return gradesByLineAndQuota(pool, grading.grades, pass, filling)
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

  // The pool as people ordered those level on the cut of a grade.
  #ordered(pool: Pool, grade: GradeLine): Pool {
    return contending(pool, grade.quota, this.#contest(grade), false)
  }

  #losing(refills: Refills): Losing | undefined {
    const { grades } = this.#context.grading
    const loses = (unit: string, grade: GradeLine) => this.#contest(grade).loses(unit)
    const some = grades.some(
      (grade) => hasQuota(grade) && this.#entries.some(({ unit }) => loses(unit, grade) !== 'no'),
    )
    return some ? { loses, refills: (grade) => refills.get(grade) === true } : undefined
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

  /**
   * The grades of each, by unit, where places pass on as said.
   * @param see is told how each stands at each quota; of none where it is not written among whom they count
   */
  take(refills: Refills, see?: (at: Seated) => void): Found {
    const { peers } = this.#context
    const found = new Map<string, Set<number>>()
    const ways = arrangements(this.#entries, peers)
    const losing = this.#losing(refills)
    for (const { pools } of ways)
      for (const pool of pools) {
        const contend: Contend = (grade) => this.#ordered(pool, grade)
        const note = see && ways.length === 1 ? this.#noting(pool, losing, see) : undefined
        const filling = { contend, losing, note }
        for (const [unit, grades] of inPool(pool, this.#candidates, this.#context, filling))
          found.set(unit, new Set([...(found.get(unit) ?? []), ...grades]))
      }
    return found
  }

  // Who is level on a cut is seen as it was before people decided who goes first.
  #noting(pool: Pool, losing: Losing | undefined, see: (at: Seated) => void): Note {
    return (seat) => {
      const { entry, grade, end, contenders } = seat
      const ordered = this.#contest(grade).orders !== undefined
      const level = ordered && losing === undefined
      if (!level) see({ seat, place: contenders.place(entry), ordered })
      else {
        const facing = end === 'top' ? pool : pool.reversed()
        const own = facing.entries.find(({ unit }) => unit === entry.unit) ?? entry
        see({ seat, place: facing.place(own), ordered })
      }
    }
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

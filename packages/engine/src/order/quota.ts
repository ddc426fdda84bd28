import type { Cut, GradeLine, Met } from '../model/index.ts'
import { ONE, ZERO, add, equal } from '../number/index.ts'
import { baseOf, sizeOf, withinFirst } from './cut.ts'
import { both, either, not } from './met.ts'
import { type Count, type Entry, Pool } from './pool.ts'

/** Whether an entry passes what a grade asks besides its quota. */
export type Pass = (entry: Entry, grade: number) => Met

/** Those who contend for a grade, in the order of the pool's entries; the pool itself where nothing was decided. */
export type Contend = (grade: GradeLine) => Pool

/** What takes from units the places that they reach. */
export interface Losing {
  readonly loses: (unit: string, grade: GradeLine) => Met
  /** Whether a place lost in a grade passes to the next in line. */
  readonly refills: (grade: GradeLine) => boolean
}

/** What besides the order says who is in a grade. */
export interface Filling {
  readonly contend?: Contend
  /** Absent where nobody loses a place. */
  readonly losing?: Losing | undefined
  readonly note?: Note | undefined
}

/** How an entry stands at the quota of one grade, and whether it would be in it or a better one. */
export interface Seat {
  readonly grade: GradeLine
  readonly end: 'top' | 'bottom'
  readonly entry: Entry
  /** Whether it passes what the grade asks besides its quota. */
  readonly pass: Met
  readonly reached: Met
  /** How many places the grade has; undefined where it has no quota. */
  readonly size: Count | undefined
  /** How many a share of them is a share of. */
  readonly base: Count
  /** Up to which place they go among those who contend, counted from the end. */
  readonly places: Count
  readonly contenders: Pool
}

/** Is told of every seat that is looked at, so that a grade withheld can be explained. */
export type Note = (seat: Seat) => void

/** For each entry, whether it is in a grade of the list or a better one. */
export type Reached = ReadonlyMap<string, readonly Met[]>

export const hasQuota = (grade: GradeLine): boolean =>
  grade.quota?.share !== undefined || grade.quota?.number !== undefined

// How many the grades so far hold, as far as it can be told from who is in them.
function filled(pool: Pool, reached: ReadonlyMap<string, Met>): Count {
  const surely = pool.sure.filter((e) => reached.get(e.unit) === 'yes').length
  return [surely, pool.possible.filter((e) => reached.get(e.unit) !== 'no').length]
}

// Where all units level on a cut are in, at least all the places are taken; where all are out, at most.
function settled(count: Count, places: Count, passing: number, ties: Cut['ties']): Count {
  const low = ties === 'all-in' ? Math.max(count[0], Math.min(places[0], passing)) : count[0]
  return [low, ties === 'all-out' ? Math.min(count[1], places[1]) : count[1]]
}

/** Those who contend for one grade, how many places before its own are counted with them, and what becomes of it. */
interface Turn {
  readonly here: Pool
  readonly taken: Count
  /** @param own who reached this very grade; `reached` holds those in better ones too */
  done(reached: ReadonlyMap<string, Met>, own: ReadonlyMap<string, Met>, places: Count): void
}

type Turns = (grade: GradeLine, g: number, before: (e: Entry) => Met) => Turn

// Where nobody loses a place, those in better grades stand before all others: places are counted from the first on.
function countedOn(contend: Contend, pass: Pass): Turns {
  let taken: Count = [0, 0]
  return (grade, g, before) => {
    const here = contend(grade)
    return {
      here,
      taken,
      done(reached, _own, places) {
        const passing = here.sure.filter((e) => either(before(e), pass(e, g)) === 'yes').length
        const ties = hasQuota(grade) ? grade.quota?.ties : undefined
        taken = settled(filled(here, reached), places, passing, ties)
      },
    }
  }
}

/**
 * Where places are lost, each grade is filled by those who have none: whoever keeps a place is out of the others' way,
 * and so is whoever loses this one, where it passes on or where a better one was lost already (降: no place anywhere).
 */
function countedAnew(contend: Contend, { loses, refills }: Losing): Turns {
  const keeps = new Map<string, Met>()
  return (grade, _g, before) => {
    const away = (e: Entry): Met => {
      const lost = both(loses(e.unit, grade), refills(grade) ? 'yes' : before(e))
      return either(keeps.get(e.unit) ?? 'no', lost)
    }
    const entries = contend(grade).entries
    const here = new Pool(entries.map((e) => ({ ...e, present: both(e.present, not(away(e))) })))
    return {
      here,
      taken: [0, 0],
      done(_reached, own) {
        for (const [unit, met] of own) {
          const kept = both(met, not(loses(unit, grade)))
          keeps.set(unit, either(keeps.get(unit) ?? 'no', kept))
        }
      },
    }
  }
}

/**
 * Fills grades from the best down: each takes the first of those left that pass it, up to its quota,
 * and those beyond fall to the next. A grade without a quota takes all that pass.
 */
export function fillDown(
  pool: Pool,
  grades: readonly GradeLine[],
  pass: Pass,
  { contend = () => pool, losing, note }: Filling = {},
  end: Seat['end'] = 'top',
): Reached {
  const all = new Map<string, Met[]>(pool.entries.map((e) => [e.unit, []]))
  const turns = losing === undefined ? countedOn(contend, pass) : countedAnew(contend, losing)
  for (const [g, grade] of grades.entries()) {
    const [now, own] = [new Map<string, Met>(), new Map<string, Met>()]
    const before = (e: Entry): Met => all.get(e.unit)?.[g - 1] ?? 'no'
    const { here, taken, done } = turns(grade, g, before)
    const size = hasQuota(grade) && grade.quota ? sizeOf(grade.quota, pool) : undefined
    const base = grade.quota ? baseOf(grade.quota, pool) : pool.size
    const places: Count = size
      ? [taken[0] + size[0], taken[1] + size[1]]
      : [pool.entries.length, pool.entries.length]
    for (const e of here.entries) {
      const fits = size ? withinFirst(here.place(e), places, grade.quota?.ties) : 'yes'
      const passes = pass(e, g)
      const inThis = both(passes, fits)
      const reached = either(before(e), inThis)
      own.set(e.unit, inThis)
      now.set(e.unit, reached)
      note?.({ grade, end, entry: e, pass: passes, reached, size, base, places, contenders: here })
    }
    done(now, own, places)
    for (const [unit, met] of now) all.get(unit)?.push(met)
  }
  return all
}

/** The positions of a list whose cumulated answers leave them possible, and whether nothing of it may be reached. */
export function possibleIn(reached: readonly Met[]): { grades: number[]; beyond: boolean } {
  const grades = reached.flatMap((met, g) =>
    met !== 'no' && (g === 0 || reached[g - 1] !== 'yes') ? [g] : [],
  )
  return { grades, beyond: reached.at(-1) !== 'yes' }
}

/** The grades filled from the top, those filled from the bottom, and those between that take the rest. */
interface Division {
  readonly top: readonly GradeLine[]
  readonly rest: readonly number[]
  readonly bottom: readonly GradeLine[]
}

function sharesAll(grades: readonly GradeLine[]): boolean {
  const shares = grades.map((g) => g.quota?.share)
  return shares.every((s) => s !== undefined) && equal(shares.reduce(add, ZERO), ONE)
}

function divide(grades: readonly GradeLine[]): Division {
  const without = grades.flatMap((grade, g) => (hasQuota(grade) ? [] : [g]))
  const [first, last] = [without[0], without.at(-1)]
  if (first !== undefined && last !== undefined)
    return {
      top: grades.slice(0, first),
      rest: [...grades.keys()].slice(first, last + 1),
      bottom: grades.slice(last + 1),
    }
  // Shares that add up to the whole leave nobody out: what rounding leaves goes to the last grade.
  if (sharesAll(grades)) return { top: grades.slice(0, -1), rest: [grades.length - 1], bottom: [] }
  return { top: grades, rest: [grades.length], bottom: [] }
}

/**
 * The grades that each entry of a pool may get by quotas alone. Quotas before the first grade without
 * one fill from the top, quotas after the last such grade from the bottom; the grades without one
 * take the rest. Where all have one, those beyond the last get none (the position after the list).
 */
export function gradesByQuota(
  pool: Pool,
  grades: readonly GradeLine[],
  filling: Filling = {},
): ReadonlyMap<string, ReadonlySet<number>> {
  const { top, rest, bottom } = divide(grades)
  const pass: Pass = () => 'yes'
  const down = fillDown(pool, top, pass, filling)
  const back: Contend = (grade) => (filling.contend?.(grade) ?? pool).reversed()
  const fromBelow = { ...filling, contend: back }
  const up = fillDown(pool.reversed(), bottom.toReversed(), pass, fromBelow, 'bottom')
  return new Map(
    pool.entries.map((e) => {
      const high = possibleIn(down.get(e.unit) ?? [])
      const low = possibleIn(up.get(e.unit) ?? [])
      const between = high.beyond && low.beyond ? rest : []
      const found = [...high.grades, ...between, ...low.grades.map((g) => grades.length - 1 - g)]
      return [e.unit, new Set(found)]
    }),
  )
}

/** The grades by lines and quotas together: a grade's line must be reached and its quota not be full. */
export function gradesByLineAndQuota(
  pool: Pool,
  grades: readonly GradeLine[],
  pass: Pass,
  filling: Filling = {},
): ReadonlyMap<string, ReadonlySet<number>> {
  const down = fillDown(pool, grades, pass, filling)
  return new Map(
    pool.entries.map((e) => {
      const { grades: found, beyond } = possibleIn(down.get(e.unit) ?? [])
      return [e.unit, new Set(beyond ? [...found, grades.length] : found)]
    }),
  )
}

import type { Program } from '../compile/index.ts'
import type { Dataset, Unit, UnitResult } from '../model/index.ts'
import { exactly } from '../number/index.ts'
import { type Conclusion, conclude } from '../order/index.ts'
import { Data } from './data.ts'
import { GapFinder } from './gaps.ts'
import { itemResult, partResults } from './items.ts'
import { type Reading, readColumns, readUnits } from './read.ts'
import { standingOf } from './standings.ts'

/** A scheme computed on a dataset: results for people, readings for proofs. */
export interface Evaluation {
  readonly program: Program
  readonly data: Data
  readonly readings: readonly Reading[]
  readonly conclusions: readonly Conclusion[]
  /** Says why a value of a unit is not exact. */
  readonly gaps: GapFinder
  /** The result of one unit, worked out when it is asked for. */
  result(unit: string): UnitResult
  results(): readonly UnitResult[]
}

/** The units that a scheme assesses, in the order of the dataset. */
export function assessedUnits(program: Program, dataset: Dataset): readonly Unit[] {
  const types = new Set(program.scheme.assessees.map((a) => a.id))
  return dataset.units.filter((u) => u.type !== null && types.has(u.type))
}

/** Who may not take part is given no figures at all: the reason stands in their place. */
const NO_POINTS = {
  total: undefined,
  range: undefined,
  items: [],
  parts: [],
  missing: [],
  questions: [],
} as const

function resultOf(
  program: Program,
  reading: Reading,
  conclusion: Conclusion,
  finder: GapFinder,
): UnitResult {
  const { unit } = reading
  const type = unit.type ?? ''
  const named = { ...conclusion, name: unit.name, type, group: unit.group ?? type }
  if (conclusion.eligible === 'no') return { ...named, ...NO_POINTS }
  const range = reading.values.of(program.total)
  const { missing, questions } = finder.of(program.total, reading)
  return {
    ...named,
    total: exactly(range),
    range,
    items: program.items.map((item) => itemResult(item, reading, finder)),
    parts: partResults(program, reading),
    missing,
    questions,
  }
}

/** Brings readings together: standings, then ranks, grades and consequences. */
export function concluded(program: Program, data: Data, readings: readonly Reading[]): Evaluation {
  const conclusions = conclude(
    program.scheme,
    readings.map((reading) => standingOf(program, reading)),
    data.past,
  )
  const gaps = new GapFinder(program, data, readings)
  const positions = new Map(readings.map((reading, i) => [reading.unit.id, i]))
  const result = (unit: string): UnitResult => {
    const i = positions.get(unit)
    const [reading, conclusion] = [readings[i ?? -1], conclusions[i ?? -1]]
    if (reading === undefined || conclusion === undefined)
      throw new RangeError(`no such unit: ${unit}`)
    return resultOf(program, reading, conclusion, gaps)
  }
  return {
    program,
    data,
    readings,
    conclusions,
    gaps,
    result,
    results: () => readings.map((reading) => result(reading.unit.id)),
  }
}

/**
 * Computes a program on a dataset. It always succeeds: what is missing or undecided makes a range of
 * the points that depend on it, and is listed.
 * @example
 * evaluate(compile(scheme), dataset).results().map((r) => [r.name, r.total, r.rank])
 */
export function evaluate(program: Program, dataset: Dataset): Evaluation {
  const data = new Data(dataset)
  const units = assessedUnits(program, dataset)
  const columns = units.map((unit) => readColumns(program, unit, data))
  return concluded(program, data, readUnits(program, units, columns))
}

import { type RankTable, rankTable } from '../order/index.ts'
import type { Evaluation } from './evaluate.ts'
import { standingOf } from './standings.ts'

/** The ranks of an evaluation with all that they follow from; undefined when the scheme ranks nobody. */
export function ranksOf({ program, readings, conclusions }: Evaluation): RankTable | undefined {
  const standings = readings.map((reading) => standingOf(program, reading))
  return rankTable(program.scheme, standings, conclusions)
}

export type { RankTable }

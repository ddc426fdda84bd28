import {
  type Evaluation,
  type FactEntry,
  type Rational,
  rescore,
  type UnitResult,
  type Value,
} from '@kaohe/engine'

/** A mark that could have been another: what it is, and what a little lower and a little higher would be. */
export interface Movable {
  readonly entry: FactEntry
  readonly lower: Value
  readonly higher: Value
}

/** How a unit would stand. */
export interface Outlook {
  readonly total: Rational | undefined
  readonly rank: number | undefined
  readonly grade: string | undefined
}

/** What one mark alone can do to its unit. */
export interface Swing extends Movable {
  readonly lowered: Outlook
  readonly raised: Outlook
}

const standing = ({ total, rank, grade }: UnitResult): Outlook => ({ total, rank, grade })

const differs = (a: Outlook, b: Outlook): boolean => a.rank !== b.rank || a.grade !== b.grade

/**
 * The marks of a unit on which alone its rank or its grade hangs: with this one a little lower, or a little
 * higher, and everything else as it is, the unit would stand otherwise.
 */
export function swingsOf(evaluation: Evaluation, marks: readonly Movable[]): readonly Swing[] {
  return marks.flatMap(({ entry, lower, higher }) => {
    const now = standing(evaluation.result(entry.unit))
    const given = (value: Value): Outlook =>
      standing(rescore(evaluation, { ...entry, value }).result(entry.unit))
    const [lowered, raised] = [given(lower), given(higher)]
    return differs(now, lowered) || differs(now, raised)
      ? [{ entry, lower, higher, lowered, raised }]
      : []
  })
}

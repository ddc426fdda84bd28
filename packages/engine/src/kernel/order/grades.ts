import type { Program } from '../../compile/index.ts'
import type { Piece } from '../../core/index.ts'
import { type Rational, multiply, point, ratio } from '../../number/index.ts'
import { gradesByLine, linesOf } from '../../order/line.ts'
import { spanOf } from '../../order/range.ts'
import { stretchesOf } from '../whole/pieces.ts'
import type { Scaled } from '../whole/scaled.ts'

/** From this scaled total upwards, this grade by its position. */
export type GradeStep = readonly [from: number, grade: number]

// The lines as pieces of the total, `then` the grade; undefined where one is for the rest, or has several.
function piecesOf({ scheme, full }: Program): readonly Piece[] | undefined {
  const pieces: Piece[] = []
  for (const [then, grade] of (scheme.grading?.grades ?? []).entries()) {
    const [line, ...others] = linesOf(grade, full) ?? []
    if (line === undefined || others.length > 0) return undefined
    const { from, to, ...included } = spanOf(line.range, scheme.inclusion, true)
    if (from === null && to === null) return undefined
    const end = (at: Rational | null) => at && multiply(at, line.unit)
    pieces.push({ ...included, from: end(from), to: end(to), then })
  }
  return pieces
}

function endsOf(program: Program): readonly Rational[] {
  const lines = program.scheme.grading?.grades.flatMap((g) => linesOf(g, program.full) ?? []) ?? []
  return lines.flatMap(({ range, unit }) =>
    [range.from, range.to].flatMap((end) =>
      end === undefined ? [] : [multiply(end.at.value, unit)],
    ),
  )
}

/** The whole numbers at which the grade may change: at each end of a line, and just after it. */
function changes(program: Program, { int, scale }: Scaled): number[] {
  const around = endsOf(program).flatMap((end) => {
    const num = end.num * BigInt(scale)
    const at = Number(num / end.den)
    if (num % end.den === 0n) return [at, at + 1]
    return num < 0n ? [at] : [at + 1]
  })
  const inside = around.filter((at) => at > int.lo && at <= int.hi)
  return [int.lo, ...new Set(inside.toSorted((a, b) => a - b))]
}

/**
 * The grades by lines as steps over scaled totals, from the least upwards. Undefined where the grade is
 * not decided by lines, or lines overlap or leave a gap that a total can fall into.
 */
export function gradeSteps(program: Program, total: Scaled): readonly GradeStep[] | undefined {
  const { grading, inclusion } = program.scheme
  if (grading?.by !== 'line' || total.by !== undefined) return undefined
  const pieces = piecesOf(program)
  const plain = pieces && stretchesOf(pieces, total.int, total.scale)
  if (plain !== undefined) return plain.map(({ first, then }): GradeStep => [first, then])
  const steps: GradeStep[] = []
  for (const from of changes(program, total)) {
    const value = point(ratio(BigInt(from), BigInt(total.scale)))
    const [grade, ...others] = gradesByLine(grading.grades, value, program.full, inclusion)
    if (grade === undefined || others.length > 0) return undefined
    if (steps.at(-1)?.[1] !== grade) steps.push([from, grade])
  }
  return steps
}

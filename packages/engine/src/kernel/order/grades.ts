import type { Program } from '../../compile/index.ts'
import { type Rational, multiply, point, ratio } from '../../number/index.ts'
import { gradesByLine, linesOf } from '../../order/line.ts'
import type { Scaled } from '../whole/scaled.ts'

/** From this scaled total upwards, this grade by its position. */
export type GradeStep = readonly [from: number, grade: number]

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
  const steps: GradeStep[] = []
  for (const from of changes(program, total)) {
    const value = point(ratio(BigInt(from), BigInt(total.scale)))
    const [grade, ...others] = gradesByLine(grading.grades, value, program.full, inclusion)
    if (grade === undefined || others.length > 0) return undefined
    if (steps.at(-1)?.[1] !== grade) steps.push([from, grade])
  }
  return steps
}

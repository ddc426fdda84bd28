import { holds, narrowed } from '../core/index.ts'
import type { GradeLine, Range } from '../model/index.ts'
import {
  type Interval,
  type Rational,
  ONE,
  add,
  compare,
  divide,
  exactly,
  int,
  multiply,
  subtract,
} from '../number/index.ts'
import { type Inclusion, spanOf } from './range.ts'

/** A line of a grade: a range on the total, `unit` 1, or on the part of the full score, `unit` the full. */
interface Line {
  readonly range: Range
  readonly unit: Rational
}

/** Positions in the list of grades, 0 the best; its length stands for no grade at all. */
export type Grades = ReadonlySet<number>

/** The lines of a grade; undefined when one is a 得分率 and the full score is not known. */
export function linesOf(grade: GradeLine, full: Rational | undefined): readonly Line[] | undefined {
  const lines: Line[] = grade.line === undefined ? [] : [{ range: grade.line, unit: ONE }]
  if (grade.ratio === undefined) return lines
  if (full === undefined || full.num <= 0n) return undefined
  return [...lines, { range: grade.ratio, unit: full }]
}

const scaled = (x: Rational, line: Line): Rational => divide(x, line.unit)

const ends = (line: Line): Rational[] =>
  [line.range.from, line.range.to].flatMap((end) =>
    end === undefined ? [] : [multiply(end.at.value, line.unit)],
  )

// Between neighbouring ends of lines nothing changes, so one value of each stretch stands for all.
function samples(of: Interval, lines: readonly Line[]): Rational[] {
  const all = { from: of.lo, fromInclusive: true, to: of.hi, toInclusive: true }
  const inner = [...lines.flatMap(ends), ...[of.lo, of.hi].filter((end) => end !== null)]
    .filter((x) => holds(all, x))
    .toSorted(compare)
  const [first, last] = [inner[0], inner.at(-1)]
  if (first === undefined || last === undefined) return [int(0)]
  const between = inner.slice(1).map((x, i) => divide(add(x, inner[i] as Rational), int(2)))
  const outer = [
    ...(of.lo === null ? [subtract(first, ONE)] : []),
    ...(of.hi === null ? [add(last, ONE)] : []),
  ]
  return [...inner, ...between, ...outer]
}

// 90分以上, 80分以上: lines without an upper end are steps of a ladder, and the best reached counts;
// so do lines without a lower end, from below.
function nested(g: Line, other: Line, otherIsBetter: boolean): boolean {
  const [mine, its] = [ends(g)[0], ends(other)[0]]
  if (mine === undefined || its === undefined) return false
  if (otherIsBetter) return !g.range.to && !other.range.to && compare(its, mine) > 0
  return !g.range.from && !other.range.from && compare(its, mine) < 0
}

const isRest = ({ range }: Line): boolean => range.from === undefined && range.to === undefined

// 其他 holds where no other line does: surely none, or possibly none where an end may not belong.
function holdingRest(
  x: Rational,
  lines: readonly (readonly Line[])[],
  inclusion: Inclusion,
): number[] {
  const inside = (line: Line) => holds(spanOf(line.range, inclusion, false), scaled(x, line))
  const others = lines.filter((of) => of.length > 0 && !of.every(isRest))
  if (others.some((of) => of.every(inside))) return []
  return lines.flatMap((of, g) => (of.length > 0 && of.every(isRest) ? [g] : []))
}

function holding(x: Rational, lines: readonly (readonly Line[])[], inclusion: Inclusion): number[] {
  const inside = (line: Line) => holds(spanOf(line.range, inclusion, true), scaled(x, line))
  const named = lines.flatMap((of, g) =>
    of.length > 0 && of.every(inside) && !of.every(isRest) ? [g] : [],
  )
  const found = [...named, ...holdingRest(x, lines, inclusion)]
  const single = (g: number) => (lines[g]?.length === 1 ? lines[g][0] : undefined)
  return found.filter((g) => {
    const mine = single(g)
    return !found.some((h) => {
      const other = single(h)
      return h !== g && mine && other && nested(mine, other, h < g)
    })
  })
}

type End = 'from' | 'to'

// Which end of a line keeps a value out that does not lie in it.
function missed(x: Rational, { range, unit }: Line): End | undefined {
  const order = (end: End) => range[end] && compare(multiply(range[end].at.value, unit), x)
  if ((order('from') ?? -1) >= 0) return 'from'
  return (order('to') ?? 1) <= 0 ? 'to' : undefined
}

// In a gap between two lines either may be meant. Below them all is for the grades without a line,
// if there are any, else for no grade; above them all it is not said whether the best still holds.
function around(x: Rational, lines: readonly (readonly Line[])[]): number[] {
  const missing = (end: End) =>
    [...lines.keys()].filter((g) => lines[g]?.some((line) => missed(x, line) === end))
  const [above, below, none] = [missing('from'), missing('to'), lines.length]
  if (above.length > 0 && below.length > 0) return [Math.max(...above), Math.min(...below)]
  if (below.length > 0) return [Math.min(...below), none]
  const rest = [...lines.keys()].filter((g) => lines[g]?.length === 0)
  return rest.length > 0 ? rest : [none]
}

/**
 * The grades that a total known within an interval may get by its lines. Several for an exact total
 * mean that lines overlap there, or that it falls into a gap between them.
 */
export function gradesByLine(
  grades: readonly GradeLine[],
  total: Interval,
  full: Rational | undefined,
  inclusion: Inclusion,
): Grades {
  const lines = grades.map((grade) => linesOf(grade, full))
  if (lines.includes(undefined)) return new Set([...grades.keys(), grades.length])
  const known = lines as (readonly Line[])[]
  return new Set(
    samples(total, known.flat()).flatMap((x) => {
      const found = holding(x, known, inclusion)
      return found.length > 0 ? found : around(x, known)
    }),
  )
}

const held = (
  x: Rational,
  lines: readonly (readonly Line[])[],
  inclusion: Inclusion,
  unsaid: boolean,
) =>
  lines.flatMap((of, g) =>
    of.length > 0 &&
    !of.every(isRest) &&
    of.every((line) => holds(spanOf(line.range, inclusion, unsaid), scaled(x, line)))
      ? [g]
      : [],
  )

/** The best and the worst grade that a total is worth before quotas; `gap` where no line holds it. */
interface Worth {
  readonly best: number
  readonly worst: number
  readonly gap: boolean
}

// The best of the lines that hold a total counts; in a gap it is the better neighbour's or the worse one's.
function worthOf(x: Rational, lines: readonly (readonly Line[])[], inclusion: Inclusion): Worth {
  const possibly = held(x, lines, inclusion, true)
  const surely = held(x, lines, inclusion, false)
  const named = surely.length > 0 ? Math.min(...surely) : Math.max(...possibly)
  if (possibly.length > 0) return { best: Math.min(...possibly), worst: named, gap: false }
  const rest = holdingRest(x, lines, inclusion)
  const found = rest.length > 0 ? rest : around(x, lines)
  return { best: Math.min(...found), worst: Math.max(...found), gap: rest.length === 0 }
}

/** Whether a total contends for a grade where quotas fill from above, and whether it lies in a gap. */
export interface Contends {
  readonly surely: boolean
  readonly possibly: boolean
}

// Whether a total reaches the lower end of every line of a grade.
function reaches(lines: readonly Line[], total: Interval, inclusion: Inclusion): Contends {
  const floor = (line: Line, unsaid: boolean) => ({
    ...spanOf(line.range, inclusion, unsaid),
    to: null,
    toInclusive: false,
  })
  const part = (line: Line): Interval => ({
    lo: total.lo && scaled(total.lo, line),
    hi: total.hi && scaled(total.hi, line),
  })
  const surely = (line: Line) => {
    const [span, { lo }] = [floor(line, false), part(line)]
    return span.from === null || (lo !== null && holds(span, lo))
  }
  return {
    surely: lines.every(surely),
    possibly: lines.every((line) => narrowed(floor(line, true), part(line)) !== undefined),
  }
}

/**
 * For each grade, whether a total contends for it where quotas fill from above: its own grade by the lines,
 * and every worse one whose lower end it reaches, for whom a quota leaves out falls to it. A total that no
 * line holds contends for the grade above the gap as well, for either may be meant.
 */
export function contendsFor(
  grades: readonly GradeLine[],
  total: Interval,
  full: Rational | undefined,
  inclusion: Inclusion,
): readonly Contends[] {
  const lines = grades.map((grade) => linesOf(grade, full))
  if (lines.includes(undefined)) return grades.map(() => ({ surely: false, possibly: true }))
  const known = lines as (readonly Line[])[]
  const worths = samples(total, known.flat()).map((x) => worthOf(x, known, inclusion))
  return known.map((of, g) => {
    if (of.length === 0) return { surely: true, possibly: true }
    const { surely, possibly } = reaches(of, total, inclusion)
    return {
      surely: surely && worths.every(({ worst }) => worst <= g),
      possibly: worths.some(({ best, gap }) => (gap && best === g) || (possibly && best <= g)),
    }
  })
}

/** Whether a known total lies where no line holds it, between two lines or beyond them. */
export function inGap(
  grades: readonly GradeLine[],
  total: Interval,
  full: Rational | undefined,
  inclusion: Inclusion,
): boolean {
  const x = exactly(total)
  const lines = grades.map((grade) => linesOf(grade, full) ?? [])
  return x !== undefined && worthOf(x, lines, inclusion).gap
}

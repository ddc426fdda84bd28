import { parseRational } from '@kaohe/engine'

/** Points as a length of a picture; their exact figure stands beside it. */
export function lengthOf(points: string | null): number {
  const value = points === null ? undefined : parseRational(points.replace('+', ''))
  return value === undefined ? 0 : Number(value.num) / Number(value.den)
}

/** From where to where an axis goes, and its marks. */
export interface Scale {
  readonly from: number
  readonly to: number
  readonly marks: readonly number[]
  at(points: number): number
}

const STEPS = [1, 2, 5, 10]
const MOST_MARKS = 6

function stepFor(span: number): number {
  const power = 10 ** Math.floor(Math.log10(span / MOST_MARKS || 1))
  return (STEPS.find((step) => span / power / step <= MOST_MARKS) ?? 10) * power
}

// Where everything lies in the upper half, an axis from nothing would hide what differs; its marks tell.
const isHigh = (least: number, most: number): boolean => least > most / 2

/** An axis of some width for these points. */
export function scaleFor(points: readonly number[], x: number, width: number): Scale {
  const [least, most] = [Math.min(...points), Math.max(...points)]
  const bottom = isHigh(least, most) ? least - (most - least || most) * 0.4 : Math.min(0, least)
  const step = stepFor(most - bottom || 1)
  const from = Math.floor(bottom / step) * step
  const to = Math.ceil(most / step) * step
  const count = Math.round((to - from) / step)
  return {
    from,
    to,
    marks: Array.from({ length: count + 1 }, (_, i) => Math.round((from + i * step) * 1000) / 1000),
    at: (value) => x + ((value - from) / (to - from)) * width,
  }
}

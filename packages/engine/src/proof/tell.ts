import { approximately, sayQuantity } from '../compile/index.ts'
import { type Values, holds } from '../core/index.ts'
import type { Lowered, Segment, Telling } from '../kinds/kind.ts'
import { type Interval, exactly, formatRational, point } from '../number/index.ts'

function sayBetween({ lo, hi }: Interval, unit: string): string {
  if (lo === null) return hi === null ? '' : `不高于${sayQuantity(hi, unit)}`
  if (hi === null) return `不低于${sayQuantity(lo, unit)}`
  return `${sayQuantity(lo, unit)}至${sayQuantity(hi, unit)}`
}

/** A value in words: `3次`, `96%`, or between what it lies when it is not known. */
export function sayInterval(value: Interval, unit: string): string {
  const exact = exactly(value)
  if (exact !== undefined) return `${sayQuantity(exact, unit)}${approximately(exact, unit)}`
  const between = sayBetween(value, unit)
  return between === '' ? '未定' : `未定（${between}）`
}

function saySigned(value: Interval): string {
  const exact = exactly(value)
  if (exact === undefined) return `得分${sayInterval(value, '分')}`
  if (exact.num === 0n) return '得0分'
  return exact.num > 0n
    ? `得${formatRational(exact)}分${approximately(exact, '分')}`
    : `扣${sayInterval(point({ num: -exact.num, den: exact.den }), '分')}`
}

/** A value as a segment of a sentence says it: in its unit, or as points that are gained or lost. */
export function sayFigure(
  segment: { readonly unit: string; readonly signed?: boolean },
  value: Interval,
): string {
  return segment.signed === true ? saySigned(value) : sayInterval(value, segment.unit)
}

/** What is said where it is not known yet which case holds. */
export const UNKNOWN_YET = '待数据或口径确定'
/** What is said where none of the cases holds. */
export const NO_CASE = '不在任何一档'
/** What is said between cases that hold at once. */
export const OR = '，或'

function saySegment(segment: Segment, values: Values): string {
  if (typeof segment === 'string') return segment
  if ('absent' in segment) return segment.absent
  if ('value' in segment) return sayFigure(segment, values.of(segment.value))
  const value = exactly(values.of(segment.by))
  if (value === undefined) return segment.unknown ? say(segment.unknown, values) : UNKNOWN_YET
  const found = segment.cases.filter((c) => holds(c.piece, value))
  return found.length === 0 ? NO_CASE : found.map((c) => say(c.say, values)).join(OR)
}

/** A telling in words, with the values of one unit. */
export function say(telling: Telling, values: Values): string {
  return telling.map((segment) => saySegment(segment, values)).join('')
}

/** Whether a telling says of the unit why the rule leaves it out. */
function saysWhyNot(telling: Telling, values: Values): boolean {
  return telling.some((segment) => {
    if (typeof segment === 'string' || 'value' in segment) return false
    if ('absent' in segment) return true
    const value = exactly(values.of(segment.by))
    const held = segment.cases.filter((c) => value !== undefined && holds(c.piece, value))
    return held.some((c) => saysWhyNot(c.say, values))
  })
}

/** A sentence and how deep in the rule it stands, from 0. */
export interface Sentence {
  readonly depth: number
  readonly text: string
  /** Whether it says why the rule leaves the unit out. */
  readonly whyNot: boolean
}

/** The sentences of a rule: its own, then those of the rules inside it. */
export function sayRule(rule: Lowered, values: Values, depth = 0): Sentence[] {
  const text = say(rule.told, values)
  const own = text === '' ? [] : [{ depth, text, whyNot: saysWhyNot(rule.told, values) }]
  return [...own, ...rule.parts.flatMap((part) => sayRule(part, values, depth + 1))]
}

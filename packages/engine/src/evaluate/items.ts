import type { ItemProgram, Program } from '../compile/index.ts'
import type { ItemResult, ItemStatus, PartResult } from '../model/index.ts'
import { type Interval, exactly, ZERO, point } from '../number/index.ts'
import { type Gaps, NO_GAPS } from './found.ts'
import type { GapFinder } from './gaps.ts'
import type { Reading } from './read.ts'

function statusOf(item: ItemProgram, value: Interval, applies: Interval, gaps: Gaps): ItemStatus {
  if (exactly(applies)?.num === 0n) return 'not-applicable'
  if (item.lowered === undefined) return 'no-rule'
  if (item.targetOnly) return 'target-only'
  if (exactly(value) !== undefined && exactly(applies) !== undefined) return 'scored'
  return gaps.missing.length > 0 ? 'provisional' : 'open'
}

/** The points of one item of a unit, with what they still lack. */
export function itemResult(item: ItemProgram, reading: Reading, finder: GapFinder): ItemResult {
  const value = reading.values.of(item.points)
  const applies = reading.values.of(item.applies)
  const exempt = exactly(applies)?.num === 0n
  const node = item.targetOnly ? (item.reached ?? item.points) : item.points
  const gaps = exempt ? NO_GAPS : finder.of(node, reading)
  const status = statusOf(item, value, applies, gaps)
  const scored = status !== 'not-applicable' && status !== 'target-only'
  const reached = item.reached === undefined ? undefined : exactly(reading.values.of(item.reached))
  return {
    id: item.item.id,
    points: scored ? exactly(value) : undefined,
    range: scored ? value : point(ZERO),
    full: item.item.full,
    status,
    clause: item.item.clause,
    reached: exempt || reached === undefined ? undefined : reached.num !== 0n,
    missing: gaps.missing,
    questions: gaps.questions.map((q) => (q.includes('/') ? q : `指标/${item.item.id}：${q}`)),
  }
}

export function partResults(program: Program, reading: Reading): PartResult[] {
  return program.parts.map((part) => {
    const { id, kind } = part
    const applies = exactly(reading.values.of(part.applies))?.num !== 0n
    if (!applies) return { id, kind, applies, points: undefined, range: point(ZERO) }
    const range = reading.values.of(part.points)
    return { id, kind, applies, points: exactly(range), range }
  })
}

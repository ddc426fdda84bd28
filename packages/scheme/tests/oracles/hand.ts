/** What a case expects, written so that an oracle and the engine can both be compared with it. */
import { type UnitResult, formatRational } from '@kaohe/engine'
import type { Case, Expected } from './case-file.ts'

/** One unit's outcome in the words of a case file. */
export interface Outcome {
  item(id: string): string
  readonly total: string
  readonly rank: string | number
  readonly grade: string
  readonly eligible: string
  readonly vetoes: readonly string[]
}

type Further = Expected & {
  readonly 等次?: string
  readonly 参评?: string
  readonly 否决?: readonly string[]
}

// A range or an open word in a case means that the points are not known yet.
function known(points: string | number): string {
  return String(points).startsWith('[') || points === '待定' ? '?' : String(points)
}

interface Compared {
  readonly what: string
  readonly expected: unknown
  readonly found: unknown
}

function compared(expected: Further, outcome: Outcome): Compared[] {
  const items = Object.entries(expected.指标 ?? {}).map(([id, points]) => ({
    what: id,
    expected: known(points),
    found: outcome.item(id),
  }))
  // An open grade and none at all are the same here: no grade.
  const { 总分: total, 名次: rank, 等次: grade, 参评: eligible, 否决: vetoes } = expected
  return [
    ...items,
    { what: '总分', expected: total === undefined ? total : known(total), found: outcome.total },
    { what: '名次', expected: rank, found: outcome.rank },
    { what: '等次', expected: grade === '待定' ? '无' : grade, found: outcome.grade },
    { what: '参评', expected: eligible, found: outcome.eligible },
    { what: '否决', expected: vetoes?.join(' '), found: outcome.vetoes.join(' ') },
  ].filter((one) => one.expected !== undefined)
}

/** Where outcomes differ from what the case expects; a case expects nothing that it does not write. */
export function differences(one: Case, outcomes: ReadonlyMap<string, Outcome>): readonly object[] {
  return Object.entries(one.期望).flatMap(([unit, expected]) =>
    compared(expected as Further, outcomes.get(unit)!)
      .filter((c) => String(c.expected) !== String(c.found))
      .map((c) => ({ unit, ...c })),
  )
}

const ELIGIBLE = { yes: '是', no: '否', undecided: '待定' } as const

/** Yes, no or not known, as a case writes whether a target is reached. */
export function reachedWord(reached: boolean | undefined): string {
  return reached === undefined ? '?' : reached ? '达到' : '未达到'
}

function itemWord(result: UnitResult, id: string): string {
  const item = result.items.find((i) => i.id === id)
  if (item === undefined) return '?'
  if (item.status === 'not-applicable') return '不适用'
  if (item.status === 'target-only') return reachedWord(item.reached)
  return item.points === undefined ? '?' : formatRational(item.points)
}

/** The engine's result in the words of a case file. */
export function engineOutcome(result: UnitResult): Outcome {
  return {
    item: (id) => itemWord(result, id),
    total: result.total === undefined ? '?' : formatRational(result.total),
    rank: result.rank ?? '无',
    grade: result.grade ?? '无',
    eligible: ELIGIBLE[result.eligible],
    vetoes: result.vetoes,
  }
}

/** All of a map of results in the words of a case file. */
export function engineOutcomes(
  results: ReadonlyMap<string, UnitResult>,
): ReadonlyMap<string, Outcome> {
  return new Map([...results].map(([id, result]) => [id, engineOutcome(result)]))
}

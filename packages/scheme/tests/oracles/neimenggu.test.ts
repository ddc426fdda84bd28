import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { choicesOf, readCases } from './case-file.ts'
import { markedSheetOf } from './marked.ts'
import { type NeimengguUnit, scoreNeimenggu } from './neimenggu.ts'
import { monthsBetween } from './sheet.ts'

const FOLDER = join(import.meta.dirname, '../../../../schemes/neimenggu-2020')
const EVENTS = ['ballot', 'startup-training', 'bonus-project']
const PERIODS = { 'monthly-check': monthsBetween('2020-01-01', '2020-12-31') }

const cases = readCases(join(FOLDER, 'cases'))

describe('Inner Mongolia 2020: plain arithmetic against the sums worked by hand', () => {
  for (const one of cases) {
    const choices = choicesOf(one)
    if (choices === undefined) continue
    it(one.名称, () => {
      const units = scoreNeimenggu(markedSheetOf(one, PERIODS, EVENTS), choices)
      for (const [id, expected] of Object.entries(one.期望)) {
        const unit = units.find((u) => u.unit === id)!
        for (const [item, points] of Object.entries(expected.指标 ?? {}))
          expect({ item, points: said(unit, item) }).toEqual({ item, points: known(points) })
        if (expected.总分 !== undefined)
          expect(unit.total?.toString() ?? '?').toBe(known(expected.总分))
        if (expected.名次 !== undefined) expect(unit.rank ?? '无').toBe(expected.名次)
        const { 等次: grade } = expected as { readonly 等次?: string }
        if (grade !== undefined) expect(unit.grade ?? '无').toBe(grade)
      }
    })
  }

  it('has a case for every option that changes points, ranks or grades', () => {
    const chosen = new Set(
      cases.flatMap((c) => Object.entries(choicesOf(c) ?? {}).map(([r, o]) => `${r}=${o}`)),
    )
    expect(chosen.size).toBeGreaterThanOrEqual(12)
  })
})

function said(unit: NeimengguUnit, item: string): string {
  if (!item.startsWith('goal-')) return unit.items[item]?.toString() ?? '?'
  const reached = unit.goals[item]
  return reached === undefined ? '?' : reached ? '达到' : '未达到'
}

// A range or an open word in a case means that the points are not known yet.
function known(points: string | number): string {
  return String(points).startsWith('[') || points === '待定' ? '?' : String(points)
}

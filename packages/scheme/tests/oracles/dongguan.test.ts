import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { choicesOf, readCases } from './case-file.ts'
import { type DongguanUnit, scoreDongguan } from './dongguan.ts'
import { markedSheetOf } from './marked.ts'
import { monthsBetween } from './sheet.ts'

const FOLDER = join(import.meta.dirname, '../../../../schemes/dongguan-2017')
const PERIODS = { 'platform-index': monthsBetween('2017-01-01', '2017-12-31') }

interface Further {
  readonly 等次?: string
  readonly 参评?: string
  readonly 否决?: readonly string[]
}

const cases = readCases(join(FOLDER, 'cases'))

describe('Dongguan 2017: plain arithmetic against the sums worked by hand', () => {
  for (const one of cases) {
    const choices = choicesOf(one)
    if (choices === undefined) continue
    it(one.名称, () => {
      const units = scoreDongguan(markedSheetOf(one, PERIODS, []), choices)
      for (const [id, expected] of Object.entries(one.期望)) {
        const unit = units.find((u) => u.unit === id)!
        for (const [item, points] of Object.entries(expected.指标 ?? {}))
          expect({ item, points: said(unit, item) }).toEqual({ item, points: known(points) })
        if (expected.总分 !== undefined)
          expect(unit.total?.toString() ?? '?').toBe(known(expected.总分))
        if (expected.名次 !== undefined) expect(unit.rank ?? '无').toBe(expected.名次)
        compareFurther(unit, expected as Further)
      }
    })
  }

  it('has a case for every option that changes points, ranks, grades or eligibility', () => {
    const chosen = new Set(
      cases.flatMap((c) => Object.entries(choicesOf(c) ?? {}).map(([r, o]) => `${r}=${o}`)),
    )
    expect(chosen.size).toBeGreaterThanOrEqual(12)
  })
})

function compareFurther(unit: DongguanUnit, expected: Further): void {
  if (expected.等次 !== undefined) expect(unit.grade ?? '无').toBe(expected.等次)
  if (expected.参评 !== undefined)
    expect(unit.eligible === undefined ? '待定' : unit.eligible ? '是' : '否').toBe(expected.参评)
  if (expected.否决 !== undefined)
    expect(unit.barred === true ? ['late-materials'] : []).toEqual(expected.否决)
}

function said(unit: DongguanUnit, item: string): string {
  const points = unit.items[item]
  return points === null ? '不适用' : (points?.toString() ?? '?')
}

// A range or an open word in a case means that the points are not known yet.
function known(points: string | number): string {
  return String(points).startsWith('[') || points === '待定' ? '?' : String(points)
}

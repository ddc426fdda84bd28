import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { choicesOf, readCases, sheetOf } from './case-file.ts'
import { type GanzhouUnit, scoreGanzhou } from './ganzhou.ts'

const FOLDER = join(import.meta.dirname, '../../../../schemes/ganzhou-2023')
const EVENTS = ['house-activity', 'info', 'volunteer', 'own-service', 'major', 'contest', 'visit']
const DECIDED: Readonly<Record<string, string>> = { 是: 'yes', 否: 'no', 待定: 'undecided' }

function periods(choices: Readonly<Record<string, string>>): Record<string, string[]> {
  const times = choices['study-episodes'] === 'twelve' ? 12 : 30
  return { 'study-rate': Array.from({ length: times }, (_, i) => String(i + 1)) }
}

const cases = readCases(join(FOLDER, 'cases'))

describe('Ganzhou 2023: plain arithmetic against the sums worked by hand', () => {
  for (const one of cases) {
    const choices = choicesOf(one)
    if (choices === undefined) continue
    it(one.名称, () => {
      const units = scoreGanzhou(sheetOf(one, periods(choices), EVENTS), choices)
      for (const [id, expected] of Object.entries(one.期望)) {
        const unit = units.find((u) => u.unit === id)!
        for (const [item, points] of Object.entries(expected.指标 ?? {}))
          expect({ item, points: written(unit.items[item]) }).toEqual({
            item,
            points: exact(points),
          })
        if (expected.总分 !== undefined) expect(written(unit.total)).toBe(exact(expected.总分))
        if (expected.名次 !== undefined) expect(unit.rank).toBe(expected.名次)
        for (const [id, met] of Object.entries(expected.后果 ?? {}))
          expect({ id, met: unit[id as keyof GanzhouUnit] }).toEqual({ id, met: DECIDED[met] })
      }
    })
  }

  it('has a case for every reading that changes points', () => {
    const chosen = new Set(cases.flatMap((c) => Object.keys(choicesOf(c) ?? {})))
    expect(chosen.size).toBeGreaterThanOrEqual(16)
  })
})

// A range in a case means that the points are not known yet; the oracle then says nothing.
function exact(points: string | number): string {
  return String(points).startsWith('[') ? '?' : String(points)
}

function written(points: number | undefined): string {
  return points === undefined ? '?' : String(points)
}

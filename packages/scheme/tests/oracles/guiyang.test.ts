import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { choicesOf, readCases, sheetOf } from './case-file.ts'
import { type GuiyangUnit, scoreGuiyang } from './guiyang.ts'
import { monthsBetween } from './sheet.ts'

const FOLDER = join(import.meta.dirname, '../../../../schemes/guiyang-2021')
const EVENTS = ['org-project', 'pairing', 'summary']
const PERIODS = { special: monthsBetween('2021-11-01', '2022-10-31') }
const DECIDED: Readonly<Record<string, string>> = { 是: 'yes', 否: 'no', 待定: 'undecided' }

const cases = readCases(join(FOLDER, 'cases'))

describe('Guiyang 2021: plain arithmetic against the sums worked by hand', () => {
  for (const one of cases) {
    const choices = choicesOf(one)
    if (choices === undefined) continue
    it(one.名称, () => {
      const units = scoreGuiyang(sheetOf(one, PERIODS, EVENTS), choices)
      for (const [id, expected] of Object.entries(one.期望)) {
        const unit = units.find((u) => u.unit === id)!
        for (const [item, points] of Object.entries(expected.指标 ?? {}))
          expect({ item, points: unit.items[item] ?? '?' }).toEqual({ item, points: exact(points) })
        if (expected.总分 !== undefined) expect(unit.total ?? '?').toBe(exact(expected.总分))
        if (expected.部分?.['基本'] !== undefined)
          expect(unit.base).toBe(exact(expected.部分['基本']))
        if (expected.部分?.['加分'] !== undefined)
          expect(unit.bonus).toBe(exact(expected.部分['加分']))
        for (const [name, met] of Object.entries(expected.后果 ?? {}))
          expect({ name, met: consequence(unit, name) }).toEqual({ name, met: DECIDED[met] })
      }
    })
  }

  it('has a case for every reading that changes points', () => {
    const chosen = new Set(cases.flatMap((c) => Object.keys(choicesOf(c) ?? {})))
    expect(chosen.size).toBe(10)
  })
})

function consequence(unit: GuiyangUnit, name: string): string {
  return name === 'reward' || name === 'centenary' ? unit.outstanding : unit.laggard
}

// A range in a case means that the points are not known yet; the oracle then says nothing.
function exact(points: string | number): string {
  return String(points).startsWith('[') ? '?' : String(points)
}

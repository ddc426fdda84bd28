import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { engineResults, optionsOf } from './against.ts'
import { choicesOf, readCases } from './case-file.ts'
import { type DongguanChoices, type DongguanUnit, scoreDongguan } from './dongguan.ts'
import { type Outcome, engineOutcomes, differences } from './hand.ts'
import { markedSheetOf } from './marked.ts'
import { type Sheet, monthsBetween } from './sheet.ts'

const FOLDER = join(import.meta.dirname, '../../../../schemes/dongguan-2017')
const PERIODS = { 'platform-index': monthsBetween('2017-01-01', '2017-12-31') }

const cases = readCases(join(FOLDER, 'cases'))
// Plain arithmetic follows no open clause.
const settled = cases.filter((one) => choicesOf(one) !== undefined)
const year = JSON.parse(readFileSync(join(FOLDER, 'facts/year.json'), 'utf8')) as Sheet

function outcome(unit: DongguanUnit): Outcome {
  const { eligible } = unit
  // Who takes no part has no figures.
  const items: DongguanUnit['items'] = eligible === false ? {} : unit.items
  const total = eligible === false ? undefined : unit.total
  return {
    item: (id) => (items[id] === null ? '不适用' : (items[id]?.toString() ?? '?')),
    total: total?.toString() ?? '?',
    rank: unit.rank ?? '无',
    grade: unit.grade ?? '无',
    eligible: eligible === undefined ? '待定' : eligible ? '是' : '否',
    vetoes: unit.barred === true ? ['late-materials'] : [],
  }
}

function plain(sheet: Sheet, choices: Partial<DongguanChoices>): ReadonlyMap<string, Outcome> {
  return new Map(scoreDongguan(sheet, choices).map((u) => [u.unit, outcome(u)]))
}

describe('Dongguan 2017: plain arithmetic against the sums worked by hand', () => {
  it.each(settled)('$名称', (one) => {
    const worked = plain(markedSheetOf(one, PERIODS, []), choicesOf(one)!)
    expect(differences(one, worked)).toEqual([])
  })

  it('has a case for every option that changes points, ranks, grades or eligibility', () => {
    const chosen = new Set(
      cases.flatMap((c) => Object.entries(choicesOf(c) ?? {}).map(([r, o]) => `${r}=${o}`)),
    )
    expect(chosen.size).toBeGreaterThanOrEqual(12)
  })
})

describe('Dongguan 2017: the engine against the sums worked by hand', () => {
  it.each(cases)('$名称', (one) => {
    const sheet = markedSheetOf(one, PERIODS, [])
    const found = engineOutcomes(engineResults(FOLDER, sheet, optionsOf(one)))
    expect(differences(one, found)).toEqual([])
  })
})

const VARIANTS: readonly Partial<DongguanChoices>[] = [
  {},
  { 'factories-party-government': 'zero' },
  { 'several-departments': 'lowest', rounding: 'one-place' },
  { 'weights-50': 'item-equal' },
  { 'phone-conversion': 'satisfied-share', 'factory-items': 'full-marks' },
  { 'founded-by': 'notice-day', 'grading-method': 'lines' },
]

describe('Dongguan 2017: the engine against plain arithmetic on the demonstration year', () => {
  for (const choices of VARIANTS)
    it(`readings ${JSON.stringify(choices)}`, () => {
      const worked = plain(year, choices)
      const found = engineOutcomes(engineResults(FOLDER, year, { choose: choices }))
      expect(worked.size).toBe(52)
      const ids = Object.keys(scoreDongguan(year)[0]!.items)
      const told = (all: ReadonlyMap<string, Outcome>) =>
        [...all].map(([unit, { item, ...rest }]) => [unit, rest, ids.map((id) => [id, item(id)])])
      expect(told(found)).toEqual(told(worked))
    })
})

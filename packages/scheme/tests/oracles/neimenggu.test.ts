import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { engineResults, optionsOf } from './against.ts'
import { choicesOf, readCases } from './case-file.ts'
import { type Outcome, engineOutcomes, differences, reachedWord } from './hand.ts'
import { markedSheetOf } from './marked.ts'
import { type NeimengguChoices, type NeimengguUnit, scoreNeimenggu } from './neimenggu.ts'
import { type Sheet, monthsBetween } from './sheet.ts'

const FOLDER = join(import.meta.dirname, '../../../../schemes/neimenggu-2020')
const EVENTS = ['ballot', 'startup-training', 'bonus-project']
const PERIODS = { 'monthly-check': monthsBetween('2020-01-01', '2020-12-31') }

const cases = readCases(join(FOLDER, 'cases'))
// Plain arithmetic follows no open clause.
const settled = cases.filter((one) => choicesOf(one) !== undefined)
const year = JSON.parse(readFileSync(join(FOLDER, 'facts/year.json'), 'utf8')) as Sheet

function outcome(unit: NeimengguUnit): Outcome {
  return {
    item: (id) =>
      id.startsWith('goal-') ? reachedWord(unit.goals[id]) : (unit.items[id]?.toString() ?? '?'),
    total: unit.total?.toString() ?? '?',
    rank: unit.rank ?? '无',
    grade: unit.grade ?? '无',
    eligible: '是',
    vetoes: [],
  }
}

function plain(sheet: Sheet, choices: Partial<NeimengguChoices>): ReadonlyMap<string, Outcome> {
  return new Map(scoreNeimenggu(sheet, choices).map((u) => [u.unit, outcome(u)]))
}

describe('Inner Mongolia 2020: plain arithmetic against the sums worked by hand', () => {
  it.each(settled)('$名称', (one) => {
    const worked = plain(markedSheetOf(one, PERIODS, EVENTS), choicesOf(one)!)
    expect(differences(one, worked)).toEqual([])
  })

  it('has a case for every option that changes points, ranks or grades', () => {
    const chosen = new Set(
      cases.flatMap((c) => Object.entries(choicesOf(c) ?? {}).map(([r, o]) => `${r}=${o}`)),
    )
    expect(chosen.size).toBeGreaterThanOrEqual(12)
  })
})

describe('Inner Mongolia 2020: the engine against the sums worked by hand', () => {
  it.each(cases)('$名称', (one) => {
    const sheet = markedSheetOf(one, PERIODS, EVENTS)
    const found = engineOutcomes(engineResults(FOLDER, sheet, optionsOf(one)))
    expect(differences(one, found)).toEqual([])
  })
})

const VARIANTS: readonly Partial<NeimengguChoices>[] = [
  {},
  { 'weights-60': 'focus-equal' },
  { 'bonus-scope': 'each-project' },
  { 'survey-conversion': 'product', rounding: 'one-place' },
  { 'ballot-method': 'trimmed' },
  { 'ballot-method': 'median', 'grading-method': 'lines' },
]

describe('Inner Mongolia 2020: the engine against plain arithmetic on the demonstration year', () => {
  for (const choices of VARIANTS)
    it(`readings ${JSON.stringify(choices)}`, () => {
      const worked = plain(year, choices)
      const found = engineOutcomes(engineResults(FOLDER, year, { choose: choices }))
      expect(worked.size).toBe(12)
      const { items, goals } = scoreNeimenggu(year)[0]!
      const ids = [...Object.keys(items), ...Object.keys(goals)]
      const told = (all: ReadonlyMap<string, Outcome>) =>
        [...all].map(([unit, { item, ...rest }]) => [unit, rest, ids.map((id) => [id, item(id)])])
      expect(told(found)).toEqual(told(worked))
    })
})

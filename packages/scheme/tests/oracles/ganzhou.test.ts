import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ganzhouYear } from '../../../../tools/demo-facts/ganzhou.ts'
import { yearText } from '../../../../tools/demo-facts/year-file.ts'
import { engineResults, optionsOf, schemeIn } from './against.ts'
import { type Case, choicesOf, readCases, sheetOf } from './case-file.ts'
import {
  type Figures,
  engineFigures,
  exactFigures,
  expectedFigures,
  known,
  sameNames,
} from './figures.ts'
import { type GanzhouUnit, scoreGanzhou } from './ganzhou.ts'
import type { Sheet } from './sheet.ts'

const FOLDER = join(import.meta.dirname, '../../../../schemes/ganzhou-2023')
const YEAR = readFileSync(join(FOLDER, 'facts/year.json'), 'utf8')
const clean = schemeIn(FOLDER)
const EVENTS = clean.scheme!.events!.map((e) => e.id)
const MET = { yes: '是', no: '否', undecided: '待定' } as const

const cases = readCases(join(FOLDER, 'cases')).map((one) => ({ name: one.名称, one }))
const decided = cases.filter(({ one }) => choicesOf(one) !== undefined)

function sheetFor(one: Case): Sheet {
  const times = choicesOf(one)?.['study-episodes'] === 'twelve' ? 12 : 30
  const episodes = Array.from({ length: times }, (_, i) => String(i + 1))
  return sheetOf(one, { 'study-rate': episodes }, EVENTS)
}

function plainFigures(unit: GanzhouUnit): Figures {
  const standing: [string, string][] =
    unit.rank === undefined
      ? []
      : [
          ['名次', String(unit.rank)],
          ['后果 recommend', MET[unit.recommend]],
          ['后果 reassign', MET[unit.reassign]],
        ]
  return Object.fromEntries([
    ...Object.entries(unit.items).flatMap(([id, points]) => known(`指标 ${id}`, points)),
    ...known('总分', unit.total),
    ...standing,
  ])
}

function plainOf(one: Case): ReadonlyMap<string, Figures> {
  const units = scoreGanzhou(sheetFor(one), choicesOf(one))
  return new Map(units.map((u) => [u.unit, plainFigures(u)]))
}

describe('Ganzhou 2023: plain arithmetic against the sums worked by hand', () => {
  it.each(decided)('$name', ({ one }) => {
    const plain = plainOf(one)
    for (const [unit, expected] of Object.entries(one.期望)) {
      const exact = exactFigures(expected)
      expect(sameNames(exact, plain.get(unit)!)).toEqual(exact)
    }
  })

  it('has a case for every option that changes points, ranks or selections', () => {
    const chosen = new Set(
      decided.flatMap(({ one }) => Object.entries(choicesOf(one)!).map((c) => c.join('='))),
    )
    const without = [
      'inspection-date',
      'study-base',
      'entry-dates',
      'parts',
      'execution',
      'detailed-rules',
    ]
    const others = clean.readings.flatMap((r) =>
      r.options.filter((o) => o.id !== r.adopted).map((o) => `${r.id}=${o.id}`),
    )
    const untried = others.filter((o) => !chosen.has(o))
    expect(untried.filter((o) => !without.includes(o.split('=')[0]!))).toEqual([])
  })
})

describe('Ganzhou 2023: the engine against the sums worked by hand', () => {
  it.each(cases)('$name', ({ one }) => {
    const engine = engineResults(FOLDER, sheetFor(one), optionsOf(one))
    for (const [unit, expected] of Object.entries(one.期望)) {
      const wanted = expectedFigures(expected)
      expect(sameNames(wanted, engineFigures(engine.get(unit)!))).toEqual(wanted)
    }
  })
})

describe('Ganzhou 2023: the engine against plain arithmetic', () => {
  it.each(decided)('$name', ({ one }) => {
    const engine = engineResults(FOLDER, sheetFor(one), optionsOf(one))
    for (const [unit, plain] of plainOf(one))
      expect(sameNames(plain, engineFigures(engine.get(unit)!))).toEqual(plain)
  })

  const sheet = JSON.parse(YEAR) as Sheet
  const others = clean.readings.flatMap((r) =>
    r.options.filter((o) => o.id !== r.adopted).map((o) => ({ [r.id]: o.id })),
  )

  it.each([{}, ...others])('a whole year under %j', (choose) => {
    const engine = engineResults(FOLDER, sheet, { choose })
    expect(engine.size).toBe(23)
    for (const unit of scoreGanzhou(sheet, choose)) {
      const plain = plainFigures(unit)
      expect(sameNames(plain, engineFigures(engine.get(unit.unit)!))).toEqual(plain)
    }
  })

  it('reads the year that the generator makes', () => {
    expect(yearText(ganzhouYear())).toBe(YEAR)
  })
})

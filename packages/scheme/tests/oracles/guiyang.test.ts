import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { guiyangYear } from '../../../../tools/demo-facts/guiyang.ts'
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
import { type GuiyangUnit, scoreGuiyang } from './guiyang.ts'
import { type Sheet, monthsBetween } from './sheet.ts'

const FOLDER = join(import.meta.dirname, '../../../../schemes/guiyang-2021')
const YEAR = readFileSync(join(FOLDER, 'facts/year.json'), 'utf8')
const clean = schemeIn(FOLDER)
const EVENTS = clean.scheme!.events!.map((e) => e.id)
const MONTHS = { special: monthsBetween('2021-11-01', '2022-10-31') }
const MET = { yes: '是', no: '否', undecided: '待定' } as const

const cases = readCases(join(FOLDER, 'cases')).map((one) => ({ name: one.名称, one }))
const decided = cases.filter(({ one }) => choicesOf(one) !== undefined)

function plainFigures(unit: GuiyangUnit): Figures {
  const { laggard, outstanding } = unit
  const followed = { talk: laggard, cut: laggard, circular: laggard }
  const praised = { reward: outstanding, centenary: outstanding }
  const consequences: [string, string][] =
    unit.total === undefined
      ? []
      : Object.entries({ ...followed, ...praised }).map(([id, met]) => [`后果 ${id}`, MET[met]])
  return Object.fromEntries([
    ...Object.entries(unit.items).flatMap(([id, points]) => known(`指标 ${id}`, points)),
    ...known('部分 基本', unit.base),
    ...known('部分 加分', unit.bonus),
    ...known('总分', unit.total),
    ...consequences,
  ])
}

function plainOf(one: Case): ReadonlyMap<string, Figures> {
  const units = scoreGuiyang(sheetOf(one, MONTHS, EVENTS), choicesOf(one))
  return new Map(units.map((u) => [u.unit, plainFigures(u)]))
}

describe('Guiyang 2021: plain arithmetic against the sums worked by hand', () => {
  it.each(decided)('$name', ({ one }) => {
    const plain = plainOf(one)
    for (const [unit, expected] of Object.entries(one.期望)) {
      const open = (name: string, value: string) => name.startsWith('后果') && value === '待定'
      const exact = Object.fromEntries(
        Object.entries(exactFigures(expected)).filter(([name, value]) => !open(name, value)),
      )
      expect(sameNames(exact, plain.get(unit)!)).toEqual(exact)
    }
  })

  it('has a case for every option that changes points or consequences', () => {
    const chosen = new Set(
      decided.flatMap(({ one }) => Object.entries(choicesOf(one)!).map((c) => c.join('='))),
    )
    const others = clean.readings.flatMap((r) =>
      r.options.filter((o) => o.id !== r.adopted).map((o) => `${r.id}=${o.id}`),
    )
    const silent = (o: string) =>
      /^(texts|assessment-date)=/.test(o) || /^repair-.*=unknown$/.test(o)
    expect(others.filter((o) => !chosen.has(o) && !silent(o))).toEqual([])
  })
})

describe('Guiyang 2021: the engine against the sums worked by hand', () => {
  it.each(cases)('$name', ({ one }) => {
    const engine = engineResults(FOLDER, sheetOf(one, MONTHS, EVENTS), optionsOf(one))
    for (const [unit, expected] of Object.entries(one.期望)) {
      const wanted = expectedFigures(expected)
      expect(sameNames(wanted, engineFigures(engine.get(unit)!))).toEqual(wanted)
    }
  })
})

describe('Guiyang 2021: the engine against plain arithmetic', () => {
  it.each(decided)('$name', ({ one }) => {
    const engine = engineResults(FOLDER, sheetOf(one, MONTHS, EVENTS), optionsOf(one))
    for (const [unit, plain] of plainOf(one))
      expect(sameNames(plain, engineFigures(engine.get(unit)!))).toEqual(plain)
  })

  const sheet = JSON.parse(YEAR) as Sheet
  const others = clean.readings.flatMap((r) =>
    r.options.filter((o) => o.id !== r.adopted).map((o) => ({ [r.id]: o.id })),
  )

  it.each([{}, ...others])('a whole year under %j', (choose) => {
    const engine = engineResults(FOLDER, sheet, { choose })
    expect(engine.size).toBe(30)
    for (const unit of scoreGuiyang(sheet, choose)) {
      const plain = plainFigures(unit)
      expect(sameNames(plain, engineFigures(engine.get(unit.unit)!))).toEqual(plain)
    }
  })

  it('reads the year that the generator makes', () => {
    expect(yearText(guiyangYear())).toBe(YEAR)
  })
})

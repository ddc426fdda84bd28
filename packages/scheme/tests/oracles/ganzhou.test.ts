import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ganzhouYear } from '../../../../tools/demo-facts/ganzhou.ts'
import { schemeIn } from './against.ts'
import { type Case, choicesOf, sheetOf } from './case-file.ts'
import { type Figures, known } from './figures.ts'
import { type GanzhouUnit, scoreGanzhou } from './ganzhou.ts'
import type { Sheet } from './sheet.ts'
import { threeAgree, untriedOptions } from './three.ts'

const FOLDER = join(import.meta.dirname, '../../../../schemes/ganzhou-2023')
const EVENTS = schemeIn(FOLDER).scheme!.events!.map((e) => e.id)
const MET = { yes: '是', no: '否', undecided: '待定' } as const

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

threeAgree({
  name: 'Ganzhou 2023',
  folder: FOLDER,
  sheetOf: sheetFor,
  plain: (sheet, choose) =>
    new Map(scoreGanzhou(sheet, choose).map((u) => [u.unit, plainFigures(u)])),
  units: 23,
  year: ganzhouYear,
})

it('has a case for every option that changes points, ranks or selections', () => {
  const without = [
    'inspection-date',
    'ranking-date',
    'study-base',
    'entry-dates',
    'parts',
    'execution',
    'detailed-rules',
  ]
  const untried = untriedOptions(FOLDER)
  expect(untried.filter((o) => !without.includes(o.split('=')[0]!))).toEqual([])
})

import { join } from 'node:path'
import { expect, it } from 'vitest'
import { guiyangYear } from '../../../../tools/demo-facts/guiyang.ts'
import { schemeIn } from './against.ts'
import { sheetOf } from './case-file.ts'
import { type Figures, known } from './figures.ts'
import { type GuiyangUnit, scoreGuiyang } from './guiyang.ts'
import { monthsBetween } from './sheet.ts'
import { threeAgree, untriedOptions } from './three.ts'

const FOLDER = join(import.meta.dirname, '../../../../schemes/guiyang-2021')
const EVENTS = schemeIn(FOLDER).scheme!.events!.map((e) => e.id)
const MONTHS = { special: monthsBetween('2021-11-01', '2022-10-31') }
const MET = { yes: '是', no: '否', undecided: '待定' } as const

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

threeAgree({
  name: 'Guiyang 2021',
  folder: FOLDER,
  sheetOf: (one) => sheetOf(one, MONTHS, EVENTS),
  plain: (sheet, choose) =>
    new Map(scoreGuiyang(sheet, choose).map((u) => [u.unit, plainFigures(u)])),
  silent: (name, value) => name.startsWith('后果') && value === '待定',
  units: 30,
  year: guiyangYear,
})

it('has a case for every option that changes points or consequences', () => {
  const silent = (o: string) => /^(texts|assessment-date)=/.test(o) || /^repair-.*=unknown$/.test(o)
  expect(untriedOptions(FOLDER).filter((o) => !silent(o))).toEqual([])
})

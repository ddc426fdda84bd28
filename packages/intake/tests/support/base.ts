import type { Dataset } from '@kaohe/engine'
import { type Diagnostic, type FactsRead, readFacts } from '../../src/index.ts'
import { scheme } from './scheme.ts'
import { type TestCell, type TestSheet, workbook } from './xlsx.ts'

type Rows = readonly (readonly TestCell[])[]

/** Sheets of a workbook that is in order; tests break one of them. */
export const UNITS: Rows = [
  ['编号', '名称', '类别', '上级', '层级', '简称', '曾用名'],
  ['t01', '沙井镇团委', '乡镇团委', null, null, '沙井', null],
  ['t02', '水西镇团委', '乡镇团委', null, null, null, '西河乡团委'],
  ['t03', '水东镇团委', '乡镇团委', null, null, null, null],
  ['s01', '城关街道团工委', '街道团工委', null, null, null, null],
  ['b01', '第一支部', null, 't01', '支部', null, null],
]

export const YEAR_HEAD: readonly TestCell[] = [
  '单位编号',
  '单位',
  '团费收缴率（%）',
  '培训团干部',
  '志愿服务时长',
  '工作经费',
  '与上年相差',
  '制定年度计划',
  '对标定级',
  '换届日期',
  '联系电话',
]
export const YEAR_ROW: readonly TestCell[] = [
  't01',
  '沙井镇团委',
  '98%',
  30,
  120,
  2.5,
  '3百分点',
  '是',
  '五星',
  '2023-11-14',
  '0797-8123456',
]

/** The yearly sheet with one cell of its row 2 changed; columns are letters. */
export function yearWith(changes: Readonly<Record<string, TestCell>>): Rows {
  const row = [...YEAR_ROW]
  for (const [letter, cell] of Object.entries(changes)) row[letter.charCodeAt(0) - 65] = cell
  return [YEAR_HEAD, row]
}

export const EVENT_HEAD: readonly TestCell[] = [
  '单位',
  '日期',
  '活动级别',
  '参加人数',
  '活动名称',
  '支撑材料',
]
export const EVENT_ROW: readonly TestCell[] = [
  '沙井镇团委',
  '2023-03-05',
  '区级',
  12,
  '学雷锋',
  '照片1.jpg',
]
export const LONG_HEAD: readonly TestCell[] = ['单位', '数据', '期', '值']
export const MARK_HEAD: readonly TestCell[] = ['单位', '指标', '打分人', '分数']

export function sheet(name: string, rows: Rows, more: Partial<TestSheet> = {}): TestSheet {
  return { name, rows, ...more }
}

/** A workbook of the units and further sheets. */
export function book(...sheets: readonly TestSheet[]): Uint8Array {
  return workbook({ sheets: [sheet('单位', UNITS), ...sheets] })
}

export function readBook(bytes: Uint8Array, path = '数据.xlsx'): FactsRead {
  return readFacts([{ path, bytes }], scheme)
}

export function readText(path: string, text: string): FactsRead {
  return readFacts(
    [
      { path: '名单.xlsx', bytes: book() },
      { path, bytes: new TextEncoder().encode(text) },
    ],
    scheme,
  )
}

export function errorsOf(result: FactsRead): readonly Diagnostic[] {
  return result.diagnostics.filter((d) => d.severity === 'error')
}

/** The dataset of a reading that must succeed. */
export function datasetOf(result: FactsRead): Dataset {
  if (result.dataset === undefined)
    throw new Error(result.diagnostics.map((d) => d.message).join('\n'))
  return result.dataset
}

import {
  EVENT_HEAD,
  EVENT_ROW,
  readBook,
  sheet,
  UNITS,
  YEAR_HEAD,
  YEAR_ROW,
} from '../support/base.ts'
import { type Sort, sort } from '../support/broken.ts'
import { workbook } from '../support/xlsx.ts'

type Rows = Parameters<typeof sheet>[1]

const unitsWith = (row: Rows[number]): Rows => [...UNITS, row]

function unitSort(name: string, code: string, rows: readonly [Rows[number], object][]): Sort {
  const variants = rows.map(([row, expect]) => ({
    name: JSON.stringify(row),
    expected: { code, sheet: '单位', ...expect },
    read: () => readBook(workbook({ sheets: [sheet('单位', unitsWith(row))] })),
  }))
  return sort(name, ...(variants as unknown as Sort['variants']))
}

export const unitSorts: readonly Sort[] = [
  unitSort('单位编号重复', 'unit-twice', [
    [['t01', '新沙镇团委', '乡镇团委'], { cell: 'A7', found: 't01' }],
    [['s01', '城南街道团工委', '街道团工委'], { cell: 'A7' }],
    [['b01', '第二支部', null, null, '支部'], { cell: 'A7' }],
    [['t02', '水西镇团委', '乡镇团委'], { cell: 'A7' }],
    [['ｔ０３'.normalize('NFKC'), '水北镇团委', '乡镇团委'], { cell: 'A7' }],
  ]),
  unitSort('单位类别写错', 'unknown-type', [
    [['t04', '白杨镇团委', '乡镇团委员'], { cell: 'C7', nearest: '乡镇团委' }],
    [['t04', '白杨镇团委', '街道团委'], { cell: 'C7', nearest: '街道团工委' }],
    [['t04', '白杨镇团委', '学校'], { cell: 'C7', says: '乡镇团委、街道团工委' }],
    [['t04', '白杨镇团委', 'townships'], { cell: 'C7', nearest: 'township' }],
    [['t04', '白杨镇团委', 1], { cell: 'C7' }],
  ]),
  unitSort('没有写类别', 'no-type', [
    [['t04', '白杨镇团委', null], { cell: 'C7' }],
    [['t05', '双塔镇团委', ''], { cell: 'C7' }],
    [['t06', '石桥镇团委', '　'], { cell: 'C7' }],
    [['t07', null, null], { cell: 'C7' }],
    [['t08', '青禾镇团委', '\u200B'], { cell: 'C7' }],
  ]),
  unitSort('上级写错', 'unknown-unit', [
    [['b02', '第二支部', null, '沙并镇团委', '支部'], { cell: 'D7', nearest: '沙井镇团委' }],
    [['b02', '第二支部', null, 't11', '支部'], { cell: 'D7' }],
    [['b02', '第二支部', null, '县直机关', '支部'], { cell: 'D7' }],
    [
      ['b02', '第二支部', null, '城南街道团工委', '支部'],
      { cell: 'D7', nearest: '城关街道团工委' },
    ],
    [['b02', '第二支部', null, 0, '支部'], { cell: 'D7' }],
  ]),
  unitSort('层级写错', 'unknown-level', [
    [['b02', '第二支部', null, 't01', '支布'], { cell: 'E7', nearest: '支部' }],
    [['b02', '第二支部', null, 't01', '乡镇'], { cell: 'E7', nearest: '乡镇街道' }],
    [['b02', '第二支部', null, 't01', '班级'], { cell: 'E7', says: '乡镇街道、支部' }],
    [['b02', '第二支部', null, 't01', 'branches'], { cell: 'E7', nearest: 'branch' }],
    [['b02', '第二支部', null, 't01', 3], { cell: 'E7' }],
  ]),
  sort(
    '没有单位名单',
    ...([
      [],
      [sheet('全年数据', [YEAR_HEAD, YEAR_ROW])],
      [sheet('单位', [['编号', '名称', '类别']])],
      [sheet('说明', [['怎样填']])],
      [sheet('单位', []), sheet('志愿服务活动', [EVENT_HEAD, EVENT_ROW])],
    ].map((sheets, i) => ({
      name: `${i}`,
      expected: { code: 'no-units' },
      read: () => readBook(workbook({ sheets })),
    })) as unknown as Sort['variants']),
  ),
]

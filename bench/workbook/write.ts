/** The workbook that is read: a list of units and 100,000 rows of events, twelve columns each, as Excel or as simpler programs write it. */
import { strToU8, zipSync } from 'fflate'

export type Form = 'shared' | 'inline'
type Cell = string | number | null

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const LEVELS = ['区级', '市级', '省级']
const UNITS: readonly Cell[][] = [
  ['编号', '名称', '类别'],
  ['t01', '沙井镇团委', '乡镇团委'],
  ['t02', '水西镇团委', '乡镇团委'],
  ['t03', '水东镇团委', '乡镇团委'],
]
const HEAD = ['单位', '日期', '活动级别', '参加人数', '活动名称', '支撑材料', '填报人', '序号', '备注', '联系', '地点', '说明']

/** Six columns that are read, the one who reported, and five that the reader must only pass over. */
function row(i: number): Cell[] {
  return [
    ['沙井镇团委', 't02', 't03'][i % 3]!,
    44_927 + (i % 365),
    LEVELS[i % 3]!,
    1 + (i % 200),
    `第${i}次活动`,
    `照片${i}.jpg`,
    `王${i % 90}`,
    i,
    '备注',
    null,
    `第${i % 40}村`,
    'x',
  ]
}

const letters = 'ABCDEFGHIJKL'

function sheet(rows: Iterable<Cell[]>, text: (t: string) => readonly [string, string]): string {
  const lines: string[] = []
  let number = 0
  for (const cells of rows) {
    number += 1
    const all = cells.map((c, k) => {
      const at = `${letters[k]}${number}`
      if (c === null) return ''
      if (typeof c === 'number') return `<c r="${at}" s="${k === 1 ? 1 : 0}"><v>${c}</v></c>`
      const [type, inner] = text(c)
      return `<c r="${at}" s="0" t="${type}">${inner}</c>`
    })
    lines.push(`<row r="${number}" spans="1:12">${all.join('')}</row>`)
  }
  return `<worksheet xmlns="${MAIN}"><sheetData>${lines.join('')}</sheetData></worksheet>`
}

function* events(count: number): Generator<Cell[]> {
  yield HEAD
  for (let i = 0; i < count; i++) yield row(i)
}

/** The bytes of the workbook. `shared`: texts in a table beside the sheets, as Excel does; `inline`: in the cells. */
export function write(form: Form, count: number): Uint8Array {
  const places = new Map<string, number>()
  const place = (t: string): number => {
    const known = places.get(t)
    if (known === undefined) places.set(t, places.size)
    return known ?? places.size - 1
  }
  const text = (t: string) =>
    form === 'shared'
      ? (['s', `<v>${place(t)}</v>`] as const)
      : (['inlineStr', `<is><t xml:space="preserve">${t}</t></is>`] as const)
  const sheets = [sheet(UNITS, text), sheet(events(count), text)]
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`
  const parts = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': `<Relationships>${relation('r1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="单位" sheetId="1" r:id="rId1"/><sheet name="志愿服务活动" sheetId="2" r:id="rId2"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${relation('rId1', 'worksheet', 'worksheets/sheet1.xml')}${relation('rId2', 'worksheet', 'worksheets/sheet2.xml')}${relation('rId3', 'styles', 'styles.xml')}${relation('rId4', 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${[...places.keys()].map((t) => `<si><t>${t}</t></si>`).join('')}</sst>`,
    'xl/worksheets/sheet1.xml': sheets[0]!,
    'xl/worksheets/sheet2.xml': sheets[1]!,
  }
  return zipSync(Object.fromEntries(Object.entries(parts).map(([n, t]) => [n, strToU8(t)])))
}

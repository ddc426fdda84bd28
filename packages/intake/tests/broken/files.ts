import { strToU8, zipSync } from 'fflate'
import { readFacts } from '../../src/index.ts'
import { book, readText, sheet, UNITS, YEAR_HEAD, YEAR_ROW } from '../support/base.ts'
import { type Expected, type Sort, sort, type Variant } from '../support/broken.ts'
import { scheme } from '../support/scheme.ts'
import { workbook } from '../support/xlsx.ts'
import { fileSort } from './helpers.ts'

const GOOD = book(sheet('全年数据', [YEAR_HEAD, YEAR_ROW]))
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const cut = (part: number): Uint8Array => GOOD.slice(0, Math.floor(GOOD.length * part))
const bytes = (...values: number[]): Uint8Array =>
  new Uint8Array([...values, ...Array.from({ length: 200 }, (_, i) => (i * 7) % 251)])
const utf16 = (word: string): Uint8Array =>
  new Uint8Array([...OLE, ...new Uint8Array(500), ...Buffer.from(word, 'utf16le')])
const archive = (files: Record<string, string>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([n, t]) => [n, strToU8(t)])))

// Changes one byte of the packed content of a part, so that its checksum no longer holds.
function flipped(part: string): Uint8Array {
  const copy = workbook({ sheets: [sheet('单位', UNITS)] }).slice()
  const at = Buffer.from(copy).indexOf(part) + part.length + 20
  copy[at] = (copy[at] ?? 0) ^ 0x55
  return copy
}

const withPart = (name: string, xml: string): Uint8Array =>
  workbook({ sheets: [sheet('单位', UNITS)], parts: { [name]: xml } })
const SHEET = 'xl/worksheets/sheet1.xml'
const XXE =
  '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&e;</t></is></c></row></sheetData></worksheet>'
const LAUGHS =
  '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><worksheet>&b;</worksheet>'

function encryptedFlag(): Uint8Array {
  const copy = GOOD.slice()
  const at = Buffer.from(copy).indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]))
  copy[at + 8] = (copy[at + 8] ?? 0) | 1
  return copy
}

function bomb(megabytes: number, part: string): Variant {
  const text =
    part === SHEET
      ? `<worksheet><sheetData>${' '.repeat(megabytes * 1_048_576)}</sheetData></worksheet>`
      : `<sst>${' '.repeat(megabytes * 1_048_576)}</sst>`
  return {
    name: `${part} ${megabytes} MB`,
    expected: { code: 'too-large' },
    read: () =>
      readFacts([{ path: '大.xlsx', bytes: withPart(part, text) }], scheme, {
        limits: { fileBytes: 1e8, unpackedBytes: 4_194_304 },
      }),
  }
}

function textSort(
  name: string,
  code: string,
  texts: readonly (readonly [string, string, Omit<Expected, 'code'>])[],
): Sort {
  return sort(
    name,
    ...(texts.map(([path, text, expect]) => ({
      name: `${path} ${text.slice(0, 40)}`,
      expected: { code, ...expect },
      read: () => readText(path, text),
    })) as unknown as Sort['variants']),
  )
}

export const fileSorts: readonly Sort[] = [
  fileSort('被截断的工作簿', 'damaged', [
    ['a.xlsx', cut(0.99), {}],
    ['b.xlsx', cut(0.75), {}],
    ['c.xlsx', cut(0.5), {}],
    ['d.xlsx', cut(0.1), {}],
    ['e.xlsx', GOOD.slice(0, 20), {}],
  ]),
  fileSort('内容损坏（校验不符）', 'damaged', [
    ['a.xlsx', flipped('xl/workbook.xml'), {}],
    ['b.xlsx', flipped(SHEET), {}],
    ['c.xlsx', flipped('xl/styles.xml'), {}],
    ['d.xlsx', flipped('_rels/.rels'), {}],
    ['e.xlsx', flipped('xl/_rels/workbook.xml.rels'), {}],
  ]),
  fileSort('里面的 XML 不对', 'damaged', [
    ['a.xlsx', withPart(SHEET, '<worksheet><sheetData>'), { says: SHEET }],
    ['b.xlsx', withPart(SHEET, XXE), { says: '文档类型' }],
    ['c.xlsx', withPart(SHEET, LAUGHS), { says: '文档类型' }],
    ['d.xlsx', withPart('xl/workbook.xml', 'hello'), {}],
    ['e.xlsx', withPart(SHEET, '<worksheet><sheetData></worksheet></sheetData>'), {}],
  ]),
  fileSort('空文件或乱码', 'empty-file', [
    ['a.xlsx', new Uint8Array(), {}],
    ['b.csv', new Uint8Array(), {}],
    ['c.json', new Uint8Array(), {}],
    ['d.xls', new Uint8Array(), {}],
    ['e', new Uint8Array(), {}],
  ]),
  fileSort('二进制乱码', 'binary', [
    ['a.xlsx', bytes(1, 0, 2, 0), {}],
    ['b.csv', bytes(0, 0, 0), {}],
    ['c.json', bytes(123, 0, 1), {}],
    ['d.xls', bytes(9, 8, 0, 16), {}],
    ['e.dat', new Uint8Array(64), {}],
  ]),
  fileSort('别的文件', 'wrong-type', [
    ['a.xlsx', bytes(0x25, 0x50, 0x44, 0x46), { says: 'PDF' }],
    ['b.xlsx', bytes(0x89, 0x50, 0x4e, 0x47), { says: 'PNG' }],
    ['c.csv', bytes(0x52, 0x61, 0x72, 0x21), { says: 'RAR' }],
    ['d.xlsx', archive({ 'word/document.xml': '<w/>' }), { says: 'Word' }],
    ['e.xlsx', archive({ '照片/1.txt': 'x' }), { says: '没有工作簿' }],
  ]),
  fileSort('旧式的表格文件', 'old-format', [
    ['a.xls', bytes(...OLE), { says: '.xls' }],
    ['b.xlsx', bytes(...OLE), { says: '.xls' }],
    ['c.et', bytes(...OLE), {}],
    ['d.xlsb', archive({ 'xl/workbook.bin': 'x' }), { says: 'xlsb' }],
    ['e.xlt', utf16('Workbook'), {}],
  ]),
  fileSort('设了密码', 'encrypted', [
    ['a.xlsx', utf16('EncryptedPackage'), {}],
    ['b.xls', utf16('EncryptedPackage'), {}],
    ['c.xlsx', encryptedFlag(), {}],
    ['d.xlsm', utf16('EncryptionInfo EncryptedPackage'), {}],
    ['e.zip', encryptedFlag(), {}],
  ]),
  fileSort('网页冒充表格', 'web-page', [
    ['a.xls', strToU8('<html><table><tr><td>1</td></tr></table></html>'), {}],
    ['b.xlsx', strToU8('<?xml version="1.0"?><Workbook/>'), {}],
    ['c.csv', strToU8('<!DOCTYPE html><html></html>'), {}],
    ['d.xls', strToU8('\uFEFF<table><tr></tr></table>'), {}],
    ['e.json', strToU8('<html>'), {}],
  ]),
  sort(
    '爆炸的压缩包',
    bomb(8, SHEET),
    bomb(16, SHEET),
    bomb(8, 'xl/sharedStrings.xml'),
    bomb(64, SHEET),
    bomb(32, 'xl/sharedStrings.xml'),
  ),
  textSort('CSV 引号不成对', 'bad-csv', [
    ['数据.csv', '单位,数据,值\nt01,培训团干部,"3\n', {}],
    ['数据.csv', '单位,数据,值\nt01,"培训"团干部,3\n', {}],
    ['全年数据.csv', '单位,培训团干部\n"t01,3\nt02,4\n', {}],
    ['数据.csv', '"单位,数据,值', {}],
    ['打分.csv', '单位,指标,分数\nt01,述职,"8"9\n', {}],
  ]),
  textSort('CSV 里的错', 'bare-share', [
    ['数据.csv', '单位,数据,期,值\nt01,参学率,4月,95\n', { line: 2, column: 4 }],
    [
      '数据.csv',
      '\uFEFF单位,数据,期,值\r\n\r\nt01,参学率,4月,95%\r\nt02,参学率,4月,1\r\n',
      { line: 4, column: 4 },
    ],
    ['全年数据.csv', '单位;团费收缴率\nt01;95\n', { line: 2, column: 2 }],
    ['参学率.csv', '单位\t1月\t2月\nt01\t90%\t91\n', { line: 2, column: 3 }],
    ['数据.csv', '单位,备注,数据,值\nt01,"两\n行",团费收缴率,90\n', { line: 2, column: 4 }],
  ]),
  textSort('JSON 语法错', 'bad-json', [
    ['a.json', '{"facts":[', { line: 1 }],
    ['a.json', '{\n "facts": [],\n}', { line: 3, column: 1 }],
    ['a.json', "{'facts':[]}", { line: 1, column: 2 }],
    ['a.json', '{"facts":[1 2]}', { line: 1 }],
    ['a.json', '{"facts":[]}}', { line: 1, column: 13 }],
  ]),
  textSort('JSON 里没有的键', 'unknown-key', [
    ['a.json', '{"fact":[]}', { path: 'fact', nearest: 'facts' }],
    [
      'a.json',
      '{"facts":[{"unit":"t01","fact":"trained","valu":3}]}',
      { path: 'facts[0].valu', nearest: 'value', line: 1 },
    ],
    [
      'a.json',
      '{\n"events":[\n{"unit":"t01","event":"award","date":"2023-01-01","dat":1}]}',
      { line: 3, nearest: 'date' },
    ],
    ['a.json', '{"units":[{"id":"x","名称":"y"}]}', { path: 'units[0].名称' }],
    ['a.json', '{"history":[{"unit":"t01","year":2022,"ranks":1}]}', { nearest: 'rank' }],
  ]),
  textSort('JSON 类型不对', 'wrong-json', [
    ['a.json', '[]', {}],
    ['a.json', '{"facts":{}}', { path: 'facts' }],
    ['a.json', '{"facts":[3]}', { path: 'facts[0]' }],
    [
      'a.json',
      '{"facts":[{"unit":"t01","fact":"trained","value":[3]}]}',
      { path: 'facts[0].value' },
    ],
    ['a.json', '{"reported":"award"}', { path: 'reported' }],
  ]),
  textSort('JSON 里的值不对', 'bare-share', [
    [
      'a.json',
      '{"facts":[{"unit":"t01","fact":"fee-rate","value":95}]}',
      { path: 'facts[0].value', line: 1, column: 51 },
    ],
    [
      'a.json',
      '{"facts":[\n{"unit":"t01","fact":"study-rate","period":"2023-04","value":"95"}]}',
      { line: 2 },
    ],
    [
      'a.json',
      '{"previous":[{"unit":"t01","fact":"fee-rate","value":0.9}]}',
      { path: 'previous[0].value' },
    ],
    ['a.json', '{"facts":[{"unit":"t01","fact":"gap","value":1}]}', {}],
    ['a.json', '{"facts":[{"unit":"沙井","fact":"团费收缴率","value":1}]}', {}],
  ]),
]

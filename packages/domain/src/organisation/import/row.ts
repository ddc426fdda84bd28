import type { Heading } from './headings.ts'
import type { ImportCell, ImportFault, ImportRow, Wanted } from './types.ts'

/** A row by itself, before it is looked up in the tree. */
export interface RowRead {
  readonly sheet: string
  readonly row: number
  /** Columns by field, to point at. */
  readonly columns: ReadonlyMap<Heading['field'], number>
  readonly id: string
  readonly parent: string
  readonly wanted: Wanted
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
// Spreadsheets bring line breaks, tabs and invisible marks with them.
// oxlint-disable-next-line no-control-regex
const UNSEEN = /[\u0000-\u001F\u007F\u200B-\u200F\u2028\u2029\uFEFF\uFFFD]/
const DAY = /^\d{4}-\d{2}-\d{2}$/
const MOST = { name: 200, shortName: 200, kind: 50, peerGroup: 50, attribute: 500 } as const
const COUNTED = /(人数|团员数|人口|数量|个数)$/
const COUNT = /^\d{1,12}$/
const EARLIEST = '1900-01-01'

type Checked = keyof typeof MOST

interface Reader {
  readonly today: string
  readonly fault: (code: string, at: Heading, found: string, message: string, write: string) => void
}

function checkText(heading: Heading, field: Checked, text: string, { fault }: Reader): void {
  if (text.length > MOST[field])
    fault(
      `${field}-long`,
      heading,
      `${text.slice(0, 20)}…`,
      `${heading.name}太长（${text.length} 字）`,
      `最多 ${MOST[field]} 字`,
    )
  else if (UNSEEN.test(text))
    fault(
      `${field}-unseen`,
      heading,
      text,
      `${heading.name}里有换行或者看不见的字符`,
      '请删去重新输入',
    )
}

function checkName(heading: Heading, text: string, reader: Reader): void {
  checkText(heading, 'name', text, reader)
  if (text.includes('/'))
    reader.fault('name-slash', heading, text, '名称里不能有“/”', '“/”用来分开各级上级，请去掉')
  else if (/^[\d\s.]+$/.test(text))
    reader.fault('name-number', heading, text, '名称只有数字', '请写组织的全称')
}

function checkDay(heading: Heading, text: string, { today, fault }: Reader): void {
  if (!DAY.test(text))
    fault('founded-form', heading, text, '成立日期看不懂', '请写成 2001-05-04 这样')
  else if (text > today)
    fault('founded-ahead', heading, text, '成立日期晚于今天', `不晚于 ${today}，没有成立的先不导入`)
  else if (text < EARLIEST)
    fault('founded-early', heading, text, '成立日期太早', `不早于 ${EARLIEST}，请核对年份`)
}

function checkAttribute(heading: Heading, text: string, reader: Reader): void {
  if (!COUNTED.test(heading.name)) return checkText(heading, 'attribute', text, reader)
  if (/^[-−－]/.test(text))
    reader.fault(
      'count-negative',
      heading,
      text,
      `${heading.name}不能是负数`,
      '请写 0 或者更大的数',
    )
  else if (/^\d+\.\d+$/.test(text))
    reader.fault('count-fraction', heading, text, `${heading.name}要是整数`, '请写整数')
  else if (!COUNT.test(text))
    reader.fault('count-form', heading, text, `${heading.name}要写数字`, '只写数字，不写单位和约数')
}

function checkField(heading: Heading, text: string, reader: Reader): void {
  if (heading.field === 'id' && !UUID.test(text))
    reader.fault('id-form', heading, text, '编号不完整', '请照导出的文件原样保留；新增的组织留空')
  else if (heading.field === 'name') checkName(heading, text, reader)
  else if (heading.field === 'foundedOn') checkDay(heading, text, reader)
  else if (heading.field === 'attribute') checkAttribute(heading, text, reader)
  else if (heading.field === 'kind' || heading.field === 'shortName')
    checkText(heading, heading.field, text, reader)
  else if (heading.field === 'peerGroup') checkText(heading, 'peerGroup', text, reader)
}

function checkRequired(
  headings: readonly Heading[],
  cells: ImportRow['cells'],
  reader: Reader,
): void {
  const words = { name: ['名称', '请写组织的全称'], kind: ['类别', '如 乡镇、学校、社区'] } as const
  for (const heading of headings) {
    if (heading.field !== 'name' && heading.field !== 'kind') continue
    if ((cells.get(heading.column)?.text ?? '') !== '') continue
    const [name, write] = words[heading.field]
    reader.fault(`${heading.field}-empty`, heading, '', `${name}没有填`, write)
  }
}

function takeCell(
  heading: Heading,
  { text, problem }: ImportCell,
  values: Map<Heading['field'], string>,
  attributes: Record<string, string>,
  reader: Reader,
): void {
  if (problem !== undefined) {
    const write = heading.field === 'foundedOn' ? '请写成 2001-05-04 这样' : '请改成文字或者数字'
    reader.fault(
      heading.field === 'foundedOn' ? 'founded-form' : 'cell-error',
      heading,
      text,
      problem,
      write,
    )
    return
  }
  if (text === '') return
  checkField(heading, text, reader)
  if (heading.field === 'attribute') attributes[heading.name] = text
  else values.set(heading.field, text)
}

/** Reads one row by itself; undefined when the row is empty. What is wrong is told to `faults`. */
export function readRow(
  sheet: string,
  headings: readonly Heading[],
  { row, cells }: ImportRow,
  today: string,
  faults: ImportFault[],
): RowRead | undefined {
  if ([...cells.values()].every(({ text, problem }) => text === '' && problem === undefined))
    return undefined
  const reader: Reader = {
    today,
    fault: (code, { column }, found, message, write) => {
      faults.push({ code, sheet, row, column, found, message, write })
    },
  }
  const values = new Map<Heading['field'], string>()
  const attributes: Record<string, string> = {}
  checkRequired(headings, cells, reader)
  for (const heading of headings) {
    const cell = cells.get(heading.column)
    if (cell !== undefined) takeCell(heading, cell, values, attributes, reader)
  }
  const some = (field: Heading['field'], key: string): object =>
    values.has(field) ? { [key]: values.get(field) } : {}
  return {
    sheet,
    row,
    columns: new Map(headings.map(({ field, column }) => [field, column])),
    id: (values.get('id') ?? '').toLowerCase(),
    parent: values.get('parent') ?? '',
    wanted: {
      name: values.get('name') ?? '',
      kind: values.get('kind') ?? '',
      ...some('shortName', 'shortName'),
      ...some('foundedOn', 'foundedOn'),
      ...some('peerGroup', 'peerGroup'),
      attributes,
    },
  }
}

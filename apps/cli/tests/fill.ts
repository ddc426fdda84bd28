import { Workbook, type Row, type Worksheet } from 'exceljs'

type Value = string | number | boolean
type Entry = Readonly<Record<string, unknown>>
/** Facts as their JSON file holds them. */
export type Year = Readonly<Record<string, readonly Entry[] | undefined>>

/** The line below the headings that says what each column is; people fill in from the next one on. */
const ANCHORS = 3

const textIn = (row: Row, column: number): string => {
  const { value } = row.getCell(column)
  return typeof value === 'string' ? value : ''
}

const cellsOf = (row: Row): string[] =>
  Array.from({ length: row.cellCount }, (_, i) => textIn(row, i + 1))

// As a person types: words for yes and no, a percentage as Excel keeps one, a date as a date.
function typed(value: Value): string | number | Date {
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'number') return value
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return new Date(`${value}T00:00:00Z`)
  const figure = /^(-?\d+(?:\.\d+)?)[^\d%]*$/.exec(value)
  return figure?.[1] !== undefined && /^-?\d/.test(value) ? Number(figure[1]) : value
}

function put(row: Row, column: number, value: unknown): void {
  if (value === undefined || value === null || value === '') return
  const cell = row.getCell(column)
  const percent = typeof value === 'string' && /^-?\d+(?:\.\d+)?%$/.test(value)
  if (!percent) cell.value = typed(value as Value)
  else {
    // What Excel keeps of 124.1% typed into a cell: the figure and a form that shows it.
    cell.value = Number((Number(value.slice(0, -1)) / 100).toPrecision(12))
    cell.numFmt = '0.0###%'
  }
}

const evidence = (entry: Entry) => ((entry['evidence'] as string[] | undefined) ?? []).join('；')

function fillUnits(
  sheet: Worksheet,
  anchors: readonly string[],
  cells: Map<string, unknown>,
): void {
  sheet.eachRow((row, number) => {
    if (number <= ANCHORS) return
    const unit = textIn(row, 1)
    anchors.forEach((anchor, i) => put(row, i + 1, cells.get(`${unit} ${anchor}`)))
  })
}

function fillRows(
  sheet: Worksheet,
  anchors: readonly string[],
  entries: readonly Entry[],
  of: (entry: Entry, anchor: string) => unknown,
): void {
  entries.forEach((entry, n) => {
    const row = sheet.getRow(ANCHORS + 1 + n)
    anchors.forEach((anchor, i) => put(row, i + 1, of(entry, anchor)))
  })
}

function cellsIn(year: Year): Map<string, unknown> {
  const facts = (year['facts'] ?? []).map((entry): [string, unknown] => {
    const { unit, fact, period, evaluator, value } = entry
    const name = String(fact)
    const [kind, part] = name.startsWith('mark:') ? [name, evaluator] : [`fact:${name}`, period]
    return [`${String(unit)} ${kind}${typeof part === 'string' ? `@${part}` : ''}`, value]
  })
  return new Map(facts)
}

function ofEvent(names: ReadonlyMap<string, string>) {
  return (entry: Entry, anchor: string): unknown => {
    const [what, attribute] = anchor.split(':')
    if (what === 'attribute') return (entry['attributes'] as Entry)[attribute ?? '']
    if (anchor === 'unit') return names.get(String(entry['unit']))
    if (anchor === 'event-id') return entry['id']
    return anchor === 'evidence' ? evidence(entry) : entry[anchor]
  }
}

function fillReported(sheet: Worksheet, year: Year, names: ReadonlyMap<string, string>): void {
  const reported = (year['reported'] ?? []) as unknown as readonly string[]
  sheet.eachRow((row, number) => {
    if (number <= ANCHORS) return
    const event = names.get(textIn(row, 1)) ?? ''
    if (reported.includes(event)) put(row, 2, true)
  })
}

const ofHistory = (names: ReadonlyMap<string, string>) => (entry: Entry, anchor: string) => {
  if (anchor === 'unit') return names.get(String(entry['unit']))
  return anchor === 'met' ? (entry['met'] as string[]).join('、') : entry[anchor]
}

function fillSheet(sheet: Worksheet, year: Year, names: Names, cells: Map<string, unknown>): void {
  const all = cellsOf(sheet.getRow(ANCHORS))
  const kind = /^kaohe:([^|]+)\|/.exec(all[0] ?? '')?.[1]
  const anchors = all.map((anchor) => anchor.replace(/^kaohe:[^|]+\|/, ''))
  if (kind === 'facts' || kind === 'marks') fillUnits(sheet, anchors, cells)
  if (kind === 'reported') fillReported(sheet, year, names.events)
  if (kind === 'history') fillRows(sheet, anchors, year['history'] ?? [], ofHistory(names.units))
  if (kind?.startsWith('event:')) {
    const entries = (year['events'] ?? []).filter(({ event }) => `event:${String(event)}` === kind)
    fillRows(sheet, anchors, entries, ofEvent(names.units))
  }
}

interface Names {
  /** By id. */
  readonly units: ReadonlyMap<string, string>
  /** Ids by name. */
  readonly events: ReadonlyMap<string, string>
}

/** Fills in a workbook as people do, by what its columns say they are; it knows nothing of how it is read. */
export async function fillIn(path: string, year: Year, events: Names['events']): Promise<void> {
  const book = new Workbook()
  await book.xlsx.readFile(path)
  const units = new Map((year['units'] ?? []).map((u) => [String(u['id']), String(u['name'])]))
  const cells = cellsIn(year)
  for (const sheet of book.worksheets) fillSheet(sheet, year, { units, events }, cells)
  await book.xlsx.writeFile(path)
}

import { CsvError, parse } from 'csv-parse/sync'
import { decodeText } from '../container/decode.ts'
import { Refusal } from '../container/refusal.ts'
import { type Grid, Rows } from '../grid/index.ts'
import { fault, say } from '../report/index.ts'

interface Line {
  readonly info: { readonly lines: number }
  readonly record: readonly string[]
}

function nameOf(file: string): string {
  return (file.split(/[/\\]/).at(-1) ?? file).replace(/\.[^.]*$/, '')
}

function delimiterOf(text: string): string {
  const head = text.slice(0, 4000).split('\n').slice(0, 5).join('\n')
  const count = (c: string): number => head.split(c).length
  return [',', '\t', ';', '，'].reduce((best, c) => (count(c) > count(best) ? c : best))
}

function parseLines(text: string): Line[] {
  const options = {
    delimiter: delimiterOf(text),
    info: true,
    bom: true,
    relax_column_count: true,
    skip_empty_lines: true,
  }
  return parse(text, options) as unknown as Line[]
}

function unreadable(error: CsvError): Refusal {
  const line = (error as unknown as { lines?: number }).lines
  const where = line === undefined ? say('', '') : say(`第 ${line} 行附近`, ` near line ${line}`)
  const expected = say(
    '引号要成对，格子里的引号要写两个',
    'quotes come in pairs; a quote inside a cell is doubled',
  )
  return new Refusal(
    fault('bad-csv', say(`${where.zh}引号不成对，分不清格子`, `unpaired quotes${where.en}`), {
      expected,
    }),
  )
}

// A record that spans lines is reported with its last line; its first is what people look for.
function startOf(line: Line): number {
  return line.info.lines - line.record.join('').split('\n').length + 1
}

/** Reads a text table. @throws Refusal when it cannot be decoded or taken apart. */
export function readCsv(file: string, bytes: Uint8Array): Grid {
  const text = decodeText(bytes)
  let lines: Line[]
  try {
    lines = parseLines(text)
  } catch (error) {
    if (error instanceof CsvError) throw unreadable(error)
    throw error
  }
  const rows = new Rows()
  for (const line of lines) {
    line.record.forEach((cell, column) => cell === '' || rows.put(column, cell))
    rows.end(startOf(line), false)
  }
  return {
    file,
    name: nameOf(file),
    form: 'text',
    hidden: false,
    rows,
    merges: [],
    hiddenColumns: new Set(),
    from1904: false,
  }
}

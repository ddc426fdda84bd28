import { CsvError, parse } from 'csv-parse/sync'
import { Refusal } from '../container/refusal.ts'
import { Rows } from '../grid/index.ts'
import { fault, say } from '../report/index.ts'

const MOST_COLUMNS = 16_384

function unpaired(line: number): Refusal {
  const expected = say(
    '引号要成对，格子里的引号要写两个',
    'quotes come in pairs; a quote inside a cell is doubled',
  )
  const why = say(
    `第 ${line} 行附近引号不成对，分不清格子`,
    `unpaired quotes near line ${line}: the cells cannot be told apart`,
  )
  return new Refusal(fault('bad-csv', why, { expected }))
}

function tooWide(line: number): Refusal {
  const expected = say('请删去多余的格子后再交', 'remove what is not needed and send it again')
  const why = say(`第 ${line} 行的格子太多`, `too many cells in line ${line}`)
  return new Refusal(fault('too-large', why, { expected }))
}

/**
 * Splits a text table into cells; of each line nothing but its cells is kept. A record that spans
 * lines is known by its first, which is what people look for.
 * @throws Refusal when quotes are not paired, or a line has too many cells.
 */
export function split(text: string, delimiter: string): Rows {
  const rows = new Rows()
  let begun = 1
  const keep = (record: readonly string[], { lines }: { readonly lines: number }): null => {
    if (record.length > MOST_COLUMNS) throw tooWide(begun)
    record.forEach((cell, column) => cell === '' || rows.put(column, cell))
    rows.end(begun, false)
    begun = lines + 1
    return null
  }
  try {
    parse(text, { delimiter, bom: true, relax_column_count: true, on_record: keep })
  } catch (error) {
    throw error instanceof CsvError ? unpaired(begun) : error
  }
  return rows
}

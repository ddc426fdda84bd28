import { isInteger, type PastResult, type Rational } from '@kaohe/engine'
import type { Row } from '../grid/index.ts'
import type { PlainColumn } from '@kaohe/documents'
import { fault, say } from '../report/index.ts'
import { tidy } from '../value/index.ts'
import type { SheetReader } from './sheet-reader.ts'

function number(
  reader: SheetReader,
  row: Row,
  name: PlainColumn,
  unit: string | undefined,
  whole: boolean,
): Rational | undefined {
  const column = reader.column(name)
  const value =
    column === undefined ? undefined : reader.value(row, column, { type: 'number', unit, whole })
  return value !== undefined && 'number' in value ? value.number : undefined
}

const asCount = (value: Rational | undefined): number | undefined =>
  value !== undefined && isInteger(value) ? Number(value.num) : undefined

function yearOf(reader: SheetReader, row: Row, name: 'year' | 'since'): number | undefined {
  const column = reader.column(name)
  const found = reader.text(row, column)
  const match = /^(\d{4})(年度?)?$/.exec(found)
  if (match !== null) return Number(match[1])
  reader.say(
    row,
    column,
    fault(
      'not-a-year',
      say(
        found === '' ? '没有写年度' : '不是年度',
        found === '' ? 'the year is missing' : 'not a year',
      ),
      { ...(found === '' ? {} : { found }), expected: say('请写成 2022', 'write 2022') },
    ),
  )
  return undefined
}

function gradeOf(reader: SheetReader, row: Row): string | undefined {
  const { grades } = reader.draft.catalogue
  const found = reader.text(row, reader.column('grade'))
  return found === '' ? undefined : (grades.find(found)?.id ?? found)
}

function metOf(reader: SheetReader, row: Row): string[] {
  const { outcomes } = reader.draft.catalogue
  const column = reader.column('met')
  const words = reader
    .text(row, column)
    .split(/[、，,;；\n]/)
    .map(tidy)
    .filter((w) => w !== '')
  return words.flatMap((found) => {
    const one = outcomes.find(found)
    if (one !== undefined) return [one.id]
    const nearest = outcomes.nearest(found)
    reader.say(
      row,
      column,
      fault(
        'unknown-outcome',
        say('方案的结果运用里没有这一条', 'the scheme has no such consequence'),
        { found, ...(nearest === undefined ? {} : { nearest }) },
      ),
    )
    return []
  })
}

/** Reads 往年结果: 单位, 年度, 总分, 名次, 等次, 符合. */
export function readHistory(reader: SheetReader): void {
  for (const { row, unit } of reader.unitRows()) {
    const year = yearOf(reader, row, 'year')
    if (year === undefined) continue
    const total = number(reader, row, 'total', '分', false)
    const rank = asCount(number(reader, row, 'rank', undefined, true))
    const grade = gradeOf(reader, row)
    const past: PastResult = {
      unit: unit.id,
      year,
      met: metOf(reader, row),
      ...(total === undefined ? {} : { total }),
      ...(rank === undefined ? {} : { rank }),
      ...(grade === undefined ? {} : { grade }),
    }
    reader.draft.addPast(past, reader.place(row), reader.origin(row, reader.column('year')))
  }
}

/** Reads 沿革: 单位, 原单位, 起始年度. The former unit can then be named like a unit of today. */
export function readLineage(reader: SheetReader): void {
  const { directory, lineage } = reader.draft
  for (const { row, unit } of reader.unitRows()) {
    const from = reader.text(row, reader.column('from'))
    const since = yearOf(reader, row, 'since')
    if (from === '')
      reader.say(
        row,
        reader.column('from'),
        fault('no-former', say('没有写原单位', 'the former unit is missing')),
      )
    else if (since !== undefined) {
      lineage.push({ unit: unit.id, from, since })
      directory.former(unit, from)
    }
  }
}

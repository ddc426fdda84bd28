import type { PlainColumn } from '@kaohe/documents'
import { fault, say } from '../report/index.ts'
import { isBlank } from '../value/index.ts'
import { decide, type DecisionField } from './decide.ts'
import type { SheetReader, UnitRow } from './sheet-reader.ts'

const COLUMNS: Readonly<Record<DecisionField, PlainColumn>> = {
  unit: 'unit',
  on: 'matter',
  value: 'decided',
  body: 'body',
  number: 'number',
  reason: 'reason',
}

function dateOf(reader: SheetReader, { row }: UnitRow): string | undefined {
  const column = reader.column('date')
  if (column !== undefined && !isBlank(row.cell(column.index))) return reader.date(row, column)
  const expected = say('请写决定的日期，如 2024-01-20', 'write a date such as 2024-01-20')
  reader.say(row, column, fault('no-date', say('没有写日期', 'the date is missing'), { expected }))
  return undefined
}

// A template lists what is to be decided; a row without a decision has none yet.
function pending(reader: SheetReader, { row }: UnitRow): boolean {
  return (['decided', 'body', 'date', 'number', 'reason'] as const).every(
    (column) => reader.text(row, reader.column(column)) === '',
  )
}

function readDecision(reader: SheetReader, at: UnitRow): void {
  if (pending(reader, at)) return
  const { row, unit } = at
  const text = (column: PlainColumn) => reader.text(row, reader.column(column))
  const told = {
    on: text('matter'),
    value: text('decided'),
    body: text('body'),
    number: text('number'),
    reason: text('reason'),
  }
  const found = decide(told, unit, reader.draft.catalogue)
  if ('remark' in found) return reader.say(row, reader.column(COLUMNS[found.field]), found.remark)
  const date = dateOf(reader, at)
  if (date === undefined) return
  const lead = reader.column('decided')
  const decision = {
    unit: unit.id,
    ...found.read,
    date,
    origin: reader.origin(row, lead),
    ...reader.provenance(row),
  }
  reader.draft.addDecision(decision, reader.place(row, lead), lead?.heading ?? '')
}

/** Reads 决定: 单位, 决定事项, 决定, 决定机关, 决定日期, 文号, 理由. */
export function readDecisions(reader: SheetReader): void {
  for (const at of reader.unitRows()) readDecision(reader, at)
}

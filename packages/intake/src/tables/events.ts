import type { EventDeclaration, EventEntry, Value } from '@kaohe/engine'
import type { Row } from '../grid/index.ts'
import { declaredAttribute } from '../names/index.ts'
import { fault, say } from '../report/index.ts'
import { isBlank } from '../value/index.ts'
import { levelFault } from './level.ts'
import type { SheetReader, UnitRow } from './sheet-reader.ts'
import { windowFault } from './window.ts'

function attributesOf(reader: SheetReader, row: Row, event: string): Record<string, Value> {
  const declared = reader.draft.catalogue.eventAttributes(event)
  const attributes: Record<string, Value> = {}
  for (const column of reader.plan.columns) {
    const attribute =
      column.meaning.column === 'attribute' ? declared.find(column.meaning.id) : undefined
    const value =
      attribute === undefined ? undefined : reader.value(row, column, declaredAttribute(attribute))
    if (value !== undefined && attribute !== undefined) attributes[attribute.id] = value
  }
  return attributes
}

function dateOf(reader: SheetReader, row: Row): string | undefined {
  const column = reader.column('date')
  const expected = say('请写成 2023-11-14 这样的日期', 'write a date such as 2023-11-14')
  if (column === undefined || isBlank(row.cell(column.index))) {
    reader.say(
      row,
      column,
      fault('no-date', say('没有写日期', 'the date is missing'), { expected }),
    )
    return undefined
  }
  const date = reader.date(row, column)
  const outside = date === undefined ? undefined : windowFault(date, reader.draft.catalogue.scheme)
  if (outside !== undefined) reader.say(row, column, outside)
  return date
}

// A row of a template that was filled with nothing but a unit tells of no event.
function empty(reader: SheetReader, row: Row): boolean {
  return reader.plan.columns.every(
    ({ meaning, index }) =>
      !['date', 'attribute', 'evidence', 'event-id'].includes(meaning.column) ||
      isBlank(row.cell(index)),
  )
}

function readEvent(reader: SheetReader, { row, unit }: UnitRow, event: EventDeclaration): void {
  if (empty(reader, row)) return
  const date = dateOf(reader, row)
  const wrong = levelFault(unit, event.level, false, reader.draft.catalogue)
  if (wrong !== undefined) reader.say(row, reader.column('unit') ?? reader.column('unit-id'), wrong)
  const attributes = attributesOf(reader, row, event.id)
  if (date === undefined) return
  const lead = reader.column('date')
  const entry: Omit<EventEntry, 'id'> = {
    unit: unit.id,
    event: event.id,
    date,
    attributes,
    origin: reader.origin(row, lead),
    ...reader.provenance(row),
  }
  const id = reader.text(row, reader.column('event-id'))
  reader.draft.addEvent(entry, id === '' ? undefined : id, reader.place(row), event.name)
}

/** Reads the sheet of one kind of event: 单位, 日期, attributes, 支撑材料. */
export function readEvents(reader: SheetReader): void {
  const event = reader.draft.catalogue.events.find(reader.plan.sheet.id ?? '')
  if (event === undefined) return
  for (const unitRow of reader.unitRows()) readEvent(reader, unitRow, event)
}

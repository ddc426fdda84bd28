import type { Row } from '../grid/index.ts'
import { fault, say } from '../report/index.ts'
import { isBlank, tidy } from '../value/index.ts'
import type { SheetReader } from './sheet-reader.ts'

function eventIn(reader: SheetReader, row: Row): string | undefined {
  const column = reader.column('event')
  const found = reader.text(row, column)
  const { events } = reader.draft.catalogue
  const event = events.findHeading(found)
  if (event !== undefined || found === '') return event?.id
  const nearest = events.nearest(found)
  reader.say(
    row,
    column,
    fault('unknown-event', say('方案里没有这种事件', 'the scheme has no such event'), {
      found,
      ...(nearest === undefined ? {} : { nearest }),
    }),
  )
  return undefined
}

function saysYes(reader: SheetReader, row: Row): boolean | undefined {
  const column = reader.column('reported')
  if (column === undefined || isBlank(row.cell(column.index))) return undefined
  const value = reader.value(row, column, { type: 'truth' })
  return value !== undefined && 'truth' in value ? value.truth : undefined
}

function pendingUnits(reader: SheetReader, row: Row, event: string): void {
  const column = reader.column('pending')
  const words = reader
    .text(row, column)
    .split(/[、，,;；\n]/)
    .map(tidy)
    .filter((w) => w !== '')
  for (const word of words) {
    const unit = reader.take(row, column, reader.draft.directory.find(word))
    if (unit !== undefined)
      reader.draft.pending.set(`${event} ${unit.id}`, { unit: unit.id, event })
  }
}

// 零报告 with one row a unit: whoever did not say yes is still to report.
function byUnit(reader: SheetReader): void {
  const done = new Map<string, Set<string>>()
  for (const { row, unit } of reader.unitRows()) {
    const event = eventIn(reader, row)
    if (event === undefined) continue
    const said = saysYes(reader, row)
    if (said === true) done.set(event, (done.get(event) ?? new Set()).add(unit.id))
    if (said === false) reader.draft.denied.push({ event, unit: unit.id })
  }
  for (const [event, units] of done) {
    reader.draft.reported.add(event)
    for (const unit of reader.draft.directory.units) {
      if (!units.has(unit.id) && unit.type !== null)
        reader.draft.pending.set(`${event} ${unit.id}`, { unit: unit.id, event })
    }
  }
}

/** Reads 事件报齐: which kinds of events are complete, and for which units they are not. */
export function readReported(reader: SheetReader): void {
  if (reader.column('unit') !== undefined || reader.column('unit-id') !== undefined)
    return byUnit(reader)
  for (const row of reader.rows()) {
    const event = eventIn(reader, row)
    if (event === undefined) continue
    const said = saysYes(reader, row)
    if (said === false) reader.draft.denied.push({ event, unit: null })
    if (said !== true) continue
    reader.draft.reported.add(event)
    pendingUnits(reader, row, event)
  }
}

import type { FactEntry, Unit } from '@kaohe/engine'
import type { Row } from '../grid/index.ts'
import { declaredMark, type Marked } from '../names/index.ts'
import type { Column } from '../plan/index.ts'
import { say } from '../report/index.ts'
import { isBlank } from '../value/index.ts'
import { checkStep, evaluatorFault } from './mark.ts'
import { type Reason, reasonAlone, reasonFault, reasonIn } from './reason.ts'
import type { SheetReader } from './sheet-reader.ts'

/** The cell of a value, and whose it is. */
export interface Spot {
  readonly row: Row
  readonly unit: Unit
  readonly column: Column
  readonly heading: string
}

/** Who gave a mark, and the column that says why; undefined where the sheet has none. */
interface Given {
  readonly evaluator: string | null
  readonly reason: Column | undefined
}

function lacksReason(
  reader: SheetReader,
  { row, column, heading }: Spot,
  mark: Marked,
  given: Given,
  reason: Reason,
): boolean {
  const long = column.meaning.column === 'value'
  const where =
    given.reason === undefined
      ? say(
          `请加一列“${long ? '理由' : `${heading}理由`}”，在这一行写`,
          `add a column “${long ? '理由' : `${heading}理由`}” and write in this row`,
        )
      : say('请在这一格写', 'write here')
  const wrong = reader.draft.asksReasons ? reasonFault(mark, reason, where) : undefined
  if (wrong !== undefined) reader.say(row, given.reason ?? column, wrong)
  return wrong !== undefined
}

/** Keeps the mark in a cell with its reason, or says what is wrong with either. */
export function keepMark(reader: SheetReader, spot: Spot, mark: Marked, given: Given): void {
  const { row, unit, column } = spot
  const value = reader.value(row, column, declaredMark(mark))
  const reason = reasonIn(reader, row, given.reason)
  if (value === undefined) {
    if (reason.text !== undefined && isBlank(row.cell(column.index)))
      reader.say(row, given.reason, reasonAlone(mark))
    return
  }
  const wrong =
    evaluatorFault(mark, given.evaluator, reader.draft.catalogue.parties) ?? checkStep(value, mark)
  if (wrong !== undefined) return reader.say(row, column, wrong)
  if (lacksReason(reader, spot, mark, given, reason)) return
  const { evaluators } = mark.judged
  const entry: FactEntry = {
    unit: unit.id,
    fact: `mark:${mark.id}`,
    period: null,
    value,
    ...(given.evaluator === null || evaluators.length === 0 ? {} : { evaluator: given.evaluator }),
    ...(reason.text === undefined ? {} : { reason: reason.text }),
    origin: reader.origin(row, column),
    ...reader.provenance(row),
  }
  reader.draft.addFact(entry, reader.place(row, column), spot.heading, 'facts')
}

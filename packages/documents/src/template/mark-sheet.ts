import type { Judged } from '../layout/index.ts'
import { judgedItems } from '../layout/index.ts'
import type { Context } from './context.ts'
import type { FieldSpec } from './fields.ts'
import { markNote } from './notes.ts'
import type { TableColumn, TableSheet } from './table-sheet.ts'
import { nameOf, TEXT, wideSheet } from './wide-sheet.ts'

function fieldOf({ words, least, most, orZero }: Judged): FieldSpec {
  return words === undefined
    ? { type: 'number', unit: '分', least, most, orZero, whole: false }
    : { type: 'choice', words }
}

function markColumn(judged: Judged, evaluator: string | null, context: Context): TableColumn {
  const party = context.scheme.parties?.find((p) => p.id === evaluator)?.name ?? evaluator
  return {
    meaning: { column: 'mark-value', item: judged.id, evaluator },
    heading: party === null ? judged.name : `${judged.name}（${party}）`,
    note: markNote(judged, evaluator, context),
    field: fieldOf(judged),
    width: 16,
  }
}

// Reasons that nobody asked for keep their place too.
function hasReason({ id }: Judged, evaluator: string | null, { filled }: Context): boolean {
  return (filled?.facts ?? []).some(
    (e) =>
      e.fact === `mark:${id}` &&
      e.reason !== undefined &&
      (e.evaluator === undefined || e.evaluator === evaluator),
  )
}

function reasonColumn(mark: TableColumn, judged: Judged, evaluator: string | null): TableColumn {
  const { reasoned } = judged
  return {
    meaning: { column: 'mark-reason', item: judged.id, evaluator },
    heading: `${mark.heading}理由`,
    hint: reasoned ? '打了分必填' : '可不填',
    note: `${mark.heading}：为什么打这个分，依据什么材料。\n${reasoned ? '打了分就要写；没有打分的空着。' : '可以不写。'}`,
    field: TEXT,
    width: 30,
  }
}

function columnsOf(judged: Judged, context: Context): TableColumn[] {
  const evaluators = judged.evaluators.length === 0 ? [null] : judged.evaluators
  return evaluators.flatMap((evaluator) => {
    const mark = markColumn(judged, evaluator, context)
    const told = judged.reasoned || hasReason(judged, evaluator, context)
    return told ? [mark, reasonColumn(mark, judged, evaluator)] : [mark]
  })
}

/** 打分: a row a unit, a column for each judged item and evaluator, beside it why where that is asked. */
export function markSheets(context: Context): TableSheet[] {
  const columns = judgedItems(context.scheme).flatMap((judged) => columnsOf(judged, context))
  return columns.length === 0
    ? []
    : [wideSheet(context, nameOf('marks'), 'marks', columns, undefined)]
}

import { adjustmentOf, type Decision, type Matter, mattersOf } from '@kaohe/engine'
import { guardText } from '../book/index.ts'
import type { Context } from './context.ts'
import type { TableCell, TableColumn, TableSheet } from './table-sheet.ts'
import { UNIT_CHOICES } from './unit-sheets.ts'
import { nameOf, plainColumnOf, TEXT } from './wide-sheet.ts'

const NOTE =
  '方案留给人定的事，定了才写，一件一行：会议评定的等次、截止名次上同分的先后、写明由谁决定的结果运用。\n没有写的就是还没有定，结果是待定。'

function valueHint(matters: readonly Matter[]): string {
  const hints = {
    grade: '等次写等次的名称',
    order: '同分写排第几，如 1',
    grant: '结果运用写是或否',
  } as const
  return [...new Set(matters.map(({ asks }) => hints[asks]))].join('；')
}

function columnsFor(matters: readonly Matter[], { scheme }: Context): TableColumn[] {
  const grades = (scheme.grading?.grades ?? []).map((g) => g.name)
  const onlyGrades = matters.every(({ asks }) => asks === 'grade')
  const parties = new Set(matters.map(({ body }) => body))
  const named = (id: string | undefined) => scheme.parties?.find((p) => p.id === id)?.name
  const bodies = [...parties].map(named).filter((name) => name !== undefined)
  return [
    plainColumnOf('unit', { choices: UNIT_CHOICES, hint: '从列表选', note: NOTE, width: 24 }),
    plainColumnOf('matter', {
      field: { type: 'choice', words: matters.map(({ name }) => name) },
      width: 26,
    }),
    plainColumnOf('decided', {
      field: onlyGrades ? { type: 'choice', words: grades } : TEXT,
      hint: valueHint(matters),
      width: 18,
    }),
    plainColumnOf('body', {
      field: TEXT,
      hint: bodies.length === 0 ? '会议或机关' : `${bodies.join('、')}，可不填`,
      width: 18,
    }),
    plainColumnOf('date', { heading: '决定日期', field: { type: 'date' }, width: 13 }),
    plainColumnOf('number', { field: TEXT, hint: '和理由至少写一样', width: 20 }),
    plainColumnOf('reason', { field: TEXT, hint: '', width: 30 }),
    plainColumnOf('evidence', { field: TEXT, hint: '文件名，用；隔开', width: 20 }),
    plainColumnOf('by', { field: TEXT, hint: '', width: 10 }),
    plainColumnOf('at', { field: { type: 'date' }, width: 12 }),
  ]
}

function valueCell({ value }: Decision, { scheme }: Context): string | number {
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'number') return value
  return scheme.grading?.grades.find((g) => g.id === value)?.name ?? value
}

function rowOf(decision: Decision, matters: readonly Matter[], context: Context): TableCell[] {
  const { unit, on, body, date, number, reason, evidence, by, at } = decision
  const text = (value: string | undefined) => (value === undefined ? null : guardText(value))
  return [
    context.units.find((u) => u.id === unit)?.name ?? unit,
    matters.find((matter) => matter.on === on)?.name ?? on,
    valueCell(decision, context),
    text(context.scheme.parties?.find((p) => p.id === body)?.name ?? body),
    date,
    text(number),
    text(reason),
    text(evidence?.join('；')),
    text(by),
    at ?? null,
  ]
}

/** 决定: what people decide, where the scheme leaves anything to them. */
export function decisionSheets(context: Context): TableSheet[] {
  const filled = context.filled?.decisions ?? []
  const adjustment = adjustmentOf(context.scheme)
  // An adjustment is on record where there was one; nobody is asked for it.
  const adjusts = adjustment !== undefined && filled.some(({ on }) => on === adjustment.on)
  const matters = [...mattersOf(context.scheme), ...(adjusts ? [adjustment] : [])]
  if (matters.length === 0) return []
  return [
    {
      name: nameOf('decisions'),
      anchor: { kind: 'decisions', id: null },
      columns: columnsFor(matters, context),
      rows: filled.map((decision) => rowOf(decision, matters, context)),
      frozen: 1,
      open: true,
    },
  ]
}

import { type EventDeclaration, formatRational } from '@kaohe/engine'
import type { Context } from './context.ts'
import { eventNote } from './notes.ts'
import type { TableColumn, TableSheet } from './table-sheet.ts'
import { UNIT_CHOICES } from './unit-sheets.ts'
import { cellOf } from './values.ts'
import { nameOf, plainColumnOf } from './wide-sheet.ts'

type Cell = string | number | null

// Nothing else tells two ballots without a name from one that was entered twice.
const SAME_ROWS =
  '内容完全相同的两行（如打了同样分的两张无记名票），各填一个不同的编号；不填的当作同一件填了两次，不收。'

function eventColumns(event: EventDeclaration, context: Context): TableColumn[] {
  const attributes = (event.attributes ?? []).map(
    (a): TableColumn => ({
      meaning: { column: 'attribute', id: a.id },
      heading: a.name,
      field: { ...a, least: a.least?.value, most: a.most?.value },
    }),
  )
  return [
    plainColumnOf('unit', {
      choices: UNIT_CHOICES,
      hint: '从列表选',
      note: eventNote(event, context),
      width: 24,
    }),
    plainColumnOf('date', { field: { type: 'date' }, width: 13 }),
    ...attributes,
    plainColumnOf('evidence', { field: { type: 'text' }, hint: '文件名，用；隔开', width: 24 }),
    plainColumnOf('by', { field: { type: 'text' }, hint: '', width: 10 }),
    plainColumnOf('at', { field: { type: 'date' }, width: 12 }),
    plainColumnOf('event-id', {
      field: { type: 'text' },
      hint: '可不填；两行全同时要填',
      note: SAME_ROWS,
      width: 24,
    }),
  ]
}

function eventRows(
  event: EventDeclaration,
  columns: readonly TableColumn[],
  context: Context,
): Cell[][] {
  const mine = (context.filled?.events ?? []).filter((e) => e.event === event.id)
  return mine.map((e) =>
    columns.map(({ meaning, field }): Cell => {
      if (meaning.column === 'unit')
        return context.units.find((u) => u.id === e.unit)?.name ?? e.unit
      if (meaning.column === 'date') return e.date
      if (meaning.column === 'evidence') return e.evidence?.join('；') ?? null
      if (meaning.column === 'by') return e.by ?? null
      if (meaning.column === 'at') return e.at ?? null
      if (meaning.column === 'event-id') return e.id
      const value = meaning.column === 'attribute' ? e.attributes[meaning.id] : undefined
      return value === undefined ? null : cellOf(value, field?.unit)
    }),
  )
}

/** One sheet for each kind of event: a row an event. */
export function eventSheets(context: Context): TableSheet[] {
  return (context.scheme.events ?? []).map((event) => {
    const columns = eventColumns(event, context)
    return {
      name: event.name,
      anchor: { kind: 'event', id: event.id },
      columns,
      rows: eventRows(event, columns, context),
      frozen: 1,
      open: true,
    }
  })
}

/** 事件报齐: which kinds of events are complete. */
export function reportedSheets(context: Context): TableSheet[] {
  const events = context.scheme.events ?? []
  if (events.length === 0) return []
  const nameOfUnit = (id: string): string => context.units.find((u) => u.id === id)?.name ?? id
  const columns = [
    plainColumnOf('event', { width: 30 }),
    plainColumnOf('reported', {
      field: { type: 'truth' },
      hint: '全部单位报齐了选“是”',
      width: 14,
      note: '选“是”：没有行的单位就是没有发生（零报告）。\n选“否”：收回报齐的声明。\n不选：没有行的单位按未知处理。',
    }),
    plainColumnOf('pending', {
      field: { type: 'text' },
      hint: '除这些单位外已报齐，用、隔开',
      width: 44,
    }),
  ]
  const rows = events.map((event): Cell[] => {
    const pending = (context.filled?.pending ?? [])
      .filter((p) => p.event === event.id)
      .map((p) => nameOfUnit(p.unit))
    return [
      event.name,
      context.filled?.reported.includes(event.id) === true ? '是' : null,
      pending.length === 0 ? null : pending.join('、'),
    ]
  })
  return [
    {
      name: nameOf('reported'),
      anchor: { kind: 'reported', id: null },
      columns,
      rows,
      frozen: 1,
      open: false,
    },
  ]
}

function historyRows(context: Context): Cell[][] {
  const outcomes = [...(context.scheme.consequences ?? []), ...(context.scheme.overrides ?? [])]
  const nameOfUnit = (id: string): string => context.units.find((u) => u.id === id)?.name ?? id
  return (context.filled?.history ?? []).map((p) => [
    nameOfUnit(p.unit),
    p.year,
    p.total === undefined ? null : formatRational(p.total),
    p.rank ?? null,
    context.scheme.grading?.grades.find((g) => g.id === p.grade)?.name ?? p.grade ?? null,
    p.met.map((id) => outcomes.find((o) => o.id === id)?.id ?? id).join('、'),
  ])
}

/** 往年结果 and 沿革, for consequences over years. */
export function pastSheets(context: Context): TableSheet[] {
  const overYears = (context.scheme.consequences ?? []).some((c) => c.who?.years !== undefined)
  const { filled } = context
  if (!overYears && (filled?.history.length ?? 0) + (filled?.lineage.length ?? 0) === 0) return []
  const unit = plainColumnOf('unit', { choices: UNIT_CHOICES, hint: '从列表选', width: 24 })
  const grades = (context.scheme.grading?.grades ?? []).map((g) => g.name)
  const history = [
    unit,
    plainColumnOf('year', { hint: '如 2022' }),
    plainColumnOf('total'),
    plainColumnOf('rank'),
    plainColumnOf('grade', { field: { type: 'choice', words: grades }, hint: '' }),
    plainColumnOf('met', { hint: '那一年符合的结果运用，用、隔开', width: 36 }),
  ]
  const lineage = [
    unit,
    plainColumnOf('from', { hint: '原来的名称或编号', width: 24 }),
    plainColumnOf('since', { hint: '如 2023' }),
  ]
  const lineageRows = (filled?.lineage ?? []).map((l): Cell[] => [
    context.units.find((u) => u.id === l.unit)?.name ?? l.unit,
    l.from,
    l.since,
  ])
  return [
    {
      name: nameOf('history'),
      anchor: { kind: 'history', id: null },
      columns: history,
      rows: historyRows(context),
      frozen: 1,
      open: true,
    },
    {
      name: nameOf('lineage'),
      anchor: { kind: 'lineage', id: null },
      columns: lineage,
      rows: lineageRows,
      frozen: 1,
      open: true,
    },
  ]
}

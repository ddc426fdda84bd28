import type { FactDeclaration, FactEntry } from '@kaohe/engine'
import type { ColumnMeaning } from '@kaohe/documents'
import { plainOf, type Row } from '../grid/index.ts'
import { declaredFact, declaredOfLastYear, type Marked } from '../names/index.ts'
import type { Column } from '../plan/index.ts'
import { fault, read, type Reading, refuse, type Remark, say } from '../report/index.ts'
import { fold, isBlank } from '../value/index.ts'
import { levelFault } from './level.ts'
import { keepMark, type Spot } from './keep-mark.ts'
import { reasonUnread } from './reason.ts'
import type { SheetReader } from './sheet-reader.ts'

type List = 'facts' | 'previous'

const listOf = (reader: SheetReader): List =>
  reader.plan.sheet.kind === 'previous' ? 'previous' : 'facts'

function outsidePeriods(
  reader: SheetReader,
  fact: FactDeclaration,
  period: string | null,
): Remark | undefined {
  const { list } = reader.draft.catalogue.periodsOf(fact, false)
  if (period === null || list === null || list.includes(period)) return undefined
  const expected = say(`应从 ${list[0]} 到 ${list.at(-1)}`, `from ${list[0]} to ${list.at(-1)}`)
  return fault('wrong-period', say('这一期不在考核时段内', 'outside the covered period'), {
    found: period,
    expected,
  })
}

function keepFact(
  reader: SheetReader,
  spot: Spot,
  fact: FactDeclaration,
  period: string | null,
): void {
  const { row, unit, column } = spot
  const declared = listOf(reader) === 'facts' ? declaredFact(fact) : declaredOfLastYear(fact)
  const value = reader.value(row, column, declared)
  if (value === undefined) return
  const wrong =
    outsidePeriods(reader, fact, period) ??
    levelFault(unit, fact.level, fact.spread === true, reader.draft.catalogue)
  if (wrong !== undefined) return reader.say(row, column, wrong)
  const entry: FactEntry = {
    unit: unit.id,
    fact: fact.id,
    period,
    value,
    origin: reader.origin(row, column),
    ...reader.provenance(row),
  }
  reader.draft.addFact(entry, reader.place(row, column), spot.heading, listOf(reader))
}

type MarkColumn = Extract<ColumnMeaning, { column: 'mark-value' }>

function reasonColumn({ plan }: SheetReader, of: MarkColumn): Column | undefined {
  return plan.columns.find(
    ({ meaning }) =>
      meaning.column === 'mark-reason' &&
      meaning.item === of.item &&
      meaning.evaluator === of.evaluator,
  )
}

/** Reads a sheet with one row a unit and one column a fact, a fact's period, or a mark. */
export function readWide(reader: SheetReader): void {
  const { facts, marks } = reader.draft.catalogue
  for (const { row, unit } of reader.unitRows()) {
    for (const column of reader.plan.columns) {
      const { meaning, heading } = column
      const spot = { row, unit, column, heading }
      if (meaning.column === 'fact-value') {
        const fact = facts.find(meaning.fact)
        if (fact !== undefined) keepFact(reader, spot, fact, meaning.period)
      } else if (meaning.column === 'mark-value') {
        const mark = marks.find(meaning.item)
        const reason = reasonColumn(reader, meaning)
        if (mark !== undefined) keepMark(reader, spot, mark, { ...meaning, reason })
      }
    }
  }
}

/** The period written in a row, for a fact that may have periods. */
function periodIn(reader: SheetReader, row: Row, fact: FactDeclaration): Reading<string | null> {
  const column = reader.column('period')
  const raw = column === undefined ? undefined : reader.raw(row, column)
  const plain = plainOf(raw)
  const blank = plain === undefined || isBlank(raw)
  if (!reader.draft.catalogue.isDated(fact)) {
    if (blank || /^(全年|年度|全年度|\d{4}(年|年度)?)$/.test(fold(`${plain}`))) return read(null)
    return refuse(
      fault(
        'wrong-period',
        say('这项数据整个考核时段一个，不分期', 'this fact has one value for all of the time'),
        {
          found: `${plain}`,
          expected: say('“期”这一格请空着', 'leave the period blank'),
        },
      ),
    )
  }
  const { catalogue } = reader.draft
  const { from1904 } = reader.calendar
  if (!blank) return catalogue.readPeriod(fact, raw, plain, from1904, listOf(reader) === 'facts')
  const periods = catalogue.periodsOf(fact, from1904)
  const example = periods.list?.[0] ?? '2023-04'
  return refuse(
    fault('no-period', say('没有写是哪一期', 'the period is missing'), {
      expected: say(`请写期，如 ${example}`, `write the period, such as ${example}`),
    }),
  )
}

function unknownName(
  reader: SheetReader,
  row: Row,
  column: Column | undefined,
  found: string,
): void {
  const { facts, marks } = reader.draft.catalogue
  const nearest = facts.nearest(found) ?? marks.nearest(found)
  const why =
    column?.meaning.column === 'item'
      ? say('没有这个要打分的指标', 'no such judged item')
      : say('方案里没有这项数据', 'the scheme has no such fact')
  reader.say(
    row,
    column,
    fault('unknown-fact', why, {
      found,
      expected: say('请写方案里的名称或编号', 'write a name or identifier of the scheme'),
      ...(nearest === undefined ? {} : { nearest }),
    }),
  )
}

function markRow(reader: SheetReader, spot: Spot, mark: Marked): void {
  const { parties } = reader.draft.catalogue
  const column = reader.column('evaluator')
  const wrote = reader.text(spot.row, column)
  const party = parties.find(wrote)
  if (wrote !== '' && party === undefined) {
    const nearest = parties.nearest(wrote)
    return reader.say(
      spot.row,
      column,
      fault('unknown-party', say('方案里没有这个参与方', 'the scheme has no such party'), {
        found: wrote,
        ...(nearest === undefined ? {} : { nearest }),
      }),
    )
  }
  const evaluator = party?.id ?? mark.judged.onlyEvaluator
  keepMark(reader, spot, mark, { evaluator, reason: reader.column('reason') })
}

/** Reads a sheet with one value a row: 单位, 数据 (or 指标), 期, 值. */
export function readLong(reader: SheetReader): void {
  const { facts, marks } = reader.draft.catalogue
  const valueColumn = reader.column('value')
  const nameColumn = reader.column('fact') ?? reader.column('item')
  for (const { row, unit } of reader.unitRows()) {
    const name = reader.text(row, nameColumn)
    if (valueColumn === undefined || (name === '' && isBlank(row.cell(valueColumn.index)))) continue
    const fact = facts.findHeading(name)
    const marked = fact === undefined && listOf(reader) === 'facts'
    const mark = marked ? marks.findHeading(name.replace(/^mark:/, '')) : undefined
    const heading = fact?.name ?? mark?.name ?? valueColumn.heading
    const spot = { row, unit, column: { ...valueColumn, heading }, heading }
    if (mark !== undefined) markRow(reader, spot, mark)
    else if (fact === undefined) unknownName(reader, row, nameColumn, name)
    else {
      const [period, reason] = [
        reader.take(row, reader.column('period'), periodIn(reader, row, fact)),
        reader.column('reason'),
      ]
      if (reason !== undefined && !isBlank(row.cell(reason.index)))
        reader.say(row, reason, reasonUnread(fact.name))
      if (period !== undefined) keepFact(reader, spot, fact, period)
    }
  }
}

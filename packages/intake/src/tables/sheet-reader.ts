import type { PlainColumn } from '@kaohe/documents'
import type { Unit } from '@kaohe/engine'
import type { Draft } from '../draft/draft.ts'
import {
  type Merge,
  originIn,
  originOf,
  placeAt,
  plainOf,
  type Raw,
  type Row,
} from '../grid/index.ts'
import {
  fault,
  note,
  type Place,
  type Reading,
  type Remark,
  say,
  warning,
} from '../report/index.ts'
import type { Column, Plan } from '../plan/index.ts'
import { plainColumn } from '../plan/index.ts'
import {
  brokenCell,
  type Calendar,
  type Declared,
  isBlank,
  readDate,
  readValue,
  tidy,
} from '../value/index.ts'
import type { Value } from '@kaohe/engine'
import { MergeMap } from './merges.ts'
import { skipReason } from './skip.ts'

const NONE: readonly string[] = []
const SEVERAL = /[;；\n]/

/** One row of data with the unit it is about. */
export interface UnitRow {
  readonly row: Row
  readonly unit: Unit
}

// One piece of evidence is the rule; a list that grew holds room for more.
function listed(text: string): readonly string[] {
  if (text === '') return NONE
  return SEVERAL.test(text)
    ? text
        .split(SEVERAL)
        .map(tidy)
        .filter((e) => e !== '')
    : [text]
}

/** Reads the rows of one sheet, and says what is wrong with which cell. */
export class SheetReader {
  readonly plan: Plan
  readonly draft: Draft
  readonly calendar: Calendar
  readonly #merges: MergeMap
  readonly #columns = new Map<PlainColumn, Column | undefined>()
  readonly #origin: string

  constructor(plan: Plan, draft: Draft) {
    this.plan = plan
    this.draft = draft
    this.calendar = { from1904: plan.grid.from1904, years: draft.catalogue.years }
    this.#merges = new MergeMap(plan.grid, plan.headRow)
    this.#origin = originOf(plan.grid)
  }

  column(column: PlainColumn): Column | undefined {
    if (!this.#columns.has(column)) this.#columns.set(column, plainColumn(this.plan, column))
    return this.#columns.get(column)
  }

  place(row: Row, column?: Column): Place {
    return placeAt(this.plan.grid, row.number, column?.index)
  }

  origin(row: Row, column: Column | undefined): string {
    return this.#origin + originIn(this.plan.grid, row.number, column?.index ?? 0)
  }

  say(row: Row, column: Column | undefined, remark: Remark): void {
    this.draft.report.add(this.place(row, column), remark, column?.heading)
  }

  /** Keeps the value of a reading and says what is to be said about it. */
  take<T>(row: Row, column: Column | undefined, reading: Reading<T>): T | undefined {
    if ('fault' in reading) {
      this.say(row, column, reading.fault)
      return undefined
    }
    for (const remark of reading.remarks) this.say(row, column, remark)
    return reading.value
  }

  /** The text of a cell of a plain column; a failed formula there is reported. */
  text(row: Row, column: Column | undefined): string {
    if (column === undefined) return ''
    const raw = this.raw(row, column)
    const broken = brokenCell(raw)
    if (broken !== undefined) this.say(row, column, broken)
    const plain = plainOf(raw)
    return plain === undefined || broken !== undefined ? '' : tidy(`${plain}`)
  }

  raw(row: Row, column: Column): Raw {
    const own = row.cell(column.index)
    return (
      own ?? (this.#fillsDown(column) ? this.#merges.fill(row.number, column.index) : undefined)
    )
  }

  #fillsDown({ meaning }: Column): boolean {
    return (
      meaning.column === 'unit' ||
      meaning.column === 'unit-id' ||
      meaning.column === 'fact' ||
      meaning.column === 'item' ||
      meaning.column === 'period'
    )
  }

  /** The value of a cell, or undefined when it is blank, merged, or wrong (and then reported). */
  value(row: Row, column: Column, declared: Declared): Value | undefined {
    const raw = row.cell(column.index)
    if (raw === undefined || isBlank(raw)) return undefined
    const merge = this.#merges.at(row.number, column.index)
    if (merge !== undefined) {
      this.#complainMerged(row, column, merge)
      return undefined
    }
    const value = this.take(row, column, readValue(raw, declared, this.calendar))
    return value === undefined ? undefined : this.draft.shared.value(value)
  }

  #complainMerged(row: Row, column: Column, merge: Merge): void {
    const size = (merge.bottom - merge.top + 1) * (merge.right - merge.left + 1)
    const expected = say('请取消合并，逐格填写', 'unmerge the cells and fill in each')
    this.say(
      row,
      column,
      fault(
        'merged',
        say(`合并了 ${size} 格，分不清是谁的数`, `${size} cells are merged; whose value is it?`),
        { expected },
      ),
    )
  }

  date(row: Row, column: Column): string | undefined {
    const value = this.value(row, column, { type: 'date' })
    return value !== undefined && 'date' in value ? value.date : undefined
  }

  /** Who reported the row, when, on what evidence. */
  provenance(row: Row): { by?: string; at?: string; evidence?: readonly string[] } {
    const by = this.draft.shared.text(this.text(row, this.column('by')))
    const at = this.#reportedAt(row)
    const evidence = listed(this.text(row, this.column('evidence')))
    return {
      ...(by === '' ? {} : { by }),
      ...(at === '' ? {} : { at }),
      ...(evidence.length === 0 ? {} : { evidence }),
    }
  }

  #reportedAt(row: Row): string {
    const column = this.column('at')
    const text = this.text(row, column)
    if (column === undefined || text === '') return ''
    const raw = this.raw(row, column)
    const reading = readDate(raw, plainOf(raw) ?? '', this.calendar)
    return 'fault' in reading ? text : reading.value
  }

  /** The rows of data: without totals, notes below, and headings printed again. */
  *rows(): Generator<Row> {
    const lead = this.column('unit') ?? this.column('unit-id') ?? this.plan.columns[0]
    for (const row of this.plan.grid.rows) {
      if (row.number <= this.plan.headRow) continue
      const reason = skipReason(row, lead, this.plan, this.draft.directory)
      if (reason !== undefined) {
        this.say(row, undefined, reason)
        continue
      }
      if (row.hidden)
        this.say(
          row,
          undefined,
          note('hidden-row', say('是隐藏的行，也读了', 'a hidden row; it was read too')),
        )
      yield row
    }
  }

  /** The rows that are about a unit; what hinders is reported. */
  *unitRows(): Generator<UnitRow> {
    for (const row of this.rows()) {
      const unit = this.#unit(row)
      if (unit !== undefined) yield { row, unit }
    }
  }

  #unit(row: Row): Unit | undefined {
    const [idColumn, nameColumn] = [this.column('unit-id'), this.column('unit')]
    const [id, name] = [this.text(row, idColumn), this.text(row, nameColumn)]
    if (id === '' && name === '') return this.#nameless(row)
    const byId = id === '' ? undefined : this.draft.directory.find(id)
    const byName = name === '' ? undefined : this.draft.directory.find(name)
    if (byId === undefined) return this.#known(row, nameColumn, byName)
    const unit = this.#known(row, idColumn, byId)
    if (unit === undefined || byName === undefined) return unit
    if (!('fault' in byName) && byName.value.id === unit.id) return unit
    this.say(
      row,
      nameColumn,
      fault(
        'unit-differs',
        say(`编号 ${id} 是“${unit.name}”，与名称对不上`, `identifier ${id} is “${unit.name}”`),
        { found: name, expected: say('请核对编号和名称', 'check identifier and name') },
      ),
    )
    return undefined
  }

  #known(
    row: Row,
    column: Column | undefined,
    reading: Reading<Unit> | undefined,
  ): Unit | undefined {
    if (reading === undefined) return undefined
    if (!('fault' in reading) || this.#hasValues(row)) return this.take(row, column, reading)
    this.say(row, column, {
      ...warning(
        'row-skipped',
        say('不是单位，这一行没有数据，跳过', 'no unit, and no data in the row; skipped'),
      ),
      found: this.text(row, column),
    })
    return undefined
  }

  #hasValues(row: Row): boolean {
    const lead = ['unit', 'unit-id', 'ignored', 'by', 'at']
    return this.plan.columns.some(
      (c) => !lead.includes(c.meaning.column) && !isBlank(row.cell(c.index)),
    )
  }

  #nameless(row: Row): undefined {
    if (!this.#hasValues(row)) return undefined
    const column = this.column('unit') ?? this.column('unit-id')
    this.say(
      row,
      column,
      fault('no-unit', say('没有写单位', 'the unit is missing'), {
        expected: say('请写单位的名称或编号', 'write the name or identifier of the unit'),
      }),
    )
    return undefined
  }
}

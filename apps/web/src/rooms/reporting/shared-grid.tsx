import type { SharedFact, SharedRow, SharedTable } from '@kaohe/contract'
import { Tag } from 'antd'
import type { ClipboardEvent } from 'react'
import { Listing } from '../../parts/listing.tsx'
import { day } from '../../parts/when.ts'
import { cellKey, gridOf, placeBlock, type TypedCells } from './shared-drafts.ts'

type SharedCell = SharedRow['cells'][number]

export interface Changed {
  readonly unit: string
  readonly cell: SharedCell
  readonly text: string
}

interface Props {
  readonly fact: SharedFact
  readonly table: SharedTable
  readonly typed: TypedCells
  /** What the server refused, by cell. */
  readonly faults: ReadonlyMap<string, string>
  readonly disabled: boolean
  readonly onChange: (all: readonly Changed[]) => void
  /** Names in a pasted block that no unit has. */
  readonly onStrangers: (names: readonly string[]) => void
}

function shownText(text: string | null, unit: string | null): string {
  if (text === null) return ''
  return unit !== null && text.endsWith(unit) ? text.slice(0, -unit.length) : text
}

function OneCell({ props, row, at, label }: CellProps) {
  const { fact, table, typed, faults, disabled, onChange, onStrangers } = props
  const line = table.rows[row]!
  const cell = line.cells[at]!
  const key = cellKey(line.unit, cell.period)
  const draft = typed[key]
  const fault = faults.get(key)
  const words = fact.type === 'truth' ? ['是', '否'] : fact.words
  const change = (text: string): void => onChange([{ unit: line.unit, cell, text }])
  const paste = (event: ClipboardEvent): void => {
    const block = gridOf(event.clipboardData.getData('text/plain'))
    if (block.length === 1 && block[0]?.length === 1) return
    event.preventDefault()
    const { placed, strangers } = placeBlock(table, { row, column: at }, block)
    onChange(placed.map(({ row: of, cell: to, text }) => ({ unit: of.unit, cell: to, text })))
    onStrangers(strangers)
  }
  const value = draft?.text ?? shownText(cell.text, fact.unit)
  return (
    <div className="shared-cell">
      <input
        className={draft === undefined ? 'shared-input' : 'shared-input shared-typed'}
        aria-label={`${line.name}，${label}`}
        aria-invalid={fault !== undefined}
        value={value}
        disabled={disabled}
        list={words.length > 0 ? `${fact.id}-words` : undefined}
        inputMode={fact.type === 'number' ? 'decimal' : 'text'}
        onChange={({ target }) => change(target.value)}
        onPaste={paste}
      />
      {draft !== undefined && <span className="field-state state-尚未保存">尚未保存</span>}
      {fault !== undefined && (
        <span className="field-problem" role="alert">
          {fault}
        </span>
      )}
      {cell.contested !== null && <Tag color="orange">异议：{cell.contested}</Tag>}
    </div>
  )
}

interface CellProps {
  readonly props: Props
  readonly row: number
  readonly at: number
  readonly label: string
}

function sayLast({ cells }: SharedRow): string {
  const told = cells.filter(({ at }) => at !== null)
  const last = told.toSorted((a, b) => ((a.at ?? '') < (b.at ?? '') ? 1 : -1))[0]
  return last === undefined ? '还没有' : `${last.source} · ${day(last.at)}`
}

/** One datum of all units: typed, or pasted as a block from a spreadsheet. */
export function SharedGrid(props: Props) {
  const { fact, table } = props
  const words = fact.type === 'truth' ? ['是', '否'] : fact.words
  const unit = fact.unit === null ? '' : `（${fact.unit}）`
  const columns = [
    { title: '单位', dataIndex: 'name', fixed: 'left' as const, width: 150 },
    ...table.periods.map((period, at) => ({
      title: `${period.name}${unit}`,
      key: period.id ?? 'all',
      width: 130,
      render: (_: unknown, line: SharedRow) => (
        <OneCell props={props} row={table.rows.indexOf(line)} at={at} label={period.name} />
      ),
    })),
    {
      title: '来源',
      key: 'source',
      className: 'cell-whole',
      render: (_: unknown, line: SharedRow) => sayLast(line),
    },
  ]
  return (
    <>
      {words.length > 0 && (
        <datalist id={`${fact.id}-words`}>
          {words.map((word) => (
            <option key={word} value={word} />
          ))}
        </datalist>
      )}
      <Listing<SharedRow>
        label={`${fact.name}，各单位`}
        rowKey="unit"
        size="small"
        columns={columns}
        dataSource={table.rows}
        pagination={{ pageSize: 100, hideOnSinglePage: true }}
        scroll={{ x: 'max-content' }}
      />
    </>
  )
}

import type { Cell, Fact } from '@kaohe/contract'
import { Select } from 'antd'
import { type ClipboardEvent, useId, useState } from 'react'
import { useMe } from '../../app/session.ts'
import { Button } from '../../parts/button.tsx'
import { draftKey, writeDraft } from '../../parts/drafts.ts'
import { day } from '../../parts/when.ts'
import { ContestNote } from './contest.tsx'
import { Control } from './control.tsx'
import { Clash, FieldProblem, type FieldProps } from './field.tsx'
import { ReasonForm } from './reason-form.tsx'
import { useContest } from './save.ts'
import { sayEntry } from './say.ts'
import { useField } from './use-field.ts'

interface Props extends Omit<FieldProps, 'cell'> {
  readonly cells: readonly Cell[]
}

const GATHERED_FROM = 3

/** A block of cells as a spreadsheet puts it on the clipboard, row by row. */
export function blockOf(text: string): string[] {
  const rows = text.replace(/\r?\n$/, '').split(/\r?\n/)
  return rows.flatMap((row) => row.split('\t')).map((cell) => cell.trim())
}

interface OneProps extends FieldProps {
  readonly onBlock: (from: Cell, values: readonly string[]) => void
}

function OneCell({ fact, cell, place, onBlock }: OneProps) {
  const id = useId()
  const field = useField(place, cell, fact)
  const { said, state } = field
  const change = (text: string): void =>
    field.change({ state: text === '' ? 'blank' : 'value', text, reason: null })
  const paste = (event: ClipboardEvent<HTMLInputElement>): void => {
    const values = blockOf(event.clipboardData.getData('text/plain'))
    if (values.length < 2) return
    event.preventDefault()
    onBlock(cell, values)
  }
  return (
    <div className="period">
      <label htmlFor={id}>{cell.periodName}</label>
      <Control fact={fact} id={id} value={said.text} onChange={change} onPaste={paste} compact />
      <span className={`field-state state-${state}`} role="status">
        {said.state === 'inapplicable' ? '不适用' : state}
      </span>
      <Clash field={field} cell={cell} />
      <FieldProblem field={field} id={`${id}-problem`} />
    </div>
  )
}

function Contests({ cells, place, may }: Pick<Props, 'cells' | 'place' | 'may'>) {
  return cells.map(
    ({ contest, period, periodName }) =>
      contest !== null && (
        <div key={period}>
          <p className="field-note">{periodName}</p>
          <ContestNote contest={contest} place={place} mayAnswer={may.answer} />
        </div>
      ),
  )
}

function OwnGrid({ fact, cells, place, may }: Props) {
  const { person } = useMe()
  const [round, setRound] = useState(0)
  // Each pasted value becomes the draft of its cell; the cells then take their drafts up and save them.
  const onBlock = (from: Cell, values: readonly string[]): void => {
    const start = cells.indexOf(from)
    values.forEach((text, i) => {
      const cell = cells[start + i]
      if (cell === undefined) return
      const key = draftKey(person.id, place.cycle, place.unit, cell.fact, cell.period)
      const state = text === '' ? 'blank' : 'value'
      writeDraft(key, { state, text, reason: null, base: cell.entry?.version ?? 0 })
    })
    setRound(round + 1)
  }
  return (
    <>
      <p className="field-note">可以从 Excel 复制一行或一列，粘贴到第一格。</p>
      <div className="periods">
        {cells.map((cell) => (
          <OneCell
            key={`${cell.period}/${round}`}
            fact={fact}
            cell={cell}
            place={place}
            may={may}
            onBlock={onBlock}
          />
        ))}
      </div>
      <Contests cells={cells} place={place} may={may} />
    </>
  )
}

function sourcesOf(cells: readonly Cell[]): string {
  const entries = cells.flatMap(({ entry }) => entry ?? [])
  const last = entries.toSorted((a, b) => (a.at < b.at ? 1 : -1))[0]
  return last === undefined ? '' : `${last.source} · 最近 ${day(last.at)}`
}

/** Periods at the end for which there is nothing yet, where they are many: said in one line. */
function yetToCome(cells: readonly Cell[]): readonly Cell[] {
  const last = cells.findLastIndex(({ entry, contest }) => entry !== null || contest !== null)
  const rest = cells.slice(last + 1)
  return last < 0 || rest.length < GATHERED_FROM ? [] : rest
}

function GivenGrid({ fact, cells, place, may }: Props) {
  const [contesting, setContesting] = useState(false)
  const [period, setPeriod] = useState<string | null>(cells[0]?.period ?? null)
  const contest = useContest(place)
  const rest = yetToCome(cells)
  const options = cells.map((cell) => ({ value: cell.period ?? '', label: cell.periodName ?? '' }))
  return (
    <>
      <p className="field-state">{sourcesOf(cells) || `由${fact.supplier}提供，还没有`}</p>
      <dl className="periods">
        {cells.slice(0, cells.length - rest.length).map((cell) => (
          <div className="period" key={cell.period}>
            <dt>{cell.periodName}</dt>
            <dd className={cell.entry === null ? 'given given-none' : 'given'}>
              {cell.entry === null ? '还没有' : sayEntry(cell)}
              {cell.contest?.answer === null && ' · 有异议'}
            </dd>
          </div>
        ))}
      </dl>
      {rest.length > 0 && (
        <p className="field-state">
          {rest[0]?.periodName}至{rest.at(-1)?.periodName}还没有
        </p>
      )}
      {may.contest && fact.supplier !== null && !contesting && (
        <Button size="small" type="text" onClick={() => setContesting(true)}>
          提出异议
        </Button>
      )}
      {contesting && (
        <>
          <Select
            aria-label="哪一期"
            options={options}
            value={period}
            onChange={setPeriod}
            style={{ minWidth: 160 }}
          />
          <ReasonForm
            label="哪里不对，依据是什么"
            action="提出异议"
            pending={contest.isPending}
            error={contest.error}
            onSubmit={(reason) =>
              contest.mutate(
                { fact: fact.id, period, reason },
                { onSuccess: () => setContesting(false) },
              )
            }
            onCancel={() => setContesting(false)}
          />
        </>
      )}
      <Contests cells={cells} place={place} may={may} />
    </>
  )
}

/** One datum over many periods, as a compact grid. */
export function PeriodGrid(props: Props) {
  const { fact, cells } = props
  const filled = cells.filter(({ entry }) => entry !== null && entry.state !== 'blank').length
  return (
    <fieldset className="period-grid">
      <legend>
        {fact.name}
        <span className="field-state">
          {' '}
          {filled} / {cells.length} 期
        </span>
      </legend>
      {fact.mine ? <OwnGrid {...props} /> : <GivenGrid {...props} />}
    </fieldset>
  )
}

/** The data of an item, those of many periods together. */
export function byFact(cells: readonly Cell[], facts: ReadonlyMap<string, Fact>) {
  return [...Map.groupBy(cells, ({ fact }) => fact)].flatMap(([id, of]) => {
    const fact = facts.get(id)
    return fact === undefined ? [] : [{ fact, cells: of }]
  })
}

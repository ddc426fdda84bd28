import type { Fact, ReportItem } from '@kaohe/contract'
import { Input, Segmented, Select } from 'antd'
import { useEffect, useId, useState } from 'react'
import { ApiProblem } from '../../api/client.ts'
import { type Place, useSave } from './save.ts'

type Cell = ReportItem['cells'][number]

interface Props {
  readonly fact: Fact
  readonly cell: Cell
  readonly place: Place
}

const WAIT_MS = 800
const INAPPLICABLE = '不适用'

function shownText({ entry }: Cell): string {
  if (entry === null) return ''
  return entry.state === 'inapplicable' ? INAPPLICABLE : (entry.text ?? '')
}

function stateOf(saving: ReturnType<typeof useSave>, typed: string, cell: Cell): string {
  if (saving.isPending) return '正在保存'
  if (typed !== shownText(cell)) return saving.isError ? '没有保存' : '尚未保存'
  return cell.entry === null ? '未填' : '已保存'
}

function Control({ fact, value, onChange, id }: ControlProps) {
  const words = fact.type === 'truth' ? ['是', '否'] : fact.words
  const options = [...words, ...(fact.mayNotApply && words.length > 0 ? [INAPPLICABLE] : [])]
  if (options.length > 0 && options.length <= 3)
    return <Segmented id={id} options={options} value={value} onChange={onChange} />
  if (options.length > 0)
    return (
      <Select
        id={id}
        options={options.map((word) => ({ value: word, label: word }))}
        value={value === '' ? null : value}
        onChange={onChange}
        style={{ minWidth: 160 }}
      />
    )
  return (
    <Input
      id={id}
      value={value}
      suffix={fact.unit}
      onChange={({ target }) => onChange(target.value)}
      inputMode={fact.type === 'number' ? 'decimal' : 'text'}
      type={fact.type === 'date' ? 'date' : 'text'}
      style={{ width: fact.type === 'text' ? 320 : 180 }}
    />
  )
}

interface ControlProps {
  readonly fact: Fact
  readonly id: string
  readonly value: string
  readonly onChange: (value: string) => void
}

/** One datum in one period: what is typed is saved by itself, and its state is said beside it. */
export function Field({ fact, cell, place }: Props) {
  const id = useId()
  const [typed, setTyped] = useState(shownText(cell))
  const save = useSave(place, fact.id)
  useEffect(() => {
    if (typed === shownText(cell) || save.isPending) return undefined
    const body = { period: cell.period, text: typed, version: cell.entry?.version ?? 0 }
    const state = typed === INAPPLICABLE ? 'inapplicable' : typed === '' ? 'blank' : 'value'
    const timer = setTimeout(() => save.mutate({ ...body, state }), WAIT_MS)
    return () => clearTimeout(timer)
    // What is typed starts the clock; the rest is read when it has run out.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [typed])
  const label = cell.periodName === null ? fact.name : `${fact.name}（${cell.periodName}）`
  const problem = save.error instanceof ApiProblem ? save.error.problem.title : undefined
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <Control fact={fact} id={id} value={typed} onChange={setTyped} />
      <span className="field-state" role="status">
        {stateOf(save, typed, cell)}
      </span>
      {fact.supplier !== null && <span className="field-state">由{fact.supplier}提供</span>}
      {problem !== undefined && (
        <p className="field-problem" role="alert">
          {problem}
        </p>
      )}
    </div>
  )
}

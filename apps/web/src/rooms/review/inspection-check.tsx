import type { InspectionCheck, InspectionFinding } from '@kaohe/contract'
import { Input } from 'antd'
import { useEffect, useId, useRef, useState } from 'react'
import { Control } from '../reporting/control.tsx'
import type { Queued } from './inspection-queue.ts'

interface Props {
  readonly check: InspectionCheck
  readonly finding: InspectionFinding | undefined
  readonly queued: Queued | undefined
  readonly lost: boolean
  readonly writable: boolean
  onFind(text: string, note: string | null): void
}

const PAUSE_MS = 700

function sayState({ finding, queued, lost }: Pick<Props, 'finding' | 'queued' | 'lost'>): string {
  if (queued !== undefined && queued.refused !== null) return `没有收：${queued.refused}`
  if (queued !== undefined) return lost ? '待发送（没有信号，已存在本机）' : '正在发送……'
  return finding === undefined ? '还没有查' : `已收到（${finding.by ?? ''}）`
}

function stateOf(known: Pick<Props, 'finding' | 'queued' | 'lost'>) {
  const { queued } = known
  const waits = queued === undefined ? 'muted' : 'check-waiting'
  return { said: sayState(known), looks: queued?.refused != null ? 'mark-problem' : waits }
}

const sayRange = ({ least, most, unit }: InspectionCheck): string =>
  most === null ? '' : `（${least ?? '0'}—${most}${unit ?? ''}）`

/** One thing to check: what is found is kept at once, and sent when it can be. */
export function CheckField({ check, finding, queued, lost, writable, onFind }: Props) {
  const id = useId()
  const known = queued ?? finding
  const [text, setText] = useState(known?.text ?? '')
  const [note, setNote] = useState(known?.note ?? '')
  const [dirty, setDirty] = useState(false)
  const find = useRef(onFind)
  find.current = onFind
  // Remarks alone are no finding: the server would take them for one that is taken back.
  const unsaid = text === '' && known === undefined
  useEffect(() => {
    if (!dirty || unsaid) return undefined
    const timer = setTimeout(() => {
      setDirty(false)
      find.current(text, note.trim() || null)
    }, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [dirty, unsaid, text, note])
  const state = stateOf({ finding, queued, lost })
  return (
    <li className="check">
      <label htmlFor={id}>
        {check.name}
        {sayRange(check)}
      </label>
      {check.requirements.length > 0 && (
        <ul className="muted">
          {check.requirements.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      )}
      {writable ? (
        <>
          <Control
            id={id}
            fact={check}
            value={text}
            onChange={(next) => {
              setText(next)
              setDirty(true)
            }}
          />
          <Input.TextArea
            aria-label={`${check.name}的说明`}
            placeholder="看到了什么（可不写）"
            autoSize={{ minRows: 1, maxRows: 5 }}
            maxLength={500}
            value={note}
            onChange={({ target }) => {
              setNote(target.value)
              setDirty(true)
            }}
          />
        </>
      ) : (
        <p id={id}>
          <strong>{text === '' ? '没有查' : text}</strong> {note}
        </p>
      )}
      <span role="status" className={unsaid && note !== '' ? 'check-waiting' : state.looks}>
        {unsaid && note !== '' ? '请先填查的结果，说明随结果一起保存' : dirty ? '……' : state.said}
      </span>
    </li>
  )
}

import type { Happening, Happenings } from '@kaohe/contract'
import { Button, Input, Space } from 'antd'
import { useId, useState } from 'react'
import { ApiProblem } from '../../api/client.ts'
import { useMe } from '../../app/session.ts'
import { Control } from './control.tsx'
import { draftKey, readDraft, writeDraft } from './drafts.ts'
import type { Place } from './save.ts'

export interface Typed {
  readonly happenedOn: string
  readonly attributes: Readonly<Record<string, string>>
}

interface Props {
  readonly kind: Happenings
  readonly place: Place
  /** The row that is changed; none for a new one. */
  readonly row: Happening | null
  readonly pending: boolean
  readonly error: unknown
  readonly onSave: (typed: Typed, done: () => void) => void
  readonly onCancel: () => void
}

const EMPTY: Typed = { happenedOn: '', attributes: {} }

function faultAt(error: unknown, pointer: string): string | undefined {
  if (!(error instanceof ApiProblem)) return undefined
  return error.problem.faults?.find((fault) => fault.pointer === pointer)?.message
}

function useTyped(place: Place, kind: Happenings, row: Happening | null) {
  const { person } = useMe()
  const key = draftKey(person.id, place.cycle, place.unit, 'event', kind.id, row?.id ?? 'new')
  const [typed, setTyped] = useState<Typed>(() => (readDraft(key) as Typed | null) ?? row ?? EMPTY)
  const change = (next: Typed): void => {
    writeDraft(key, next)
    setTyped(next)
  }
  const clear = (): void => {
    writeDraft(key, null)
    setTyped(EMPTY)
  }
  return { typed, change, clear }
}

/** What happened, once: its day and what the scheme wants to know of it. */
export function EventForm({ kind, place, row, pending, error, onSave, onCancel }: Props) {
  const id = useId()
  const { typed, change, clear } = useTyped(place, kind, row)
  const whole =
    error instanceof ApiProblem && (error.problem.faults ?? []).length === 0 ? error.problem : null
  return (
    <form
      className="event-form"
      aria-label={row === null ? `记一件：${kind.name}` : `改正：${kind.name}`}
      onSubmit={(event) => {
        event.preventDefault()
        onSave(typed, clear)
      }}
    >
      <div className="event-fields">
        <div className="event-field">
          <label htmlFor={`${id}-date`}>日期</label>
          <Input
            id={`${id}-date`}
            type="date"
            required
            value={typed.happenedOn}
            onChange={({ target }) => change({ ...typed, happenedOn: target.value })}
          />
          {faultAt(error, '/body/happenedOn') !== undefined && (
            <p className="field-problem" role="alert">
              {faultAt(error, '/body/happenedOn')}
            </p>
          )}
        </div>
        {kind.attributes.map((attribute) => (
          <div className="event-field" key={attribute.id}>
            <label htmlFor={`${id}-${attribute.id}`}>{attribute.name}</label>
            <Control
              fact={attribute}
              id={`${id}-${attribute.id}`}
              value={typed.attributes[attribute.id] ?? ''}
              onChange={(value) =>
                change({ ...typed, attributes: { ...typed.attributes, [attribute.id]: value } })
              }
            />
            {faultAt(error, `/body/attributes/${attribute.id}`) !== undefined && (
              <p className="field-problem" role="alert">
                {faultAt(error, `/body/attributes/${attribute.id}`)}
              </p>
            )}
          </div>
        ))}
      </div>
      {whole !== null && (
        <p className="field-problem" role="alert">
          {whole.title}
          {whole.detail !== undefined && `：${whole.detail}`}
        </p>
      )}
      <Space>
        <Button type="primary" htmlType="submit" loading={pending}>
          {row === null ? '记下' : '保存'}
        </Button>
        <Button
          onClick={() => {
            clear()
            onCancel()
          }}
        >
          取消
        </Button>
      </Space>
    </form>
  )
}

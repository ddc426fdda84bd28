import type { Happening, Happenings } from '@kaohe/contract'
import { Input, Space } from 'antd'
import { useId } from 'react'
import { ApiProblem } from '../../api/client.ts'
import { Button } from '../../parts/button.tsx'
import { Refused, type Standing } from '../../parts/refused.tsx'
import { useTypedOver } from '../../parts/typed-over.ts'
import { Control } from './control.tsx'
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
  /** Over the version that was seen; 0 for a new one. */
  readonly onSave: (typed: Typed, version: number, done: () => void) => void
  /** What stands instead is to be read anew. */
  readonly onStale: () => void
  readonly onCancel: () => void
}

const EMPTY: Typed = { happenedOn: '', attributes: {} }

const typedOf = ({ happenedOn, attributes }: Typed): Typed => ({ happenedOn, attributes })

function faultAt(error: unknown, pointer: string): string | undefined {
  if (!(error instanceof ApiProblem)) return undefined
  return error.problem.faults?.find((fault) => fault.pointer === pointer)?.message
}

function useTyped(place: Place, kind: Happenings, row: Happening | null) {
  const standing = row === null ? EMPTY : typedOf(row)
  const at = [place.cycle, place.unit, 'event', kind.id, row?.id ?? 'new']
  const { value: typed, base, write, clear } = useTypedOver<Typed>(at, standing, row?.version ?? 0)
  return { typed, base, change: write, clear }
}

function sayTyped({ attributes }: Happenings, typed: Typed): string {
  const said = attributes.map(({ id, name }) => `${name}：${typed.attributes[id] ?? '未填'}`)
  return [`日期：${typed.happenedOn}`, ...said].join('\n')
}

/** What stands of an event, for whoever wrote over it meanwhile. */
export function sayStanding(kind: Happenings, standing: Standing): string {
  const row = standing as Happening | null
  if (row === null) return '没有这一件'
  const voided = row.voidedBecause === null ? [] : [`已作废：${row.voidedBecause}`]
  return [...voided, sayTyped(kind, row)].join('\n')
}

/** What happened, once: its day and what the scheme wants to know of it. */
export function EventForm(props: Props) {
  const { kind, place, row, pending, error, onSave, onStale, onCancel } = props
  const id = useId()
  const { typed, base, change, clear } = useTyped(place, kind, row)
  const isWhole = error instanceof ApiProblem && (error.problem.faults ?? []).length === 0
  return (
    <form
      className="event-form"
      aria-label={row === null ? `记一件：${kind.name}` : `改正：${kind.name}`}
      onSubmit={(event) => {
        event.preventDefault()
        onSave(typed, base, clear)
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
      {isWhole && (
        <Refused
          error={error}
          what="这一件"
          mine={sayTyped(kind, typed)}
          theirs={(standing) => sayStanding(kind, standing)}
          onMine={(version) => onSave(typed, version, clear)}
          onTheirs={() => {
            clear()
            onStale()
          }}
        />
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

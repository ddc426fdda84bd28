import { type Mark, type MarkField, review } from '@kaohe/contract'
import { useQueryClient } from '@tanstack/react-query'
import { Input, Select } from 'antd'
import { type KeyboardEvent, useEffect, useId } from 'react'
import { ApiProblem, call } from '../../api/client.ts'
import { useMe } from '../../app/session.ts'
import type { Standing } from '../../parts/refused.tsx'
import { type Autosave, readText, useAutosave } from '../planning/autosave.ts'
import { SaveClash } from '../planning/save-state.tsx'
import { type DeskPageData, type DeskPlace, deskKey } from './data.ts'

interface Typed {
  readonly text: string
  readonly reason: string
}

interface Props {
  readonly place: DeskPlace
  readonly field: MarkField
  readonly unit: { readonly id: string; readonly name: string }
  readonly mark: Mark | undefined
  readonly writable: boolean
  /** To the same field of the unit above (-1) or below (1). */
  onMove(by: -1 | 1): void
}

function withMark(desk: DeskPageData, mark: Mark, given: number): DeskPageData {
  const others = desk.marks.filter(({ item, unit }) => item !== mark.item || unit !== mark.unit)
  return { ...desk, marks: [...others, mark], desk: { ...desk.desk, given } }
}

function readMark(standing: Standing): Typed {
  const { reason } = (standing ?? {}) as Partial<Typed>
  return { text: readText(standing), reason: reason ?? '' }
}

const sayMark = ({ text, reason }: Typed): string =>
  reason === '' ? text : `${text}（理由：${reason}）`

function useMark({ place, field, unit, mark }: Props): Autosave<Typed> {
  const { cycle, party } = place
  const queries = useQueryClient()
  const { person } = useMe()
  const save = useAutosave<Typed>({
    key: `mark/${person.id}/${place.cycle}/${place.party}/${field.id}/${unit.id}`,
    initial: { text: mark?.text ?? '', reason: mark?.reason ?? '' },
    version: mark?.version ?? 0,
    save: async ({ text, reason }, version) => {
      const saved = await call(review.giveMark, {
        params: { ...place },
        body: { unit: unit.id, item: field.id, text, reason: reason || null, version },
      })
      const fresh = saved.mark
      if (fresh === null) return version
      queries.setQueryData<DeskPageData>(deskKey(place), (desk) =>
        desk === undefined ? desk : withMark(desk, fresh, saved.given),
      )
      return fresh.version
    },
    read: readMark,
  })
  // What stands is also counted and drawn beside the marks.
  const { clash } = save
  useEffect(() => {
    if (clash !== null) void queries.invalidateQueries({ queryKey: deskKey({ cycle, party }) })
  }, [clash, queries, cycle, party])
  return save
}

/** What a mark may be, in a few words beside the field. */
export function sayRange({ least, most, step, orZero, words }: MarkField): string {
  if (words.length > 0) return words.join('、')
  const range = most === null ? '' : `${least ?? '0'}—${most} 分`
  return `${range}${orZero ? '，可以是 0' : ''}${step === null ? '' : `，每档 ${step}`}`
}

const why = (error: unknown): string =>
  error instanceof ApiProblem ? error.problem.title : '没有保存，内容留在本机'

function sayState({ state, value, error }: Autosave<Typed>): string {
  if (state === 'failed') return why(error)
  if (state === 'clash') return '有两个版本，请选一个'
  if (state !== 'saved') return '……'
  return value.text === '' ? '' : '已保存'
}

/** One mark, saved while it is typed; Enter and the arrows go to the next unit. */
export function MarkCell(props: Props) {
  const { field, unit, writable, onMove } = props
  const id = useId()
  const save = useMark(props)
  const { value } = save
  const move = (event: KeyboardEvent): void => {
    const by =
      event.key === 'Enter' || event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (by === 0 || event.nativeEvent.isComposing) return
    event.preventDefault()
    save.saveNow()
    onMove(by)
  }
  const label = `${unit.name}：${field.name}`
  const failed = save.state === 'failed' || save.state === 'clash'
  return (
    <div className="mark">
      {field.words.length > 0 ? (
        <Select
          aria-label={label}
          disabled={!writable}
          allowClear
          placeholder="选一档"
          options={field.words.map((word) => ({ value: word, label: word }))}
          value={value.text === '' ? null : value.text}
          onChange={(text: string | null | undefined) => save.write({ ...value, text: text ?? '' })}
        />
      ) : (
        <Input
          aria-label={label}
          aria-describedby={`${id}-state`}
          data-mark={unit.id}
          className="mark-points"
          disabled={!writable}
          inputMode="decimal"
          maxLength={40}
          {...(failed && { status: 'error' as const })}
          value={value.text}
          onChange={({ target }) => save.write({ ...value, text: target.value })}
          onKeyDown={move}
        />
      )}
      {(field.reasoned || value.reason !== '') && (
        <Input
          aria-label={`${label}的理由`}
          disabled={!writable}
          maxLength={500}
          placeholder={field.reasoned ? '理由（必填）' : '理由'}
          value={value.reason}
          onChange={({ target }) => save.write({ ...value, reason: target.value })}
        />
      )}
      <span id={`${id}-state`} role="status" className={failed ? 'mark-problem' : 'mark-state'}>
        {sayState(save)}
      </span>
      <SaveClash save={save} what="这个分" say={sayMark} />
    </div>
  )
}

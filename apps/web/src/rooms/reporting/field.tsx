import type { Cell, Fact } from '@kaohe/contract'
import { Dropdown } from 'antd'
import { useId, useState } from 'react'
import { Button } from '../../parts/button.tsx'
import { TwoVersions } from '../../parts/two-versions.tsx'
import { day, moment } from '../../parts/when.ts'
import { ContestNote } from './contest.tsx'
import { Control } from './control.tsx'
import { ReasonForm } from './reason-form.tsx'
import { type Place, useContest } from './save.ts'
import { sayEntry } from './say.ts'
import { type FieldOf, useField } from './use-field.ts'

export interface FieldProps {
  readonly fact: Fact
  readonly cell: Cell
  readonly place: Place
  readonly may: { readonly contest: boolean; readonly answer: boolean }
}

const WHY = { blank: '为什么没有数据', inapplicable: '为什么与本单位无关' } as const

function saySaid({ state, text, reason }: FieldOf['said']): string {
  if (state === 'value') return text
  const lacks = state === 'inapplicable' ? '不适用' : '空缺'
  return reason === null ? lacks : `${lacks}：${reason}`
}

interface ClashProps {
  readonly field: FieldOf
  readonly cell: Cell
}

/** Two versions stand together, and the one who typed chooses. */
export function Clash({ field, cell: { entry } }: ClashProps) {
  if (field.clash === null) return null
  return (
    <TwoVersions
      what="这一格"
      mine={saySaid(field.said)}
      theirs={saySaid(field.clash)}
      whose={entry === null ? '' : `${entry.source}，${moment(entry.at)}`}
      onMine={field.keepMine}
      onTheirs={field.takeTheirs}
    />
  )
}

/** What went wrong with a field, in the server's words. */
export function FieldProblem({ field, id }: { readonly field: FieldOf; readonly id: string }) {
  if (field.problem === null || field.clash !== null) return null
  const { title, detail, status } = field.problem
  return (
    <p className="field-problem" role="alert" id={id}>
      {title}
      {detail !== undefined && `：${detail}`}
      {status === 401 && (
        <>
          {' '}
          <a href="/sign-in" target="_blank" rel="noreferrer">
            在新窗口登录
          </a>
        </>
      )}
    </p>
  )
}

function Missing({ fact, field }: { readonly fact: Fact; readonly field: FieldOf }) {
  const [asking, setAsking] = useState<'blank' | 'inapplicable' | null>(null)
  if (asking !== null)
    return (
      <ReasonForm
        label={WHY[asking]}
        action="保存"
        onSubmit={(reason) => {
          field.change({ state: asking, text: '', reason })
          setAsking(null)
        }}
        onCancel={() => setAsking(null)}
      />
    )
  const items = [
    { key: 'blank', label: '没有数据，说明原因' },
    ...(fact.mayNotApply ? [{ key: 'inapplicable', label: '不适用，说明原因' }] : []),
  ]
  return (
    <Dropdown
      trigger={['click']}
      menu={{ items, onClick: ({ key }) => setAsking(key as 'blank' | 'inapplicable') }}
    >
      <Button size="small" type="text">
        没有数可填？
      </Button>
    </Dropdown>
  )
}

/** The same datum from another assessment: taken over with one press, with its source, not typed again. */
function Elsewhere({ cell, field }: { readonly cell: Cell; readonly field: FieldOf }) {
  const { known } = cell
  if (known === null || field.said.state === 'value') return null
  return (
    <p className="field-note">
      别处已有：{known.text}（“{known.title}”，{known.source}，{day(known.at)}）{' '}
      <Button size="small" onClick={field.takeKnown}>
        就用这个
      </Button>
    </p>
  )
}

/** Last year's figure under the field, with the units that it is of where units merged or were split. */
function LastYear({
  cell: { previous },
  unit,
}: {
  readonly cell: Cell
  readonly unit: string | null
}) {
  if (previous === null) return null
  const say = (text: string | null): string => {
    if (text === null) return '没有填报'
    return unit === null || text === '不适用' || text.endsWith(unit) ? text : `${text}${unit}`
  }
  const split = previous.said.some(({ how }) => how === 'split')
  const whole = split ? '（分设以前的整个单位）' : '（合并以前的各单位）'
  const said = previous.said.map(({ name, text }) =>
    previous.said.length === 1 && name === null ? say(text) : `${name ?? '本单位'} ${say(text)}`,
  )
  return (
    <p className="field-note">
      上年{!previous.counts && whole}：{said.join('，')}（“{previous.title}”）
      {!previous.counts && '；方案没有写明怎样折算，与上年相比的分先按未定'}
    </p>
  )
}

function labelOf({ fact, cell }: FieldProps): string {
  return cell.periodName === null ? fact.name : `${fact.name}（${cell.periodName}）`
}

function OwnField(props: FieldProps) {
  const { fact, cell, place } = props
  const id = useId()
  const problemId = `${id}-problem`
  const field = useField(place, cell, fact)
  const { said, state } = field
  const change = (text: string): void =>
    field.change({ state: text === '' ? 'blank' : 'value', text, reason: null })
  return (
    <div className={fact.long ? 'field field-long' : 'field'}>
      <label htmlFor={id}>{labelOf(props)}</label>
      <Control fact={fact} id={id} value={said.text} onChange={change} describedBy={problemId} />
      <span className="field-side">
        <span className={`field-state state-${state}`} role="status">
          {state}
        </span>
        {said.state !== 'value' && !fact.long && <Missing fact={fact} field={field} />}
      </span>
      {said.reason !== null && (
        <p className="field-note">
          {said.state === 'inapplicable' ? '不适用' : '没有数据'}：{said.reason}
        </p>
      )}
      <Elsewhere cell={cell} field={field} />
      <LastYear cell={cell} unit={fact.unit} />
      <Clash field={field} cell={cell} />
      <FieldProblem field={field} id={problemId} />
      {cell.contest !== null && (
        <ContestNote contest={cell.contest} place={place} mayAnswer={props.may.answer} />
      )}
    </div>
  )
}

function GivenField(props: FieldProps) {
  const { fact, cell, place, may } = props
  const [contesting, setContesting] = useState(false)
  const contest = useContest(place)
  const open = cell.contest !== null && cell.contest.answer === null
  return (
    <div className={fact.long ? 'field field-long' : 'field'}>
      <span>{labelOf(props)}</span>
      <span className={cell.entry === null ? 'given given-none' : 'given'}>
        {cell.entry === null ? '还没有' : sayEntry(cell)}
      </span>
      <span className="field-side">
        <span className="field-state">
          {cell.entry === null
            ? fact.supplier !== null && `由${fact.supplier}提供`
            : `${cell.entry.source} · ${day(cell.entry.at)}`}
        </span>
        {may.contest && fact.supplier !== null && !open && !contesting && (
          <Button size="small" type="text" onClick={() => setContesting(true)}>
            提出异议
          </Button>
        )}
      </span>
      {contesting && (
        <ReasonForm
          label="哪里不对，依据是什么"
          action="提出异议"
          pending={contest.isPending}
          error={contest.error}
          onSubmit={(reason) =>
            contest.mutate(
              { fact: fact.id, period: cell.period, reason },
              { onSuccess: () => setContesting(false) },
            )
          }
          onCancel={() => setContesting(false)}
        />
      )}
      {cell.contest !== null && (
        <ContestNote contest={cell.contest} place={place} mayAnswer={may.answer} />
      )}
    </div>
  )
}

/** One datum in one period: one's own to fill in, or given by others with source and time. */
export function Field(props: FieldProps) {
  return props.fact.mine ? <OwnField {...props} /> : <GivenField {...props} />
}

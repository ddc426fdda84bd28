import { type ReleasePart, result, type Snapshot } from '@kaohe/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Checkbox } from 'antd'
import { useState } from 'react'
import { call } from '../../api/client.ts'
import { useMay } from '../../app/session.ts'
import { Button } from '../../parts/button.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useStep } from '../../parts/use-step.tsx'
import { AskPublicity } from './ask-publicity.tsx'
import { PARTS, type SnapshotPageData } from './data.ts'
import { Choice, Form, Labelled } from './form.tsx'
import { sayRatified } from './say.ts'

interface Props {
  readonly data: SnapshotPageData
}

function useFresh({ data }: Props) {
  const queries = useQueryClient()
  return async (): Promise<void> => {
    await queries.invalidateQueries({ queryKey: ['snapshot', data.snapshot.id] })
    await queries.invalidateQueries({ queryKey: ['result', data.cycle] })
  }
}

const NEW = { body: '', on: '', number: '', minutes: '', because: '' }

function Ratify(props: Props) {
  const { snapshot } = props.data
  const onSuccess = useFresh(props)
  const [typed, setTyped] = useState(NEW)
  const put = (part: Partial<typeof NEW>): void => setTyped({ ...typed, ...part })
  const ratify = useStep({
    now: (standing) => sayRatified((standing as Snapshot | null)?.ratified ?? null),
    typed: () => Object.values(typed).filter(Boolean).join('\n'),
    mutationFn: () =>
      call(result.ratify, {
        params: { snapshot: snapshot.id },
        body: {
          ...typed,
          number: typed.number || null,
          minutes: typed.minutes || null,
          because: typed.because || null,
          version: snapshot.version,
        },
      }),
    onSuccess,
  })
  return (
    <Form label="审定这个结果" onSubmit={() => ratify.mutate()}>
      <h2>审定</h2>
      <Labelled label="审定机构" value={typed.body} change={(body) => put({ body })} />
      <Labelled label="哪一天" type="date" value={typed.on} change={(on) => put({ on })} />
      <Labelled
        label="文号（没有就空着）"
        value={typed.number}
        change={(number) => put({ number })}
      />
      <Labelled
        label="会议纪要（可不填）"
        rows={2}
        value={typed.minutes}
        change={(minutes) => put({ minutes })}
      />
      <Labelled
        label="更正以前审定的结果时，写明为什么"
        rows={2}
        value={typed.because}
        change={(because) => put({ because })}
      />
      <Button type="primary" htmlType="submit" loading={ratify.isPending}>
        审定，以后不再改动
      </Button>
      {ratify.isError && <Trouble error={ratify.error} />}
    </Form>
  )
}

function Release(props: Props) {
  const { snapshot, releases } = props.data
  const onSuccess = useFresh(props)
  const [parts, setParts] = useState<readonly ReleasePart[]>(['grade', 'comments'])
  const [typed, setTyped] = useState({ consent: '', on: '', days: '5' })
  const release = useMutation({
    mutationFn: () =>
      call(result.release, {
        params: { snapshot: snapshot.id },
        body: {
          parts: [...parts],
          consent: typed.consent,
          on: typed.on,
          objectionDays: typed.days === '' ? null : Number(typed.days),
        },
      }),
    onSuccess,
  })
  return (
    <Form label="向各单位反馈" onSubmit={() => release.mutate()}>
      <h2>反馈</h2>
      {releases.map((one) => (
        <p key={`${one.on}${one.consent}`}>
          {one.on} 已向 {one.units} 个单位反馈
          {PARTS.filter(({ value }) => one.parts.includes(value))
            .map(({ label }) => label)
            .join('、')}
          （{one.consent}）
        </p>
      ))}
      <Choice label="给单位看什么">
        <Checkbox.Group options={PARTS} value={[...parts]} onChange={setParts} />
      </Choice>
      <Labelled
        label="审定机构的同意（谁、在什么会上）"
        value={typed.consent}
        change={(consent) => setTyped({ ...typed, consent })}
      />
      <Labelled
        label="哪一天"
        type="date"
        value={typed.on}
        change={(on) => setTyped({ ...typed, on })}
      />
      <Labelled
        label="此后几个工作日内可以申诉（空着就是不安排）"
        type="number"
        value={typed.days}
        change={(days) => setTyped({ ...typed, days })}
      />
      <p className="muted">每个单位只看得到自己的；没有选的，单位看不到。再次反馈，以新的为准。</p>
      <Button
        type="primary"
        htmlType="submit"
        loading={release.isPending}
        disabled={parts.length === 0}
      >
        反馈
      </Button>
      {release.isError && <Trouble error={release.error} />}
    </Form>
  )
}

/** What comes next for a frozen result: ratify it, then tell the units. */
export function Conclude(props: Props) {
  const [mayRatify, mayRelease] = [useMay('result.ratify'), useMay('result.release')]
  const mayAsk = useMay('publicity.ask')
  const { ratified } = props.data.snapshot
  if (ratified === null) return mayRatify ? <Ratify {...props} /> : null
  return (
    <>
      {mayRelease && <Release {...props} />}
      {mayAsk && <AskPublicity data={props.data} />}
    </>
  )
}

import { review } from '@kaohe/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Input, Popconfirm, Select, Space } from 'antd'
import { useId, useState } from 'react'
import { call } from '../../api/client.ts'
import { useMay } from '../../app/session.ts'
import { Button } from '../../parts/button.tsx'
import { Refused } from '../../parts/refused.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useStep } from '../../parts/use-step.tsx'
import { type DeskPageData, type DeskPlace, sayDesk } from './data.ts'

interface Props {
  readonly place: DeskPlace
  readonly data: DeskPageData
}

function useFresh({ cycle, party }: DeskPlace) {
  const queries = useQueryClient()
  return async (): Promise<void> => {
    await queries.invalidateQueries({ queryKey: ['desk', cycle, party] })
    await queries.invalidateQueries({ queryKey: ['desks', cycle] })
  }
}

function Hand({ place, data }: Props) {
  const onSuccess = useFresh(place)
  const hand = useStep({
    now: sayDesk,
    mutationFn: () =>
      call(review.handDesk, { params: { ...place }, body: { version: data.desk.version } }),
    onSuccess,
  })
  const lacking = data.desk.asked - data.desk.given
  return (
    <>
      <Popconfirm
        title="提交以后就不能改了，除非分管书记退回。提交吗？"
        okText="提交"
        cancelText="再看看"
        onConfirm={() => hand.mutate()}
      >
        <Button type="primary" disabled={lacking > 0} loading={hand.isPending}>
          {lacking > 0 ? `还有 ${lacking} 个分没有打` : '提交分管书记'}
        </Button>
      </Popconfirm>
      {hand.isError && <Trouble error={hand.error} />}
    </>
  )
}

interface Decision {
  readonly approve: boolean
  readonly version: number
}

function Answer({ place, data }: Props) {
  const id = useId()
  const onSuccess = useFresh(place)
  const [because, setBecause] = useState('')
  const { version: seen } = data.desk
  const [units, setUnits] = useState<readonly string[]>([])
  const decide = useMutation({
    mutationFn: ({ approve, version }: Decision) =>
      call(review.decideDesk, {
        params: { ...place },
        body: {
          approve,
          because: because.trim() === '' ? null : because,
          units: approve ? [] : units.map((unit) => ({ unit, because })),
          version,
        },
      }),
    onSuccess,
  })
  return (
    <section className="decide" aria-label="审核这份评价">
      <label htmlFor={`${id}-why`}>退回的理由，或者同意时的意见</label>
      <Input.TextArea
        id={`${id}-why`}
        autoSize={{ minRows: 2, maxRows: 6 }}
        maxLength={500}
        value={because}
        onChange={({ target }) => setBecause(target.value)}
      />
      <Select
        mode="multiple"
        aria-label="只要重看其中几个单位"
        placeholder="只要重看其中几个单位的，在这里选"
        optionFilterProp="label"
        options={data.units.map((unit) => ({ value: unit.id, label: unit.name }))}
        value={[...units]}
        onChange={setUnits}
      />
      <Space>
        <Button
          type="primary"
          loading={decide.isPending}
          onClick={() => decide.mutate({ approve: true, version: seen })}
        >
          同意
        </Button>
        <Button
          disabled={because.trim() === ''}
          loading={decide.isPending}
          onClick={() => decide.mutate({ approve: false, version: seen })}
        >
          退回
        </Button>
      </Space>
      <Refused
        error={decide.error}
        what="这份评价"
        mine={`${decide.variables?.approve === true ? '同意' : '退回'}：${because}`}
        theirs={sayDesk}
        onMine={(over) =>
          decide.mutate({ approve: decide.variables?.approve === true, version: over })
        }
        onTheirs={() => {
          decide.reset()
          void onSuccess()
        }}
      />
    </section>
  )
}

/** What comes next for the one who looks: hand it in, or answer it. */
export function Decide(props: Props) {
  const { desk } = props.data
  const [mayHand, mayDecide] = [useMay('review.hand'), useMay('review.decide')]
  const writable = desk.state === 'draft' || desk.state === 'returned'
  if (desk.mine && mayHand && writable) return <Hand {...props} />
  if (mayDecide && desk.state === 'handed') return <Answer {...props} />
  return null
}

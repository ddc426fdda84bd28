import { type Desk, review } from '@kaohe/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Popconfirm } from 'antd'
import { useState } from 'react'
import { call } from '../../api/client.ts'
import { useMay } from '../../app/session.ts'
import { Button } from '../../parts/button.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useStep } from '../../parts/use-step.tsx'
import { day } from '../../parts/when.ts'
import { ReasonForm } from '../reporting/reason-form.tsx'
import { sayDesk } from './data.ts'

interface Props {
  readonly cycle: string
  readonly desk: Desk
}

function useReopening({ cycle, desk: { party, version } }: Props) {
  const queries = useQueryClient()
  const onSuccess = (): Promise<void> => queries.invalidateQueries({ queryKey: ['desks', cycle] })
  const params = { cycle, party }
  const ask = useMutation({
    mutationFn: ({ because, over = version }: { because: string; over?: number }) =>
      call(review.askReopening, { params, body: { because, version: over } }),
    onSuccess,
  })
  const withdraw = useStep({
    now: sayDesk,
    mutationFn: () => call(review.askReopening, { params, body: { because: null, version } }),
    onSuccess,
  })
  const agree = useStep({
    now: sayDesk,
    mutationFn: () => call(review.agreeReopening, { params, body: { version } }),
    onSuccess,
  })
  return { ask, withdraw, agree, fresh: onSuccess }
}

/** An agreed desk is opened again: one asks with the reason, another agrees. */
export function Reopening(props: Props) {
  const { desk } = props
  const [mayAsk, mayAgree, marks] = [
    useMay('review.reopen'),
    useMay('review.reopen-agree'),
    useMay('review.mark'),
  ]
  const { ask, withdraw, agree, fresh } = useReopening(props)
  const [asking, setAsking] = useState(false)
  const close = (): void => {
    setAsking(false)
    ask.reset()
  }
  if (desk.state !== 'approved') return null
  const { reopening } = desk
  if (reopening === null) {
    if (!mayAsk || (marks && !desk.mine)) return null
    if (!asking)
      return (
        <Button size="small" onClick={() => setAsking(true)}>
          申请重新打开
        </Button>
      )
    return (
      <ReasonForm
        label={`为什么重新打开${desk.name}的评价`}
        action="申请"
        pending={ask.isPending}
        error={ask.error}
        over={{
          what: '这份评价',
          theirs: sayDesk,
          onMine: (because, over) => ask.mutate({ because, over }, { onSuccess: close }),
          onTheirs: () => {
            close()
            void fresh()
          },
        }}
        onSubmit={(because) => ask.mutate({ because }, { onSuccess: close })}
        onCancel={close}
      />
    )
  }
  return (
    <div className="reopening">
      <span>
        {reopening.by} {day(reopening.at)}申请重新打开：{reopening.because}
      </span>
      {reopening.mine && (
        <Button size="small" loading={withdraw.isPending} onClick={() => withdraw.mutate()}>
          撤回申请
        </Button>
      )}
      {!reopening.mine && mayAgree && (
        <Popconfirm
          title="确认以后这份评价退回部门，暂时不计，直到再次同意。确认吗？"
          okText="确认"
          cancelText="再看看"
          onConfirm={() => agree.mutate()}
        >
          <Button size="small" loading={agree.isPending}>
            确认重新打开
          </Button>
        </Popconfirm>
      )}
      {!reopening.mine && !mayAgree && <span className="muted">等组织部或分管书记确认</span>}
      {(withdraw.isError || agree.isError) && <Trouble error={withdraw.error ?? agree.error} />}
    </div>
  )
}

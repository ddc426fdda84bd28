import { review } from '@kaohe/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, Popconfirm, Space } from 'antd'
import { useState } from 'react'
import { call } from '../../api/client.ts'
import { useMay } from '../../app/session.ts'
import { Button } from '../../parts/button.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { day } from '../../parts/when.ts'
import { ReasonForm } from '../reporting/reason-form.tsx'
import type { SurveysPageData } from './surveys-data.ts'

interface Props {
  readonly cycle: string
  readonly data: SurveysPageData
}

function useReopening(cycle: string) {
  const queries = useQueryClient()
  const onSuccess = () => queries.invalidateQueries({ queryKey: ['surveys', cycle] })
  const params = { cycle }
  const ask = useMutation({
    mutationFn: (because: string) => call(review.askSurveyReopening, { params, body: { because } }),
    onSuccess,
  })
  const agree = useMutation({
    mutationFn: () => call(review.agreeSurveyReopening, { params }),
    onSuccess,
  })
  return { ask, agree }
}

function Asking({ cycle }: Pick<Props, 'cycle'>) {
  const { ask } = useReopening(cycle)
  const [asking, setAsking] = useState(false)
  if (!asking) return <Button onClick={() => setAsking(true)}>申请重新打开</Button>
  return (
    <ReasonForm
      label="为什么要更改调查结果"
      action="申请"
      pending={ask.isPending}
      error={ask.error}
      onSubmit={(because) => ask.mutate(because)}
      onCancel={() => setAsking(false)}
    />
  )
}

function Asked({ cycle, data: { reopening } }: Props) {
  const mayAgree = useMay('survey.reopen-agree')
  const { agree } = useReopening(cycle)
  if (reopening === null) return null
  const { by, at, because, mine } = reopening
  return (
    <Space orientation="vertical">
      <span>
        {by} {day(at)}申请重新打开：{because}
      </span>
      {mine && <span className="muted">等另一位同志（组织部或审定机构成员）确认</span>}
      {!mine && mayAgree && (
        <Popconfirm
          title="确认以后，到下次冻结以前可以更换调查结果；已冻结的结果不变。确认吗？"
          okText="确认"
          cancelText="再看看"
          onConfirm={() => agree.mutate()}
        >
          <Button loading={agree.isPending}>确认重新打开</Button>
        </Popconfirm>
      )}
      {agree.isError && <Trouble error={agree.error} />}
    </Space>
  )
}

/** After a result was frozen figures of surveys are shut, and opened again by two persons. */
export function Closed({ cycle, data }: Props) {
  const mayAsk = useMay('survey.reopen')
  if (data.closed === null) return null
  return (
    <Alert
      type="info"
      showIcon
      title={`结果已经冻结（${data.closed.name}，${day(data.closed.at)}），调查结果不能再改`}
      description={
        data.reopening === null ? (
          mayAsk && <Asking cycle={cycle} />
        ) : (
          <Asked cycle={cycle} data={data} />
        )
      }
    />
  )
}

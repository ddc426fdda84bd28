import { type Answer, type Publicity, result } from '@kaohe/contract'
import { useQueryClient } from '@tanstack/react-query'
import { Alert, Space, Typography } from 'antd'
import { useState } from 'react'
import { call } from '../../api/client.ts'
import { useMay } from '../../app/session.ts'
import { Button } from '../../parts/button.tsx'
import { Refused } from '../../parts/refused.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useOver } from '../../parts/use-over.ts'
import { useStep } from '../../parts/use-step.tsx'
import { Form, Labelled } from './form.tsx'
import { publicitiesQuery, sayBecame } from './publicity-data.ts'

interface Props {
  readonly one: Publicity
  readonly cycle: string
}

function useFresh({ cycle }: Props) {
  const queries = useQueryClient()
  return () => queries.invalidateQueries(publicitiesQuery(cycle))
}

function Confirm(props: Props) {
  const { one } = props
  const [typed, setTyped] = useState({ body: '', number: '', on: '' })
  const onSuccess = useFresh(props)
  const confirm = useStep({
    now: sayBecame,
    typed: () => Object.values(typed).filter(Boolean).join('，'),
    mutationFn: () =>
      call(result.confirmPublicity, {
        params: { publicity: one.id },
        body: { ...typed, number: typed.number || null, version: one.version },
      }),
    onSuccess,
  })
  return (
    <Form label={`同意公示：${one.published.title}`} onSubmit={() => confirm.mutate()}>
      <Labelled
        label="哪个会议"
        value={typed.body}
        change={(body) => setTyped({ ...typed, body })}
      />
      <Labelled
        label="文号（没有就空着）"
        value={typed.number}
        change={(number) => setTyped({ ...typed, number })}
      />
      <Labelled
        label="哪一天"
        type="date"
        value={typed.on}
        change={(on) => setTyped({ ...typed, on })}
      />
      <Button type="primary" htmlType="submit" loading={confirm.isPending}>
        同意公示
      </Button>
      {confirm.isError && <Trouble error={confirm.error} />}
    </Form>
  )
}

function Start(props: Props) {
  const { one } = props
  const [on, setOn] = useState('')
  const onSuccess = useFresh(props)
  const start = useStep({
    now: sayBecame,
    typed: () => on,
    mutationFn: () =>
      call(result.startPublicity, {
        params: { publicity: one.id },
        body: { on, version: one.version },
      }),
    onSuccess,
  })
  return (
    <Form label="开始公示" onSubmit={() => start.mutate()}>
      <Labelled
        label={`${one.event ?? ''}已经开始，从哪天起`}
        type="date"
        value={on}
        change={setOn}
      />
      <Button htmlType="submit" disabled={on === ''} loading={start.isPending}>
        从这天起公示
      </Button>
      {start.isError && <Trouble error={start.error} />}
    </Form>
  )
}

function LeaderLink(props: Props) {
  const { one } = props
  const fresh = useFresh(props)
  const [got, setGot] = useState<Answer<typeof result.linkPublicity>>()
  const [mails, setMails] = useState('')
  const ask = useStep({
    now: sayBecame,
    typed: () => mails,
    mutationFn: () =>
      call(result.linkPublicity, {
        params: { publicity: one.id },
        body: { version: one.version, mails: mails.split(/[\s,，;；]+/).filter(Boolean) },
      }),
    onSuccess: async (answer) => {
      setGot(answer)
      await fresh()
    },
  })
  return (
    <Form label={`给分管领导的链接：${one.published.title}`} onSubmit={() => ask.mutate()}>
      <Labelled
        label="发到哪些分管领导的邮箱（一行一个；没有邮箱的可以空着，由您当面或随函转交）"
        rows={2}
        value={mails}
        change={setMails}
      />
      <Button htmlType="submit" loading={ask.isPending}>
        生成给分管领导的链接
      </Button>
      {got !== undefined && (
        <Alert
          type="info"
          title="链接只出现这一次；再要一次，旧的作废"
          description={
            <>
              <p className="published-term">
                {got.mailed > 0 &&
                  `正在发到 ${got.mailed} 个邮箱，可以在“任务”里查看是否送到。没有邮箱的，`}
                请当面或随函交给分管领导：
              </p>
              <Typography.Text copyable>{got.address}</Typography.Text>
            </>
          }
        />
      )}
      {ask.isError && <Trouble error={ask.error} />}
    </Form>
  )
}

function Withdraw(props: Props) {
  const { one } = props
  const form = useOver<string>({
    at: ['publicity', one.id, 'withdraw'],
    was: '',
    version: one.version,
    send: (because, version) =>
      call(result.withdrawPublicity, {
        params: { publicity: one.id },
        body: { because, version },
      }),
    fresh: useFresh(props),
  })
  return (
    <Form label={`撤下：${one.published.title}`} onSubmit={() => form.send()}>
      <Labelled label="为什么撤下" value={form.value} change={form.write} />
      <Button htmlType="submit" disabled={form.value.trim() === ''} loading={form.pending}>
        撤下
      </Button>
      <Refused {...form.refused} what="这项公示" mine={`撤下：${form.value}`} theirs={sayBecame} />
    </Form>
  )
}

/** What may be done next about a publicity. */
export function PublicityActs(props: Props) {
  const { one } = props
  const [mayAsk, mayConfirm] = [useMay('publicity.ask'), useMay('publicity.confirm')]
  if (one.state === 'withdrawn' || one.state === 'ended') return null
  if (one.state === 'asked' && mayConfirm && !one.mine) return <Confirm {...props} />
  if (!mayAsk) return null
  const isHeld = one.state !== 'asked' && one.audience.includes('leaders')
  return (
    <Space orientation="vertical" style={{ width: '100%' }}>
      {one.state === 'waiting' && one.startsOn === null && <Start {...props} />}
      {isHeld && <LeaderLink {...props} />}
      {one.state === 'standing' && one.audience.includes('public') && (
        <a href={`/public/${one.id}`}>公示的网页（不用登录）</a>
      )}
      <Withdraw {...props} />
    </Space>
  )
}

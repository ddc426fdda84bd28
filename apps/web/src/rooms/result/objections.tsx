import { type Objection, result } from '@kaohe/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Card, Empty, Select, Skeleton } from 'antd'
import { call } from '../../api/client.ts'
import { useMay } from '../../app/session.ts'
import { Button } from '../../parts/button.tsx'
import { Crumbs, toResult } from '../../parts/crumbs.tsx'
import { Refused } from '../../parts/refused.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useOver } from '../../parts/use-over.ts'
import { useStep } from '../../parts/use-step.tsx'
import { Form, Labelled } from './form.tsx'
import { objectionsQuery, RULINGS, sayObjection } from './objection-data.ts'
import { ObjectionTold } from './objection-told.tsx'
import './result.css'

interface Props {
  readonly one: Objection
}

function useFresh({ one }: Props) {
  const queries = useQueryClient()
  return () => queries.invalidateQueries(objectionsQuery(one.cycle))
}

function Reply(props: Props) {
  const { id, version, reply, unitName } = props.one
  const form = useOver({
    at: ['reply', id],
    was: reply?.text ?? '',
    version,
    send: (said, over) =>
      call(result.replyObjection, { params: { object: id }, body: { text: said, version: over } }),
    fresh: useFresh(props),
  })
  const text = form.value
  return (
    <Form label={`答复${unitName}的申诉`} onSubmit={() => form.send()}>
      <Labelled label="核实后的答复" rows={3} value={text} change={form.write} />
      <Button
        type={reply === null ? 'primary' : 'default'}
        htmlType="submit"
        disabled={text.trim() === '' || text === reply?.text}
        loading={form.pending}
      >
        {reply === null ? '答复，提交审定机构' : '改写答复'}
      </Button>
      <Refused {...form.refused} what="这份申诉" mine={text} theirs={sayObjection} />
    </Form>
  )
}

type Ruling = (typeof RULINGS)[number]['value'] | null

const NEW = { ruling: null as Ruling, body: '', on: '', number: '', reason: '' }

const sayRuling = ({ ruling, reason }: typeof NEW): string =>
  [RULINGS.find(({ value }) => value === ruling)?.label, reason].filter(Boolean).join('：')

function Rule(props: Props) {
  const { id, version, unitName } = props.one
  const form = useOver({
    at: ['ruling', id],
    was: NEW,
    version,
    send: ({ ruling, number, ...said }, over) =>
      call(result.ruleObjection, {
        params: { object: id },
        body: { ...said, ruling: ruling ?? 'rejected', number: number || null, version: over },
      }),
    fresh: useFresh(props),
  })
  const typed = form.value
  const { ruling } = typed
  const put = (part: Partial<typeof NEW>): void => form.write({ ...typed, ...part })
  return (
    <Form label={`裁定${unitName}的申诉`} onSubmit={() => form.send()}>
      <Select
        aria-label="裁定"
        placeholder="裁定"
        options={RULINGS}
        value={ruling}
        onChange={(next: Ruling) => put({ ruling: next })}
      />
      <Labelled label="理由" rows={2} value={typed.reason} change={(reason) => put({ reason })} />
      <Labelled label="哪个会议" value={typed.body} change={(body) => put({ body })} />
      <Labelled label="哪一天" type="date" value={typed.on} change={(on) => put({ on })} />
      <Labelled
        label="文号（没有就空着）"
        value={typed.number}
        change={(number) => put({ number })}
      />
      <Button type="primary" htmlType="submit" disabled={ruling === null} loading={form.pending}>
        裁定
      </Button>
      <Refused {...form.refused} what="这份申诉" mine={sayRuling(typed)} theirs={sayObjection} />
    </Form>
  )
}

function Carry(props: Props) {
  const { id, version } = props.one
  const onSuccess = useFresh(props)
  const write = useStep({
    now: sayObjection,
    mutationFn: () => call(result.carryObjection, { params: { object: id }, body: { version } }),
    onSuccess,
  })
  return (
    <>
      <p className="muted">
        更正数据或评价以后，另外冻结、审定并反馈，再记下落实；单位会看到原来和现在。
      </p>
      <Button loading={write.isPending} onClick={() => write.mutate()}>
        记下已由更正落实
      </Button>
      {write.isError && <Trouble error={write.error} />}
    </>
  )
}

function Acts({ one }: Props) {
  const [mayReply, mayRule] = [useMay('objection.reply'), useMay('objection.rule')]
  const { state, ruling, carried } = one
  if (state === 'filed' || state === 'replied') {
    if (mayReply) return <Reply one={one} />
    return mayRule && state === 'replied' ? <Rule one={one} /> : null
  }
  const waits = ruling !== null && ruling.ruling !== 'rejected' && carried === null
  return mayReply && waits ? <Carry one={one} /> : null
}

/** The objections of a cycle, for those who reply and those who rule. */
export function ObjectionsPage() {
  const { cycle } = useParams({ from: '/signed-in/cycles/$cycle/objections' })
  const found = useQuery(objectionsQuery(cycle))
  if (found.isError) return <Trouble error={found.error} onRetry={() => void found.refetch()} />
  if (found.isPending) return <Skeleton active />
  const { title, objections } = found.data
  return (
    <>
      <Crumbs way={toResult({ cycle, title })} here="申诉和复核" />
      <h1>申诉和复核</h1>
      <p className="muted">
        组织部核实后答复，审定机构裁定；在申诉单位任职的回避。裁定成立的，更正后另外冻结、审定、反馈。
      </p>
      {objections.length === 0 && <Empty description="还没有收到申诉" />}
      <div className="released">
        {objections.map((one) => (
          <Card
            key={`${one.id}/${one.version}`}
            title={<h2 className="released-title">{one.unitName}</h2>}
          >
            <ObjectionTold one={one} />
            <Acts one={one} />
          </Card>
        ))}
      </div>
    </>
  )
}

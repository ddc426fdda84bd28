import { type PlanPage, type PlanTask, planning } from '@kaohe/contract'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Alert, Card, Empty, Segmented, Skeleton, Tag } from 'antd'
import { useState } from 'react'
import { call } from '../../api/client.ts'
import { useMay, useMe } from '../../app/session.ts'
import { Crumbs } from '../../parts/crumbs.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import './planning.css'
import { Supervise } from './supervise.tsx'
import { momentOf, STEP_KIND, WORK_STATE } from './words.ts'

function Targets({ task }: { readonly task: PlanTask }) {
  if (task.targets.length === 0) return <p className="muted">没有定目标。</p>
  return (
    <ul>
      {task.targets.map(({ what, kind, amount, due, missing }) => (
        <li key={`${kind}/${what}`}>
          {what}
          <span className="clause">
            {[kind, amount, due === null ? null : `${due} 前`]
              .filter((one) => one !== null)
              .join('，')}
          </span>
          {task.state !== 'closed' && missing === null && <Tag color="green">已报达到</Tag>}
        </li>
      ))}
    </ul>
  )
}

function Steps({ task }: { readonly task: PlanTask }) {
  if (task.steps.length === 0) return null
  return (
    <ol className="plain-list steps" aria-label="督办记录">
      {task.steps.map((step) => (
        <li key={step.id}>
          <Tag>{STEP_KIND[step.kind]}</Tag>
          {step.text}
          {step.reached !== null && `；达到 ${step.reached}`}
          {step.evidence !== null && step.files.length === 0 && `；材料：${step.evidence}`}
          {step.files.map(({ id, name }) => (
            <span key={id}>
              ；<a href={`/api/plan-files/${id}`}>{name}</a>
            </span>
          ))}
          <span className="clause">
            {step.by}，{momentOf(step.at)}
          </span>
        </li>
      ))}
    </ol>
  )
}

function TaskCard({
  task,
  plan,
  mayReport,
}: {
  readonly task: PlanTask
  readonly plan: string
  readonly mayReport: boolean
}) {
  const { state, items } = task
  return (
    <Card
      size="small"
      className="item"
      title={<span style={{ whiteSpace: 'normal' }}>{task.summary}</span>}
      extra={<Tag color={WORK_STATE[state].color}>{WORK_STATE[state].name}</Tag>}
    >
      <p className="muted">
        {task.pointName}；责任：{task.owners.join('、') || '没有写明'}
        {task.years && '；跨年'}
      </p>
      <p>
        {items.length === 0 ? (
          <Tag color="orange">没有指标考核，靠督办</Tag>
        ) : (
          <>指标：{items.map(({ name }) => name).join('、')}</>
        )}
        {task.unassessed.length > 0 && (
          <span className="clause">不在考核对象里：{task.unassessed.join('、')}</span>
        )}
      </p>
      <Targets task={task} />
      <Steps task={task} />
      {mayReport && <Supervise task={task} plan={plan} />}
    </Card>
  )
}

const SHOWN = {
  uncovered: '没有指标考核的',
  covered: '有指标考核的',
  open: '没有销号的',
  all: '全部',
} as const

type Shown = keyof typeof SHOWN

const FILTER: Readonly<Record<Shown, (task: PlanTask) => boolean>> = {
  uncovered: ({ items }) => items.length === 0,
  covered: ({ items }) => items.length > 0,
  open: ({ state }) => state !== 'closed',
  all: () => true,
}

function Tasks({ plan, mayReport }: { readonly plan: PlanPage; readonly mayReport: boolean }) {
  const [shown, setShown] = useState<Shown>('uncovered')
  const count = (of: Shown): number => plan.tasks.filter(FILTER[of]).length
  const options = (Object.keys(SHOWN) as Shown[]).map((value) => ({
    value,
    label: `${SHOWN[value]} ${count(value)}`,
  }))
  const tasks = plan.tasks.filter(FILTER[shown])
  return (
    <div className="stack">
      <div style={{ overflowX: 'auto' }}>
        <Segmented options={options} value={shown} onChange={setShown} aria-label="看哪些任务" />
      </div>
      {tasks.length === 0 && <Empty description="没有这样的任务" />}
      {tasks.map((task) => (
        <TaskCard key={task.id} task={task} plan={plan.id} mayReport={mayReport} />
      ))}
    </div>
  )
}

/** Work points task by task, traced to indicators; what none covers is supervised to its end. */
export function PlanView() {
  const { plan: id } = useParams({ from: '/signed-in/plans/$plan' })
  const me = useMe()
  const mayReport = useMay('plan.report')
  const found = useQuery({
    queryKey: ['plan', id],
    queryFn: () => call(planning.readPlan, { params: { plan: id } }),
  })
  if (found.isError) return <Trouble error={found.error} onRetry={() => void found.refetch()} />
  if (found.isPending) return <Skeleton active />
  const plan = found.data
  const { title, tasks, dangling } = plan
  const free = tasks.filter(({ items }) => items.length === 0).length
  return (
    <>
      <Crumbs way={[<Link to="/plans">工作要点</Link>]} here={title} />
      <div className="plan-head">
        <h1>{title}</h1>
      </div>
      <p>
        共 {tasks.length} 项任务，{tasks.length - free} 项有指标考核，{free}{' '}
        项没有指标考核，靠督办落实；已销号 {tasks.filter(({ state }) => state === 'closed').length}{' '}
        项，已过期限 {tasks.filter(({ state }) => state === 'overdue').length} 项。
      </p>
      {dangling.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title="有的指标写的任务不在工作要点里"
          description={dangling.join('；')}
        />
      )}
      <Tasks plan={plan} mayReport={mayReport && me.post?.org === plan.org} />
    </>
  )
}

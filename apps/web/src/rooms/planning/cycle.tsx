import { planning } from '@kaohe/contract'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Skeleton, Tabs, Tag } from 'antd'
import { call } from '../../api/client.ts'
import { useMay, useMe } from '../../app/session.ts'
import { Crumbs, toCycles } from '../../parts/crumbs.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { CycleLinks } from '../reporting/cycle-links.tsx'
import { ReviewLinks } from '../review/links.tsx'
import { Assessees } from './assessees.tsx'
import { CalendarTab } from './calendar.tsx'
import type { CyclePageData } from './cycle-data.ts'
import { DepartmentsTab } from './departments.tsx'
import { NoticesTab } from './notices.tsx'
import { OpenCycle } from './open-cycle.tsx'
import './planning.css'
import { QuestionsTab } from './questions.tsx'
import { CYCLE_STATE } from './words.ts'

function tabsOf(cycle: CyclePageData) {
  return [
    { key: 'assessees', label: '考核对象', children: <Assessees cycle={cycle} /> },
    { key: 'departments', label: '部门分工', children: <DepartmentsTab cycle={cycle} /> },
    { key: 'calendar', label: '日程', children: <CalendarTab cycle={cycle.id} /> },
    { key: 'notices', label: '通知和签收', children: <NoticesTab cycle={cycle} /> },
    { key: 'questions', label: '询问和决定', children: <QuestionsTab cycle={cycle} /> },
  ]
}

/** One assessment: whom it assesses, who answers for what, when, and what was asked and ruled. */
export function CyclePage() {
  const { cycle } = useParams({ from: '/signed-in/cycles/$cycle' })
  const { tab = 'assessees' } = useSearch({ from: '/signed-in/cycles/$cycle' })
  const navigate = useNavigate()
  const me = useMe()
  const mayOpen = useMay('cycle.open')
  const found = useQuery({
    queryKey: ['cycle', cycle],
    queryFn: () => call(planning.readCycle, { params: { cycle } }),
  })
  if (found.isError) return <Trouble error={found.error} onRetry={() => void found.refetch()} />
  if (found.isPending) return <Skeleton active />
  const { title, startsOn, endsOn, state, scheme, schemeTitle, org } = found.data
  const pick = (key: string): void =>
    void navigate({ to: '/cycles/$cycle', params: { cycle }, search: { tab: key }, replace: true })
  return (
    <>
      <Crumbs way={toCycles} here={title} />
      <div className="plan-head">
        <h1>
          {title} <Tag>{CYCLE_STATE[state]}</Tag>
        </h1>
        {state === 'preparing' && mayOpen && me.post?.org === org && <OpenCycle cycle={cycle} />}
      </div>
      <p className="muted">
        考核时段 {startsOn} 至 {endsOn}；方案{' '}
        <Link to="/schemes/$scheme" params={{ scheme }}>
          {schemeTitle}
        </Link>
      </p>
      <CycleLinks cycle={cycle} />
      <ReviewLinks cycle={cycle} />
      <Tabs items={tabsOf(found.data)} activeKey={tab} onChange={pick} destroyOnHidden />
    </>
  )
}

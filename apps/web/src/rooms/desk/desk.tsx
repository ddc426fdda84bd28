import { type Cycle, planning } from '@kaohe/contract'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Card, Empty, Skeleton, Typography } from 'antd'
import { call } from '../../api/client.ts'
import { useMay, useMe } from '../../app/session.ts'
import { Trouble } from '../../parts/trouble.tsx'
import { CycleLinks } from '../reporting/cycle-links.tsx'
import { ReviewLinks } from '../review/links.tsx'
import { Deadlines } from './deadlines.tsx'
import './desk.css'
import { OpenQuestions } from './questions.tsx'
import { Reports } from './reports.tsx'

const SHOWN = 3

function CycleCard({ cycle: { id, title, startsOn, endsOn } }: { readonly cycle: Cycle }) {
  const [progress, questions] = [useMay('report.progress'), useMay('notice.read')]
  const link = (
    <Link to="/cycles/$cycle" params={{ cycle: id }}>
      {title}
    </Link>
  )
  return (
    <Card title={link} extra={`${startsOn} 至 ${endsOn}`} className="desk-cycle">
      <div className="desk-parts">
        {progress && (
          <section aria-label="填报">
            <h2>填报</h2>
            <Reports cycle={id} />
          </section>
        )}
        <section aria-label="期限">
          <h2>期限</h2>
          <Deadlines cycle={id} />
        </section>
        {questions && (
          <section aria-label="询问">
            <h2>询问</h2>
            <OpenQuestions cycle={id} />
          </section>
        )}
      </div>
      <div className="desk-ways">
        <CycleLinks cycle={id} />
        <ReviewLinks cycle={id} />
      </div>
    </Card>
  )
}

/** What those who run an assessment see first: each year under way, and what waits for them. */
export function Desk() {
  const me = useMe()
  const cycles = useQuery({ queryKey: ['cycles'], queryFn: () => call(planning.listCycles) })
  const open = cycles.data?.cycles.filter(
    ({ state, org }) => state !== 'closed' && org === me.post?.org,
  )
  return (
    <>
      <Typography.Title level={1} style={{ fontSize: 22, marginTop: 0 }}>
        {me.person.name}，您好
      </Typography.Title>
      {cycles.isError && <Trouble error={cycles.error} onRetry={() => void cycles.refetch()} />}
      {cycles.isPending && <Skeleton active />}
      {open?.length === 0 && <Empty description="现在没有进行中的考核" />}
      {open?.slice(0, SHOWN).map((cycle) => (
        <CycleCard key={cycle.id} cycle={cycle} />
      ))}
    </>
  )
}

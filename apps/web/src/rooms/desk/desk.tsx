import { type Cycle, planning } from '@kaohe/contract'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Card, Empty, Skeleton, Typography } from 'antd'
import { call } from '../../api/client.ts'
import { useMay, useMe } from '../../app/session.ts'
import { daysAgo } from '../../parts/today.ts'
import { Trouble } from '../../parts/trouble.tsx'
import { CycleLinks } from '../reporting/cycle-links.tsx'
import { ReviewLinks } from '../review/links.tsx'
import { Deadlines } from './deadlines.tsx'
import './desk.css'
import { OpenQuestions } from './questions.tsx'
import { Reports } from './reports.tsx'

const SHOWN = 3
/** So long after its last day a year is still being evaluated. */
const EVALUATED_DAYS = 180

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

/** Years in which nothing waits, by their names. */
function Others({ cycles }: { readonly cycles: readonly Cycle[] }) {
  return (
    <Card title={<h2>其他考核年度</h2>} className="desk-cycle">
      <ul className="desk-list">
        {cycles.map(({ id, title, startsOn, endsOn }) => (
          <li key={id}>
            <Link to="/cycles/$cycle" params={{ cycle: id }}>
              {title}
            </Link>
            <span className="muted desk-when">
              {startsOn} 至 {endsOn}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

// The newest year and those that may still be evaluated; and the others.
function apart(cycles: readonly Cycle[]): readonly [Cycle[], Cycle[]] {
  const since = daysAgo(EVALUATED_DAYS)
  const sorted = cycles.toSorted((a, b) => (a.startsOn > b.startsOn ? -1 : 1))
  const newest = sorted[0]?.startsOn ?? ''
  const isNow = ({ startsOn, endsOn }: Cycle) => startsOn === newest || endsOn >= since
  const shown = sorted.filter(isNow).slice(0, SHOWN)
  return [shown, sorted.filter((one) => !shown.includes(one))]
}

/** What those who run an assessment see first: each year under way, and what waits for them. */
export function Desk() {
  const me = useMe()
  const cycles = useQuery({ queryKey: ['cycles'], queryFn: () => call(planning.listCycles) })
  const open = cycles.data?.cycles.filter(
    ({ state, org }) => state !== 'closed' && org === me.post?.org,
  )
  const [now, others] = apart(open ?? [])
  return (
    <>
      <Typography.Title level={1} style={{ fontSize: 22, marginTop: 0 }}>
        {me.person.name}，您好
      </Typography.Title>
      {cycles.isError && <Trouble error={cycles.error} onRetry={() => void cycles.refetch()} />}
      {cycles.isPending && <Skeleton active />}
      {open?.length === 0 && <Empty description="现在没有进行中的考核" />}
      {now.map((cycle) => (
        <CycleCard key={cycle.id} cycle={cycle} />
      ))}
      {others.length > 0 && <Others cycles={others} />}
    </>
  )
}

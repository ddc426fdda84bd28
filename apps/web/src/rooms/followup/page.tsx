import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Card, Empty } from 'antd'
import { useMay } from '../../app/session.ts'
import { Trouble } from '../../parts/trouble.tsx'
import '../result/result.css'
import { followupsQuery, ownMeasuresQuery } from './data.ts'
import './followup.css'
import { MeasureTold } from './measure.tsx'
import { MeasureActs } from './measure-acts.tsx'

function Cycles() {
  const found = useQuery(followupsQuery)
  if (found.isError) return <Trouble error={found.error} onRetry={() => void found.refetch()} />
  const cycles = found.data?.cycles ?? []
  return (
    <section aria-labelledby="cycles">
      <h2 id="cycles">考核年度</h2>
      {cycles.length === 0 && <p className="muted">还没有考核年度。</p>}
      <ul className="snapshots">
        {cycles.map(({ id, title, ratified, open }) => (
          <li key={id}>
            <Link to="/cycles/$cycle/followup" params={{ cycle: id }}>
              {title}
            </Link>{' '}
            <span className="muted">
              {ratified ? (open === 0 ? '没有在办的' : `${open} 件在办`) : '结果还没有审定'}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Mine() {
  const found = useQuery(ownMeasuresQuery)
  if (found.isError) return <Trouble error={found.error} onRetry={() => void found.refetch()} />
  const measures = found.data?.measures ?? []
  return (
    <section aria-labelledby="mine">
      <h2 id="mine">由我负责的</h2>
      {measures.length === 0 && <Empty description="没有由您负责的事项" />}
      <div className="released">
        {measures.map((one) => (
          <Card
            key={one.id}
            size="small"
            title={
              <h3 className="released-title">
                {one.title}　{one.unitName}：{one.name}
              </h3>
            }
          >
            <MeasureTold one={one} />
            <MeasureActs one={one} />
          </Card>
        ))}
      </div>
    </section>
  )
}

/** What follows from results: year by year for those who decide, one's own for those who do it. */
export function FollowupsPage() {
  const [mayRead, mayTrack] = [useMay('followup.read'), useMay('followup.track')]
  return (
    <>
      <h1>结果运用</h1>
      {mayRead && <Cycles />}
      {mayTrack && <Mine />}
      {!mayRead && !mayTrack && (
        <p className="muted">上年未完成的整改，在考核年度的部门评价页上看。</p>
      )}
    </>
  )
}

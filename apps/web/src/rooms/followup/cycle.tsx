import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Alert, Card, Empty, Skeleton } from 'antd'
import { Crumbs } from '../../parts/crumbs.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import '../result/result.css'
import { type FollowupPageData, followupQuery } from './data.ts'
import './followup.css'
import { MeasureTold } from './measure.tsx'
import { MeasureActs } from './measure-acts.tsx'
import { Proposal } from './proposal.tsx'

function Measures({ measures, staff }: Pick<FollowupPageData, 'measures' | 'staff'>) {
  if (measures.length === 0) return <Empty description="还没有决定的事项" />
  return (
    <div className="released">
      {measures.map((one) => (
        <Card
          key={one.id}
          size="small"
          title={
            <h3 className="released-title">
              {one.unitName}：{one.name}
            </h3>
          }
        >
          <MeasureTold one={one} />
          <MeasureActs one={one} staff={staff} />
        </Card>
      ))}
    </div>
  )
}

/** What follows from the ratified result of a cycle: what the scheme proposes, and what people made of it. */
export function FollowupPage() {
  const { cycle } = useParams({ from: '/signed-in/cycles/$cycle/followup' })
  const found = useQuery(followupQuery(cycle))
  if (found.isError) return <Trouble error={found.error} onRetry={() => void found.refetch()} />
  if (found.isPending) return <Skeleton active />
  const { title, snapshot, proposals, measures, staff } = found.data
  return (
    <>
      <Crumbs way={[<Link to="/followup">结果运用</Link>]} here={title} />
      <h1>结果运用</h1>
      {snapshot === null ? (
        <Alert type="info" title="结果还没有审定；审定以后，这里按方案列出结果运用的建议。" />
      ) : (
        <p className="muted">
          依据审定的结果
          <Link to="/snapshots/$snapshot" params={{ snapshot: snapshot.id }}>
            {snapshot.name}
          </Link>
          。这里列的是建议和依据，采用不采用由人决定。
        </p>
      )}
      <section aria-labelledby="measures">
        <h2 id="measures">已经决定的（{measures.length}）</h2>
        <Measures measures={measures} staff={staff} />
      </section>
      {snapshot !== null && (
        <section aria-labelledby="proposals">
          <h2 id="proposals">方案的建议</h2>
          {proposals.length === 0 && <p className="muted">方案没有写结果运用。</p>}
          {proposals.map((one) => (
            <Proposal key={one.id} cycle={cycle} one={one} />
          ))}
        </section>
      )}
    </>
  )
}

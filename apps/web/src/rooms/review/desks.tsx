import { type Desk, review } from '@kaohe/contract'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Empty, Progress, Skeleton, Tag } from 'antd'
import { call } from '../../api/client.ts'
import { Crumbs, toCycle } from '../../parts/crumbs.tsx'
import { Listing } from '../../parts/listing.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { day } from '../../parts/when.ts'
import { CarriedOver } from '../followup/carried-over.tsx'
import { DESK_STATE } from './data.ts'
import { Reopening } from './reopening.tsx'
import './review.css'

function Name({ desk, cycle }: { readonly desk: Desk; readonly cycle: string }) {
  if (!desk.open) return <>{desk.name}</>
  return (
    <Link to="/cycles/$cycle/desks/$party" params={{ cycle, party: desk.party }}>
      {desk.name}
    </Link>
  )
}

function columnsFor(cycle: string) {
  return [
    {
      title: '部门',
      key: 'name',
      render: (_: unknown, desk: Desk) => (
        <span className="desk-name">
          <Name desk={desk} cycle={cycle} />
        </span>
      ),
    },
    {
      title: '到了哪一步',
      key: 'state',
      render: (_: unknown, desk: Desk) => (
        <div className="desk-state">
          <Tag>{DESK_STATE[desk.state]}</Tag>
          {desk.because !== null && <span className="muted">{desk.because}</span>}
          <Reopening cycle={cycle} desk={desk} />
        </div>
      ),
    },
    {
      title: '已打分',
      key: 'given',
      width: 180,
      render: (_: unknown, { name, asked, given }: Desk) => (
        <Progress
          aria-label={`${name}已打分`}
          percent={asked === 0 ? 0 : Math.floor((given / asked) * 100)}
          size="small"
          format={() => `${given}/${asked}`}
        />
      ),
    },
    {
      title: '提交',
      key: 'handed',
      render: (_: unknown, { handedAt }: Desk) => (handedAt === null ? '—' : day(handedAt)),
    },
  ]
}

/** How far the departments are. Marks are on their desks, for those who may read them. */
export function DesksPage() {
  const { cycle } = useParams({ from: '/signed-in/cycles/$cycle/desks' })
  const found = useQuery({
    queryKey: ['desks', cycle],
    queryFn: () => call(review.listDesks, { params: { cycle } }),
  })
  if (found.isError) return <Trouble error={found.error} onRetry={() => void found.refetch()} />
  if (found.isPending) return <Skeleton active />
  const { title, desks } = found.data
  return (
    <>
      <Crumbs way={toCycle({ cycle, title })} here="部门评价" />
      <h1>部门评价</h1>
      <p className="muted">分数只有本部门看得到；提交以后，分管书记看得到。</p>
      {desks.length === 0 ? (
        <Empty description="这个方案没有由部门打分的指标" />
      ) : (
        <Listing
          label="各部门评价到了哪一步"
          rowKey="party"
          size="middle"
          pagination={false}
          scroll={{ x: 'max-content' }}
          columns={columnsFor(cycle)}
          dataSource={desks}
        />
      )}
      <CarriedOver cycle={cycle} />
    </>
  )
}

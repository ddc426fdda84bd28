import { type Conflict, type Deadline, planning } from '@kaohe/contract'
import { useQuery } from '@tanstack/react-query'
import { Empty, Skeleton, Tag } from 'antd'
import { call } from '../../api/client.ts'
import { Listing } from '../../parts/listing.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { SEVERITY } from './words.ts'

function When({ deadline }: { readonly deadline: Deadline }) {
  const { from, due, weekday, hour, rest, says, tentative } = deadline
  if (from === null && due === null) return <span className="muted">{says ?? '没有写明'}</span>
  return (
    <>
      {from !== null && `${from} 起`}
      {from !== null && due !== null && '，'}
      {due !== null && `${due}（${weekday}）${hour ?? ''}`}
      {rest !== null && <Tag color="orange">{rest}</Tag>}
      {tentative && <Tag>暂定</Tag>}
      {says !== null && <span className="clause">原文：{says}</span>}
    </>
  )
}

const columns = [
  {
    title: '时间',
    key: 'when',
    width: 230,
    render: (_: unknown, one: Deadline) => <When deadline={one} />,
  },
  {
    title: '做什么',
    dataIndex: 'name',
    render: (name: string, { clause }: Deadline) => (
      <>
        {name}
        {clause !== null && <span className="clause">{clause}</span>}
      </>
    ),
  },
  {
    title: '谁负责',
    key: 'owners',
    width: 180,
    render: (_: unknown, { owners }: Deadline) => owners.join('、') || '—',
  },
]

function Conflicts({ conflicts }: { readonly conflicts: readonly Conflict[] }) {
  if (conflicts.length === 0) return <p className="muted">没有相互矛盾的期限。</p>
  return (
    <ul className="plain-list">
      {conflicts.map((one) => (
        <li key={one.message} className={`finding finding-${one.severity}`}>
          <Tag color={SEVERITY[one.severity].color}>{SEVERITY[one.severity].name}</Tag>
          {one.message}
        </li>
      ))}
    </ul>
  )
}

/** Every deadline of a cycle in order, by our own table of holidays, and what does not go together. */
export function CalendarTab({ cycle }: { readonly cycle: string }) {
  const found = useQuery({
    queryKey: ['calendar', cycle],
    queryFn: () => call(planning.readCalendar, { params: { cycle } }),
  })
  if (found.isError) return <Trouble error={found.error} onRetry={() => void found.refetch()} />
  if (found.isPending) return <Skeleton active />
  const { deadlines, conflicts, sources } = found.data
  return (
    <div className="stack">
      <Conflicts conflicts={conflicts} />
      <Listing
        label="日程"
        rowKey={({ step, due }) => `${step}/${due}`}
        size="small"
        columns={columns}
        dataSource={deadlines}
        pagination={false}
        scroll={{ x: 620 }}
        locale={{ emptyText: <Empty description="方案没有写日程" /> }}
      />
      <p className="muted">
        放假安排的依据：
        {sources.length === 0
          ? '这些年份都没有录入'
          : sources.map(({ year, source }) => `${year} 年 ${source}`).join('；')}
      </p>
    </div>
  )
}

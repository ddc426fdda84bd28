import { type Cycle, planning } from '@kaohe/contract'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Empty, Tag, Typography } from 'antd'
import { call } from '../../api/client.ts'
import { Listing } from '../../parts/listing.tsx'
import { Trouble } from '../../parts/trouble.tsx'

const STATES = { preparing: '筹备', open: '进行中', closed: '已结束' } as const

const columns = [
  {
    title: '考核年度',
    dataIndex: 'title',
    render: (title: string, { id }: Cycle) => (
      <Link to="/cycles/$cycle" params={{ cycle: id }}>
        {title}
      </Link>
    ),
  },
  {
    title: '考核时段',
    key: 'period',
    render: (_: unknown, { startsOn, endsOn }: Cycle) => `${startsOn} 至 ${endsOn}`,
  },
  {
    title: '状态',
    dataIndex: 'state',
    width: 100,
    render: (state: Cycle['state']) => <Tag>{STATES[state]}</Tag>,
  },
]

/** The work points that the assessments serve; what no indicator covers is supervised there. */
function WorkPoints() {
  const found = useQuery({ queryKey: ['plans'], queryFn: () => call(planning.listPlans) })
  const plans = found.data?.plans ?? []
  if (plans.length === 0) return null
  return (
    <section aria-label="工作要点" style={{ marginTop: 20 }}>
      <Typography.Title level={2} style={{ fontSize: 17 }}>
        工作要点
      </Typography.Title>
      <ul style={{ paddingInlineStart: 20 }}>
        {plans.map(({ id, title }) => (
          <li key={id}>
            <Link to="/plans/$plan" params={{ plan: id }}>
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The assessments one runs, and those one is assessed in. */
export function Cycles() {
  const cycles = useQuery({ queryKey: ['cycles'], queryFn: () => call(planning.listCycles) })
  if (cycles.isError) return <Trouble error={cycles.error} onRetry={() => void cycles.refetch()} />
  return (
    <>
      <Typography.Title level={1} style={{ fontSize: 22 }}>
        考核年度
      </Typography.Title>
      <Listing
        label="考核年度"
        rowKey="id"
        loading={cycles.isPending}
        columns={columns}
        dataSource={cycles.data?.cycles ?? []}
        pagination={false}
        scroll={{ x: 520 }}
        locale={{ emptyText: <Empty description="还没有考核年度" /> }}
      />
      <WorkPoints />
    </>
  )
}

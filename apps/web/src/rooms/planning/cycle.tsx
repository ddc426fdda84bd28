import { planning } from '@kaohe/contract'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Table, Typography } from 'antd'
import { call } from '../../api/client.ts'
import { Trouble } from '../../parts/trouble.tsx'
import { CycleLinks } from '../reporting/cycle-links.tsx'

/** One assessment and whom it assesses, as far as one may see. */
export function CyclePage() {
  const { cycle } = useParams({ from: '/signed-in/cycles/$cycle' })
  const found = useQuery({
    queryKey: ['cycle', cycle],
    queryFn: () => call(planning.readCycle, { params: { cycle } }),
  })
  if (found.isError) return <Trouble error={found.error} onRetry={() => void found.refetch()} />
  const columns = [
    {
      title: '考核对象',
      dataIndex: 'name',
      render: (name: string, { unit }: { unit: string }) => (
        <Link to="/cycles/$cycle/reports/$unit" params={{ cycle, unit }}>
          {name}
        </Link>
      ),
    },
    { title: '类别', dataIndex: 'type', width: 160 },
    {
      title: '说明',
      dataIndex: 'excludedBecause',
      render: (why: string | null) => (why === null ? '参加考核' : `不参加：${why}`),
    },
  ]
  return (
    <>
      <Typography.Title level={1} style={{ fontSize: 22 }}>
        {found.data?.title ?? ' '}
      </Typography.Title>
      <CycleLinks cycle={cycle} />
      <Table
        rowKey="unit"
        size="middle"
        loading={found.isPending}
        columns={columns}
        dataSource={found.data?.assessees ?? []}
        pagination={{ pageSize: 50, hideOnSinglePage: true }}
        scroll={{ x: 520 }}
      />
    </>
  )
}

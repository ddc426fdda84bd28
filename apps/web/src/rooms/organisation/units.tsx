import { organisation } from '@kaohe/contract'
import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { Breadcrumb, Empty, Table, Typography } from 'antd'
import { call } from '../../api/client.ts'
import { Trouble } from '../../parts/trouble.tsx'
import { useMay, useMe } from '../../app/session.ts'
import { AddUnit } from './add-unit.tsx'

const columns = [
  {
    title: '名称',
    dataIndex: 'name',
    render: (name: string, { id }: { id: string }) => (
      <Link to="/units" search={{ below: id }}>
        {name}
      </Link>
    ),
  },
  { title: '类别', dataIndex: 'kind', width: 160 },
  {
    title: '成立日期',
    dataIndex: 'foundedOn',
    width: 130,
    render: (day: string | null) => day ?? '—',
  },
  { title: '下级数', dataIndex: 'children', width: 90, align: 'right' as const },
]

/** One level of the tree: a unit and those right below it. */
export function Units() {
  const { below } = useSearch({ from: '/signed-in/units' })
  const me = useMe()
  const mayChange = useMay('unit.change')
  const parent = below ?? me.post?.org ?? ''
  const unit = useQuery({
    queryKey: ['unit', parent],
    queryFn: () => call(organisation.readUnit, { params: { unit: parent } }),
  })
  const rows = useQuery({
    queryKey: ['units', parent],
    queryFn: () => call(organisation.listUnits, { query: { parent } }),
  })
  const error = unit.error ?? rows.error
  if (error !== null) return <Trouble error={error} onRetry={() => void rows.refetch()} />
  const above = unit.data?.above ?? []
  return (
    <>
      <Breadcrumb
        items={above.map(({ id, name }) => ({
          title: (
            <Link to="/units" search={{ below: id }}>
              {name}
            </Link>
          ),
        }))}
      />
      <Typography.Title level={1} style={{ fontSize: 22 }}>
        {unit.data?.name ?? ' '}
      </Typography.Title>
      {mayChange && <AddUnit parent={parent} />}
      <Table
        rowKey="id"
        size="middle"
        loading={rows.isPending}
        columns={columns}
        dataSource={rows.data?.units ?? []}
        pagination={false}
        scroll={{ x: 560 }}
        locale={{ emptyText: <Empty description="下面还没有组织" /> }}
      />
    </>
  )
}

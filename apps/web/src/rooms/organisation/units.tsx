import { organisation, type UnitRow } from '@kaohe/contract'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Alert, Empty, Input, Table, Typography } from 'antd'
import { call } from '../../api/client.ts'
import { useMay, useMe } from '../../app/session.ts'
import { Button } from '../../parts/button.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { AddUnit } from './add-unit.tsx'
import { ExportUnits } from './export.tsx'
import { FindUnit } from './find-unit.tsx'
import { Trail } from './trail.tsx'
import './organisation.css'

function columnsOn(on: string | undefined) {
  const day = on === undefined ? {} : { on }
  return [
    {
      title: '名称',
      dataIndex: 'name',
      render: (name: string, { id }: UnitRow) => (
        <Link to="/units/$unit" params={{ unit: id }}>
          {name}
        </Link>
      ),
    },
    { title: '类别', dataIndex: 'kind', width: 150 },
    {
      title: '成立日期',
      dataIndex: 'foundedOn',
      width: 120,
      responsive: ['md' as const],
      render: (founded: string | null) => founded ?? '—',
    },
    {
      title: '下级',
      dataIndex: 'children',
      width: 80,
      align: 'right' as const,
      render: (children: number, { id, name }: UnitRow) =>
        children === 0 ? (
          '0'
        ) : (
          <Link
            to="/units"
            search={{ below: id, ...day }}
            aria-label={`${name}的 ${children} 个下级`}
          >
            {children} 个
          </Link>
        ),
    },
  ]
}

function Then({ on, below }: { readonly on: string | undefined; readonly below?: string }) {
  const navigate = useNavigate()
  const go = (day: string) =>
    void navigate({ to: '/units', search: { ...(below && { below }), ...(day && { on: day }) } })
  return (
    <label className="unit-quiet">
      看某一天的样子{' '}
      <Input
        type="date"
        style={{ width: 160 }}
        value={on ?? ''}
        onChange={({ target }) => go(target.value)}
      />
    </label>
  )
}

/** One level of the tree: a unit and those right below it, today or as it was on a day. */
export function Units() {
  const { below, on } = useSearch({ from: '/signed-in/units' })
  const me = useMe()
  const mayChange = useMay('unit.change')
  const mayExport = useMay('unit.details')
  const parent = below ?? me.post?.org ?? ''
  const day = on === undefined ? {} : { on }
  const unit = useQuery({
    queryKey: ['unit', parent, on],
    queryFn: () => call(organisation.readUnit, { params: { unit: parent }, query: day }),
  })
  const rows = useInfiniteQuery({
    queryKey: ['units', parent, on],
    queryFn: ({ pageParam: after }) =>
      call(organisation.listUnits, { query: { parent, ...day, ...(after && { after }) } }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  })
  const error = unit.error ?? rows.error
  if (error !== null) return <Trouble error={error} onRetry={() => void rows.refetch()} />
  return (
    <>
      <Trail above={unit.data?.above ?? []} on={on} />
      <Typography.Title level={1} style={{ fontSize: 22, marginTop: 0 }}>
        {unit.data?.name ?? ' '}
      </Typography.Title>
      <FindUnit />
      <div className="unit-tools">
        <Link to="/units/$unit" params={{ unit: parent }}>
          <Button tabIndex={-1}>这个组织的情况</Button>
        </Link>
        {mayChange && on === undefined && <AddUnit parent={parent} />}
        {mayChange && on === undefined && (
          <Link to="/units-import" search={{ under: parent }}>
            <Button tabIndex={-1}>导入</Button>
          </Link>
        )}
        {mayExport && on === undefined && <ExportUnits under={parent} key={parent} />}
        <Then on={on} {...(below && { below })} />
      </div>
      {on !== undefined && (
        <Alert
          type="info"
          showIcon
          style={{ marginBottom: 12 }}
          title={`这是 ${on} 的组织树，名称和上级都是那一天的`}
        />
      )}
      <Table
        rowKey="id"
        size="middle"
        loading={rows.isPending}
        columns={columnsOn(on)}
        dataSource={rows.data?.pages.flatMap(({ units }) => units) ?? []}
        pagination={false}
        // The table would take the count of children for rows of its own.
        expandable={{ childrenColumnName: 'rowsBelow' }}
        locale={{ emptyText: <Empty description="下面没有组织" /> }}
      />
      {rows.hasNextPage && (
        <Button
          block
          style={{ marginTop: 12 }}
          loading={rows.isFetchingNextPage}
          onClick={() => void rows.fetchNextPage()}
        >
          再显示一些
        </Button>
      )}
    </>
  )
}

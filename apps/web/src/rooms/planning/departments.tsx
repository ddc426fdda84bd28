import { type Assignments, type Department, planning } from '@kaohe/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Select, Skeleton, Tag } from 'antd'
import { call } from '../../api/client.ts'
import { useMay, useMe } from '../../app/session.ts'
import { Button } from '../../parts/button.tsx'
import { Listing } from '../../parts/listing.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import type { CyclePageData } from './cycle-data.ts'
import { Evaluators } from './evaluators.tsx'

type Row = Assignments['items'][number]

interface LeadsProps {
  readonly cycle: string
  readonly row: Row
  readonly departments: readonly Department[]
  readonly mayAssign: boolean
}

function Leads({ cycle, row, departments, mayAssign }: LeadsProps) {
  const queries = useQueryClient()
  const assign = useMutation({
    mutationFn: (chosen: string[]) =>
      call(planning.assignDepartments, {
        params: { cycle, item: row.item },
        body: { departments: chosen },
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['departments', cycle] }),
  })
  const names = new Map(departments.map(({ id, name }) => [id, name]))
  if (!mayAssign)
    return row.departments.length === 0
      ? '还没有分工'
      : row.departments.map((id) => names.get(id) ?? id).join('、')
  return (
    <>
      <Select
        mode="multiple"
        maxCount={3}
        aria-label={`${row.name}由哪些部门牵头`}
        style={{ width: '100%' }}
        options={departments.map(({ id, name }) => ({ value: id, label: name }))}
        value={row.departments}
        loading={assign.isPending}
        onChange={(chosen) => assign.mutate(chosen)}
        placeholder="还没有分工"
      />
      {assign.isError && <Trouble error={assign.error} />}
    </>
  )
}

function AsWritten({ cycle }: { readonly cycle: string }) {
  const queries = useQueryClient()
  const assign = useMutation({
    mutationFn: () => call(planning.assignAsWritten, { params: { cycle }, body: {} }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['departments', cycle] }),
  })
  return (
    <p>
      <Button loading={assign.isPending} onClick={() => assign.mutate()}>
        按方案写的分工
      </Button>
      {assign.data !== undefined && (
        <span role="status" className="clause">
          分工 {assign.data.items} 项，新建部门 {assign.data.created} 个
        </span>
      )}
      {assign.isError && <Trouble error={assign.error} />}
    </p>
  )
}

/** Which departments answer for which indicator, and who evaluates each kind of assessee. */
export function DepartmentsTab({ cycle }: { readonly cycle: CyclePageData }) {
  const me = useMe()
  const mayAssign = useMay('cycle.open') && me.post?.org === cycle.org
  const found = useQuery({
    queryKey: ['departments', cycle.id],
    queryFn: () => call(planning.readAssignments, { params: { cycle: cycle.id } }),
  })
  if (found.isError) return <Trouble error={found.error} onRetry={() => void found.refetch()} />
  if (found.isPending) return <Skeleton active />
  const { departments, items, evaluators } = found.data
  const columns = [
    {
      title: '指标',
      dataIndex: 'name',
      render: (name: string, { clause }: Row) => (
        <>
          {name}
          {clause !== null && <span className="clause">{clause}</span>}
        </>
      ),
    },
    {
      title: '方案写的',
      key: 'leads',
      className: 'cell-whole',
      width: 200,
      render: (_: unknown, { leads }: Row) => leads.join('、') || '没有写',
    },
    {
      title: '牵头部门（最多三个共同牵头）',
      key: 'departments',
      className: 'cell-whole',
      width: 320,
      render: (_: unknown, row: Row) => (
        <Leads cycle={cycle.id} row={row} departments={departments} mayAssign={mayAssign} />
      ),
    },
  ]
  const free = items.filter((one) => one.departments.length === 0).length
  return (
    <div className="stack">
      {mayAssign && <AsWritten cycle={cycle.id} />}
      <p>
        {free === 0 ? (
          <Tag color="green">每项指标都有牵头部门</Tag>
        ) : (
          <Tag color="orange">{free} 项还没有牵头部门</Tag>
        )}
      </p>
      <Listing
        label="部门分工"
        rowKey="item"
        size="small"
        columns={columns}
        dataSource={items}
        pagination={false}
        scroll={{ x: 760 }}
      />
      <h2 className="scheme-category">每类对象的每部分占比由谁评价</h2>
      <Evaluators evaluators={evaluators} />
    </div>
  )
}

import type { Evaluated } from '@kaohe/contract'
import { Empty, Tag } from 'antd'
import { Listing } from '../../parts/listing.tsx'

const STATE = {
  reached: { name: '有人评价', color: 'green' },
  settled: { name: '没有，已写明怎么办', color: 'blue' },
  open: { name: '没有，要先定', color: 'red' },
} as const

const columns = [
  { title: '考核对象', dataIndex: 'typeName', width: 160 },
  { title: '评价方式', dataIndex: 'source', width: 150 },
  {
    title: '占比',
    dataIndex: 'weight',
    width: 80,
    render: (weight: string | null) => weight ?? '—',
  },
  {
    title: '谁评价',
    key: 'evaluators',
    render: (_: unknown, { evaluators }: Evaluated) =>
      evaluators.length > 0 ? evaluators.join('、') : '—',
  },
  {
    title: '结论',
    key: 'state',
    width: 260,
    render: (_: unknown, { state, says }: Evaluated) => (
      <>
        <Tag color={STATE[state].color}>{STATE[state].name}</Tag>
        {says}
      </>
    ),
  },
]

/** For each kind of assessee and each part of the total: who evaluates it, or what becomes of it. */
export function Evaluators({ evaluators }: { readonly evaluators: readonly Evaluated[] }) {
  if (evaluators.length === 0) return <Empty description="方案没有分评价方式，全部按规则计分" />
  return (
    <Listing
      label="谁评价谁"
      rowKey={({ type, source }) => `${type}/${source}`}
      size="small"
      columns={columns}
      dataSource={[...evaluators]}
      pagination={false}
      scroll={{ x: 760 }}
    />
  )
}

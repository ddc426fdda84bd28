import type { Assessee } from '@kaohe/contract'
import { Link } from '@tanstack/react-router'
import { Empty, Tag } from 'antd'
import { useMay, useMe } from '../../app/session.ts'
import { Listing } from '../../parts/listing.tsx'
import { CorrectAssessees, Corrections } from './correct-assessees.tsx'
import type { CyclePageData } from './cycle-data.ts'
import { MapUnits } from './map-units.tsx'

function Takes({ assessee }: { readonly assessee: Assessee }) {
  const { excludedBecause, undecidedBecause } = assessee
  if (excludedBecause !== null)
    return (
      <>
        <Tag>不参加</Tag>
        {excludedBecause}
      </>
    )
  if (undecidedBecause === null) return '参加考核'
  return (
    <>
      <Tag color="orange">待定</Tag>
      {undecidedBecause}
    </>
  )
}

/** Who is assessed, as what, and if not, why. */
export function Assessees({ cycle }: { readonly cycle: CyclePageData }) {
  const me = useMe()
  const mayMap = useMay('cycle.open')
  const grouped = {
    title: '分组',
    dataIndex: 'group',
    width: 110,
    render: (group: string | null) => group ?? '—',
  }
  const columns = [
    {
      title: '考核对象',
      dataIndex: 'name',
      render: (name: string, { unit }: Assessee) => (
        <Link to="/cycles/$cycle/reports/$unit" params={{ cycle: cycle.id, unit }}>
          {name}
        </Link>
      ),
    },
    { title: '类别', dataIndex: 'typeName', width: 180 },
    ...(cycle.assessees.some(({ group }) => group !== null) ? [grouped] : []),
    {
      title: '资格',
      key: 'takes',
      render: (_: unknown, one: Assessee) => <Takes assessee={one} />,
    },
  ]
  return (
    <>
      {cycle.state === 'preparing' && mayMap && me.post?.org === cycle.org && (
        <MapUnits cycle={cycle} />
      )}
      {cycle.state === 'open' && mayMap && me.post?.org === cycle.org && (
        <CorrectAssessees cycle={cycle} />
      )}
      <Listing
        label="考核对象"
        rowKey="unit"
        size="middle"
        columns={columns}
        dataSource={cycle.assessees}
        pagination={{ pageSize: 50, hideOnSinglePage: true }}
        scroll={{ x: 620 }}
        locale={{ emptyText: <Empty description="还没有列考核对象" /> }}
      />
      <Corrections cycle={cycle} />
    </>
  )
}

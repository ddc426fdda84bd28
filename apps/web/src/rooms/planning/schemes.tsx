import { planning, type Scheme } from '@kaohe/contract'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Empty, Tag } from 'antd'
import { call } from '../../api/client.ts'
import { useMay } from '../../app/session.ts'
import { Trouble } from '../../parts/trouble.tsx'
import { NewScheme } from './new-scheme.tsx'
import './planning.css'
import { Listing } from '../../parts/listing.tsx'
import { momentOf, SCHEME_STATE } from './words.ts'

const columns = [
  {
    title: '方案',
    dataIndex: 'title',
    width: 240,
    render: (title: string, { id, corrects, derives }: Scheme) => (
      <>
        <Link to="/schemes/$scheme" params={{ scheme: id }}>
          {title}
        </Link>
        {corrects !== null && <span className="clause">更正</span>}
        {derives !== null && <span className="clause">从上级制定</span>}
      </>
    ),
  },
  { title: '单位', dataIndex: 'orgName', width: 220 },
  {
    title: '状态',
    key: 'state',
    width: 150,
    render: (_: unknown, { state, proposedAt }: Scheme) => (
      <>
        <Tag color={SCHEME_STATE[state].color}>{SCHEME_STATE[state].name}</Tag>
        {state === 'draft' && proposedAt !== null && <Tag color="blue">待确认</Tag>}
      </>
    ),
  },
  {
    title: '发布时间',
    dataIndex: 'publishedAt',
    width: 150,
    render: (at: string | null) => (at === null ? '—' : momentOf(at)),
  },
]

/** The schemes that one writes, uses, or is assessed by. */
export function Schemes() {
  const mayWrite = useMay('scheme.write')
  const schemes = useQuery({ queryKey: ['schemes'], queryFn: () => call(planning.listSchemes) })
  if (schemes.isError)
    return <Trouble error={schemes.error} onRetry={() => void schemes.refetch()} />
  return (
    <>
      <div className="plan-head">
        <h1>考核方案</h1>
        {mayWrite && <NewScheme schemes={schemes.data?.schemes ?? []} />}
      </div>
      <Listing
        label="考核方案"
        rowKey="id"
        loading={schemes.isPending}
        columns={columns}
        dataSource={schemes.data?.schemes ?? []}
        pagination={{ pageSize: 50, hideOnSinglePage: true }}
        scroll={{ x: 640 }}
        locale={{ emptyText: <Empty description="还没有方案" /> }}
      />
    </>
  )
}

import { type Proposals as Listed, type Proposal, planning, type Sent } from '@kaohe/contract'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { Card, Empty, Form, Segmented, Select, Skeleton, Tag } from 'antd'
import { useState } from 'react'
import { call } from '../../api/client.ts'
import { useMay } from '../../app/session.ts'
import { Trouble } from '../../parts/trouble.tsx'
import './planning.css'
import { Button } from '../../parts/button.tsx'
import { Crumbs, toScheme } from '../../parts/crumbs.tsx'
import { Listing } from '../../parts/listing.tsx'
import { momentOf, PROPOSAL_STATE } from './words.ts'

const KIND = { item: '指标', survey: '调查问题' } as const

const columns = [
  {
    title: '内容',
    dataIndex: 'title',
    render: (title: string, { id, kind, subject }: Proposal) => (
      <>
        <Link to="/proposals/$proposal" params={{ proposal: id }}>
          {title}
        </Link>
        <span className="clause">{subject === null ? `新的${KIND[kind]}` : `改${KIND[kind]}`}</span>
      </>
    ),
  },
  { title: '部门', dataIndex: 'department', width: 200 },
  {
    title: '到哪一步',
    key: 'state',
    width: 200,
    render: (_: unknown, { state, because }: Proposal) => (
      <>
        <Tag color={PROPOSAL_STATE[state].color}>{PROPOSAL_STATE[state].name}</Tag>
        {because !== null && state === 'returned' && <span className="muted">{because}</span>}
      </>
    ),
  },
  { title: '最近改动', dataIndex: 'changedAt', width: 150, render: momentOf },
]

type Body = NonNullable<Sent<typeof planning.startProposal>['body']>

function Start({ scheme, listed }: { readonly scheme: string; readonly listed: Listed }) {
  const navigate = useNavigate()
  const [kind, setKind] = useState<Body['kind']>('item')
  const start = useMutation({
    mutationFn: (fields: { department: string; subject?: string }) =>
      call(planning.startProposal, {
        params: { scheme },
        body: { kind, department: fields.department, subject: fields.subject ?? null },
      }),
    onSuccess: ({ id }) => navigate({ to: '/proposals/$proposal', params: { proposal: id } }),
  })
  const subjects = (kind === 'item' ? listed.items : listed.questions).map(({ id, name }) => ({
    value: id,
    label: name,
  }))
  const departments = listed.departments.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <Card size="small" title="起草" style={{ marginBottom: 16 }}>
      <Form
        layout="vertical"
        onFinish={start.mutate}
        initialValues={listed.own === null ? {} : { department: listed.own }}
      >
        <Form.Item label="起草什么">
          <Segmented
            options={[
              { value: 'item', label: '指标' },
              { value: 'survey', label: '调查问题' },
            ]}
            value={kind}
            onChange={setKind}
          />
        </Form.Item>
        <Form.Item name="department" label="部门" rules={[{ required: true, message: '请选部门' }]}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={departments}
            disabled={listed.own !== null}
          />
        </Form.Item>
        <Form.Item name="subject" label={`改哪一项（不选就是写一项新的）`}>
          <Select allowClear showSearch={{ optionFilterProp: 'label' }} options={subjects} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={start.isPending}>
          开始起草
        </Button>
      </Form>
      {start.isError && <Trouble error={start.error} />}
    </Card>
  )
}

/** What departments draft for a scheme. */
export function ProposalList() {
  const { scheme } = useParams({ from: '/signed-in/schemes/$scheme/proposals' })
  const mayWrite = useMay('proposal.write')
  const found = useQuery({
    queryKey: ['proposals', scheme],
    queryFn: () => call(planning.listProposals, { params: { scheme } }),
  })
  if (found.isError) return <Trouble error={found.error} onRetry={() => void found.refetch()} />
  if (found.isPending) return <Skeleton active />
  return (
    <>
      <Crumbs way={toScheme(scheme, '方案')} here="部门起草" />
      <div className="plan-head">
        <h1>部门起草的指标和调查问题</h1>
      </div>
      {mayWrite && <Start scheme={scheme} listed={found.data} />}
      <Listing
        label="部门起草"
        rowKey="id"
        columns={columns}
        dataSource={found.data.proposals}
        pagination={false}
        scroll={{ x: 640 }}
        locale={{ emptyText: <Empty description="还没有部门起草" /> }}
      />
    </>
  )
}

import { type Answer, type Plan, planning } from '@kaohe/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Card, Empty, Form, Select } from 'antd'
import { useState } from 'react'
import { call } from '../../api/client.ts'
import { useMay, useMe } from '../../app/session.ts'
import { Listing } from '../../parts/listing.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import './planning.css'
import { Button } from '../../parts/button.tsx'
import { momentOf } from './words.ts'

const columns = [
  {
    title: '工作要点',
    dataIndex: 'title',
    render: (title: string, { id }: Plan) => (
      <Link to="/plans/$plan" params={{ plan: id }}>
        {title}
      </Link>
    ),
  },
  { title: '载入', dataIndex: 'loadedAt', width: 160, render: momentOf },
]

interface Fields {
  readonly shipped?: string
  readonly cycle?: string
}

function Load({ shipped }: { readonly shipped: Answer<typeof planning.listPlans>['shipped'] }) {
  const me = useMe()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [file, setFile] = useState<File>()
  const cycles = useQuery({ queryKey: ['cycles'], queryFn: () => call(planning.listCycles) })
  const load = useMutation({
    mutationFn: async ({
      shipped: folder = null,
      cycle = null,
    }: {
      shipped?: string | null
      cycle?: string | null
    }) =>
      call(planning.loadPlan, {
        body: { shipped: folder, text: (await file?.text()) ?? null, cycle },
      }),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: ['plans'] })
      await navigate({ to: '/plans/$plan', params: { plan: id } })
    },
  })
  const own = (cycles.data?.cycles ?? []).filter(({ org }) => org === me.post?.org)
  return (
    <Card size="small" title="载入工作要点" style={{ marginTop: 16 }}>
      <Form layout="vertical" onFinish={(fields: Fields) => load.mutate(fields)}>
        <Form.Item name="shipped" label="随程序带来的">
          <Select
            allowClear
            options={shipped.map(({ folder, title }) => ({ value: folder, label: title }))}
          />
        </Form.Item>
        <Form.Item label="或上传文件 priorities.yaml" htmlFor="plan-file">
          <input
            id="plan-file"
            type="file"
            accept=".yaml,.yml,.txt"
            onChange={({ target }) => setFile(target.files?.[0])}
          />
        </Form.Item>
        <Form.Item name="cycle" label="由哪个考核年度的指标落实（没有就不选）">
          <Select allowClear options={own.map(({ id, title }) => ({ value: id, label: title }))} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={load.isPending}>
          载入
        </Button>
      </Form>
      {load.isError && <Trouble error={load.error} />}
    </Card>
  )
}

/** Work points: what the year is for, and what no indicator covers. */
export function Plans() {
  const mayLoad = useMay('plan.load')
  const found = useQuery({ queryKey: ['plans'], queryFn: () => call(planning.listPlans) })
  if (found.isError) return <Trouble error={found.error} onRetry={() => void found.refetch()} />
  return (
    <>
      <div className="plan-head">
        <h1>工作要点</h1>
      </div>
      <Listing
        label="工作要点"
        rowKey="id"
        loading={found.isPending}
        columns={columns}
        dataSource={found.data?.plans ?? []}
        pagination={false}
        scroll={{ x: 420 }}
        locale={{ emptyText: <Empty description="还没有工作要点" /> }}
      />
      {mayLoad && <Load shipped={found.data?.shipped ?? []} />}
    </>
  )
}

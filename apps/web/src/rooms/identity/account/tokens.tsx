import { type ApiToken, identity } from '@kaohe/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Card, Form, Input, Select, Space, Typography } from 'antd'
import { call } from '../../../api/client.ts'
import { useMe } from '../../../app/session.ts'
import { Button } from '../../../parts/button.tsx'
import { Listing } from '../../../parts/listing.tsx'
import { Trouble } from '../../../parts/trouble.tsx'
import { instant } from '../instants.ts'

interface Fields {
  readonly name: string
  readonly post: string
  readonly scope: 'read' | 'write'
  readonly days: number
}

const SCOPES = [
  { value: 'read', label: '只读' },
  { value: 'write', label: '可读可写' },
]
const PERIODS = [7, 30, 90, 366].map((days) => ({ value: days, label: `${days} 天` }))

function Create({ onCreated }: { readonly onCreated: () => void }) {
  const me = useMe()
  const [form] = Form.useForm<Fields>()
  const create = useMutation({
    mutationFn: (body: Fields) => call(identity.createToken, { body }),
    onSuccess: () => {
      form.resetFields()
      onCreated()
    },
  })
  const posts = me.posts.map(({ id, roleName, orgName }) => ({
    value: id,
    label: `${roleName}（${orgName}）`,
  }))
  const initial = { post: me.post?.id, scope: 'read', days: 90 }
  return (
    <Form form={form} layout="vertical" onFinish={create.mutate} initialValues={initial}>
      <div className="two-columns">
        <Form.Item
          name="name"
          label="给哪个程序用"
          rules={[{ required: true, message: '请写明给哪个程序用' }]}
        >
          <Input />
        </Form.Item>
        <Form.Item
          name="post"
          label="以哪个岗位"
          rules={[{ required: true, message: '请选择岗位' }]}
        >
          <Select options={posts} />
        </Form.Item>
        <Form.Item name="scope" label="可以做什么">
          <Select options={SCOPES} />
        </Form.Item>
        <Form.Item name="days" label="有效期">
          <Select options={PERIODS} />
        </Form.Item>
      </div>
      <Space orientation="vertical" style={{ width: '100%' }}>
        {create.isError && <Trouble error={create.error} />}
        <Button htmlType="submit" loading={create.isPending}>
          建立令牌
        </Button>
        {create.data && (
          <Alert
            type="warning"
            showIcon
            title="请现在复制，它只在这里出现一次"
            description={
              <Typography.Text copyable code style={{ wordBreak: 'break-all' }}>
                {create.data.token}
              </Typography.Text>
            }
          />
        )}
      </Space>
    </Form>
  )
}

/** Tokens that let programs act for one. */
export function Tokens() {
  const queries = useQueryClient()
  const list = useQuery({ queryKey: ['tokens'], queryFn: () => call(identity.listTokens) })
  const changed = (): void => void queries.invalidateQueries({ queryKey: ['tokens'] })
  const revoke = useMutation({
    mutationFn: (token: string) => call(identity.revokeToken, { params: { token } }),
    onSuccess: changed,
  })
  const tokens = list.data?.tokens ?? []
  const error = list.error ?? revoke.error
  return (
    <Card title={<h2 className="way-title">给程序用的令牌</h2>} loading={list.isPending}>
      {error && <Trouble error={error} />}
      {tokens.length > 0 && (
        <Listing<ApiToken>
          label="令牌"
          rowKey="id"
          size="small"
          dataSource={tokens}
          pagination={false}
          scroll={{ x: 640 }}
          style={{ marginBottom: 16 }}
          columns={[
            { title: '程序', dataIndex: 'name' },
            {
              title: '岗位',
              render: (_, { roleName, orgName }) => `${roleName}（${orgName}）`,
            },
            {
              title: '可以',
              dataIndex: 'scope',
              render: (scope: string) => SCOPES.find(({ value }) => value === scope)?.label,
            },
            { title: '有效至', dataIndex: 'expiresAt', render: instant },
            {
              title: '最近使用',
              dataIndex: 'usedAt',
              render: (at: string | null) => (at === null ? '没有用过' : instant(at)),
            },
            {
              title: '操作',
              render: (_, { id, name }) => (
                <Button size="small" aria-label={`作废 ${name}`} onClick={() => revoke.mutate(id)}>
                  作废
                </Button>
              ),
            },
          ]}
        />
      )}
      <Create onCreated={changed} />
    </Card>
  )
}

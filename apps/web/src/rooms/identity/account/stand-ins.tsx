import { identity } from '@kaohe/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Card, Form, Input, Select, Space, Typography } from 'antd'
import { call } from '../../../api/client.ts'
import { useMe } from '../../../app/session.ts'
import { Button } from '../../../parts/button.tsx'
import { today } from '../../../parts/today.ts'
import { Trouble } from '../../../parts/trouble.tsx'
import { dayAfter, lastDay } from '../instants.ts'

interface Fields {
  readonly person: string
  readonly from: string
  readonly until: string
}

/** Lends the post in use to a colleague for a period, and takes it back. */
export function StandIns() {
  const me = useMe()
  const queries = useQueryClient()
  const [form] = Form.useForm<Fields>()
  const key = ['stand-ins', me.post?.id]
  const list = useQuery({ queryKey: key, queryFn: () => call(identity.listStandIns) })
  const changed = (): Promise<void> => queries.invalidateQueries({ queryKey: key })
  const lend = useMutation({
    mutationFn: ({ person, from, until }: Fields) =>
      call(identity.lendPost, { body: { person, from, to: dayAfter(until) } }),
    onSuccess: async () => {
      form.resetFields()
      await changed()
    },
  })
  const end = useMutation({
    mutationFn: (post: string) => call(identity.endStandIn, { params: { post } }),
    onSuccess: changed,
  })
  const error = list.error ?? end.error
  return (
    <Card
      title={<h2 className="way-title">委托（{me.post?.roleName}）</h2>}
      loading={list.isPending}
    >
      <Typography.Paragraph type="secondary">
        不在的时候，把正用的岗位委托给本单位的同事，最长三个月；所做的事记在他的名下，可以随时收回。
      </Typography.Paragraph>
      {error && <Trouble error={error} />}
      <ul className="plain-list">
        {list.data?.standIns.map(({ id, personName, from, to }) => (
          <li key={id}>
            {personName}：{from} 至 {to === null ? '—' : lastDay(to)}{' '}
            <Button
              size="small"
              aria-label={`收回${personName}的委托`}
              onClick={() => end.mutate(id)}
            >
              收回
            </Button>
          </li>
        ))}
      </ul>
      {me.post?.standsIn ? (
        <Typography.Text>这个岗位是别人委托给您的，不能再转托。</Typography.Text>
      ) : (
        <Form
          form={form}
          layout="vertical"
          onFinish={lend.mutate}
          initialValues={{ from: today(), until: today() }}
        >
          <div className="two-columns">
            <Form.Item
              name="person"
              label="委托给"
              rules={[{ required: true, message: '请选择同事' }]}
            >
              <Select
                showSearch={{ optionFilterProp: 'label' }}
                options={(list.data?.colleagues ?? []).map(({ id, name }) => ({
                  value: id,
                  label: name,
                }))}
              />
            </Form.Item>
            <Form.Item name="from" label="从" rules={[{ required: true, message: '请填写日期' }]}>
              <Input type="date" />
            </Form.Item>
            <Form.Item
              name="until"
              label="到（含当日）"
              rules={[{ required: true, message: '请填写日期' }]}
            >
              <Input type="date" />
            </Form.Item>
          </div>
          <Space orientation="vertical">
            {lend.isError && <Trouble error={lend.error} />}
            <Button htmlType="submit" loading={lend.isPending}>
              委托
            </Button>
          </Space>
        </Form>
      )}
    </Card>
  )
}

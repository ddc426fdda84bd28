import { identity, type Slip } from '@kaohe/contract'
import { useMutation } from '@tanstack/react-query'
import { Card, Form, Input, Space, Typography } from 'antd'
import { call } from '../../api/client.ts'
import { Button } from '../../parts/button.tsx'
import { Trouble } from '../../parts/trouble.tsx'

interface Fields {
  readonly name: string
  readonly kind: string
  readonly system: string
  readonly security: string
  readonly audit: string
  readonly organiser: string
}

const PEOPLE = [
  ['system', '系统管理员', '邀请人员、停用账户'],
  ['security', '安全保密管理员', '授予和结束岗位'],
  ['audit', '安全审计员', '查看日志'],
  ['organiser', '组织部（考核的组织者）', '方案、日程、填报'],
] as const

interface Props {
  readonly code: string | null
  readonly onDone: (slips: readonly Slip[]) => void
}

/** The top committee and its first four people. */
export function SetUpOwn({ code, onDone }: Props) {
  const setUp = useMutation({
    mutationFn: (fields: Fields) => call(identity.setUpOrganisation, { body: { code, ...fields } }),
    onSuccess: ({ slips }) => onDone(slips),
  })
  const needed = [{ required: true, message: '请填写' }]
  return (
    <Card type="inner" title={<h2 className="way-title">建立自己的组织</h2>}>
      <Form layout="vertical" onFinish={setUp.mutate} requiredMark={false}>
        <Form.Item name="name" label="组织名称" extra="最上面的一级" rules={needed}>
          <Input placeholder="共青团某某市委员会" />
        </Form.Item>
        <Form.Item name="kind" label="类别" rules={needed}>
          <Input placeholder="市团委" />
        </Form.Item>
        <Typography.Paragraph type="secondary">
          下面是四个不同的人：三员不能是同一个人，也不做考核业务。登录名由系统给，密码由本人设。
        </Typography.Paragraph>
        {PEOPLE.map(([key, label, does]) => (
          <Form.Item key={key} name={key} label={`${label}的姓名`} extra={does} rules={needed}>
            <Input autoComplete="off" />
          </Form.Item>
        ))}
        <Space orientation="vertical" style={{ width: '100%' }} size="middle">
          {setUp.isError && <Trouble error={setUp.error} />}
          <Button type="primary" htmlType="submit" loading={setUp.isPending}>
            建立，并生成邀请
          </Button>
        </Space>
      </Form>
    </Card>
  )
}

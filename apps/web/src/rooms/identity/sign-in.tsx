import { identity } from '@kaohe/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, Card, Form, Input, Space, Typography } from 'antd'
import { call } from '../../api/client.ts'
import { changeSession } from '../../app/session.ts'
import { Trouble } from '../../parts/trouble.tsx'
import { DemoAccounts } from './demo-accounts.tsx'

interface Fields {
  readonly login: string
  readonly password: string
}

/** The door. */
export function SignIn() {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [form] = Form.useForm<Fields>()
  const welcome = useQuery({ queryKey: ['welcome'], queryFn: () => call(identity.welcome) })
  const signIn = useMutation({
    mutationFn: (body: Fields) => call(identity.signIn, { body }),
    onSuccess: async (me) => {
      changeSession(queries, me)
      await navigate({ to: '/' })
    },
  })
  return (
    <main className="door">
      <Card className="door-card">
        <Typography.Title level={1} style={{ fontSize: 26, marginTop: 0 }}>
          考核
        </Typography.Title>
        <Typography.Paragraph type="secondary">团的年度考核，从通知到反馈</Typography.Paragraph>
        <Form form={form} layout="vertical" requiredMark={false} onFinish={signIn.mutate}>
          <Form.Item
            name="login"
            label="登录名"
            rules={[{ required: true, message: '请填写登录名' }]}
          >
            <Input autoComplete="username" autoFocus />
          </Form.Item>
          <Form.Item
            name="password"
            label="密码"
            rules={[{ required: true, message: '请填写密码' }]}
          >
            <Input.Password autoComplete="current-password" />
          </Form.Item>
          <Space orientation="vertical" style={{ width: '100%' }} size="middle">
            {signIn.isError && <Trouble error={signIn.error} />}
            <Button type="primary" htmlType="submit" block loading={signIn.isPending}>
              登录
            </Button>
          </Space>
        </Form>
        {welcome.data !== undefined && welcome.data.demo.length > 0 && (
          <DemoAccounts accounts={welcome.data.demo} onPick={(fields) => signIn.mutate(fields)} />
        )}
      </Card>
    </main>
  )
}

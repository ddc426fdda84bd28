import { identity } from '@kaohe/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Form, Input, Space } from 'antd'
import { useState } from 'react'
import { call } from '../../../api/client.ts'
import { Button } from '../../../parts/button.tsx'
import { Trouble } from '../../../parts/trouble.tsx'
import { NewPassword } from '../new-password.tsx'

interface Fields {
  readonly current: string
  readonly next: string
}

/** Changes the password; sign-ins elsewhere end with it. */
export function Password() {
  const queries = useQueryClient()
  const { message } = App.useApp()
  const [open, setOpen] = useState(false)
  const [form] = Form.useForm<Fields>()
  const change = useMutation({
    mutationFn: ({ current, next }: Fields) =>
      call(identity.changePassword, { body: { current, next } }),
    onSuccess: async ({ ended }) => {
      form.resetFields()
      setOpen(false)
      message.success(ended === 0 ? '密码已改' : `密码已改，别处的 ${ended} 个登录已结束`)
      await queries.invalidateQueries({ queryKey: ['account'] })
    },
  })
  if (!open) return <Button onClick={() => setOpen(true)}>改密码</Button>
  return (
    <Form form={form} layout="vertical" onFinish={change.mutate} style={{ maxWidth: 420 }}>
      <Form.Item
        name="current"
        label="现在的密码"
        rules={[{ required: true, message: '请填写现在的密码' }]}
      >
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <NewPassword label="新密码" />
      <Space orientation="vertical" style={{ width: '100%' }}>
        {change.isError && <Trouble error={change.error} />}
        <Space wrap>
          <Button type="primary" htmlType="submit" loading={change.isPending}>
            改密码
          </Button>
          <Button onClick={() => setOpen(false)}>不改了</Button>
        </Space>
      </Space>
    </Form>
  )
}

import { Form, Input, Modal } from 'antd'
import type { ReactNode } from 'react'

interface Props {
  readonly title: string
  readonly open: boolean
  readonly pending: boolean
  readonly onCancel: () => void
  readonly onGive: (password: string) => void
  readonly children?: ReactNode
}

/** Asks for the password once more before something weighty. */
export function AskPassword({ title, open, pending, onCancel, onGive, children }: Props) {
  const [form] = Form.useForm<{ password: string }>()
  return (
    <Modal
      title={title}
      open={open}
      onCancel={onCancel}
      onOk={() => form.submit()}
      okText="确定"
      cancelText="取消"
      confirmLoading={pending}
      destroyOnHidden
    >
      <Form form={form} layout="vertical" onFinish={({ password }) => onGive(password)}>
        <Form.Item name="password" label="密码" rules={[{ required: true, message: '请填写密码' }]}>
          <Input.Password autoComplete="current-password" />
        </Form.Item>
      </Form>
      {children}
    </Modal>
  )
}

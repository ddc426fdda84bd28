import { identity, type SignedIn } from '@kaohe/contract'
import { useMutation } from '@tanstack/react-query'
import { Form, Input, Space, Typography } from 'antd'
import { ApiProblem, call } from '../../api/client.ts'
import { Button } from '../../parts/button.tsx'
import { Trouble } from '../../parts/trouble.tsx'

interface Props {
  readonly onNext: (signedIn: SignedIn) => void
  readonly onRestart: () => void
}

/** The second step: a code of the authenticator application, or one of the printed codes. */
export function CodeForm({ onNext, onRestart }: Props) {
  const show = useMutation({
    mutationFn: (body: { readonly code: string }) => call(identity.showCode, { body }),
    onSuccess: onNext,
    onError: (error) => {
      if (error instanceof ApiProblem && error.status === 401) onRestart()
    },
  })
  return (
    <Form layout="vertical" requiredMark={false} onFinish={show.mutate}>
      <Typography.Paragraph>
        请打开手机上的动态码应用，填写“考核”下面的六位数字。
      </Typography.Paragraph>
      <Form.Item
        name="code"
        label="动态码"
        extra="手机不在手边，可以填一个打印的恢复码，每个只能用一次"
        rules={[{ required: true, message: '请填写动态码' }]}
      >
        <Input autoComplete="one-time-code" autoFocus />
      </Form.Item>
      <Space orientation="vertical" style={{ width: '100%' }} size="middle">
        {show.isError && <Trouble error={show.error} />}
        <Button type="primary" htmlType="submit" block loading={show.isPending}>
          继续
        </Button>
        <Button type="link" onClick={onRestart} block>
          换一个账户登录
        </Button>
      </Space>
    </Form>
  )
}

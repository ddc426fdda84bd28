import { type Answer, identity, type SignedIn } from '@kaohe/contract'
import { useMutation } from '@tanstack/react-query'
import { Form, Input, QRCode, Space, Typography } from 'antd'
import { useState } from 'react'
import { call } from '../../api/client.ts'
import { Button } from '../../parts/button.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'

interface Props {
  readonly reason: string
  readonly onDone: (signedIn: SignedIn) => void
}

type Offered = Answer<typeof identity.offerFactor>
type Confirmed = Answer<typeof identity.confirmFactor>

const inGroups = (secret: string): string => secret.replaceAll(/.{4}(?=.)/g, '$& ')

function Confirm({
  offered,
  onDone,
}: {
  offered: Offered
  onDone: (confirmed: Confirmed) => void
}) {
  const confirm = useMutation({
    mutationFn: (body: { readonly code: string }) => call(identity.confirmFactor, { body }),
    onSuccess: onDone,
  })
  return (
    <Form layout="vertical" requiredMark={false} onFinish={confirm.mutate}>
      <Typography.Paragraph>
        1. 用手机上的动态码应用（任何支持 TOTP 的都可以）扫这个码；不能扫时手工输入下面的密钥。
      </Typography.Paragraph>
      <div className="factor-picture">
        <QRCode
          type="svg"
          value={offered.uri}
          size={180}
          bordered={false}
          aria-label="动态码应用要扫的二维码"
        />
      </div>
      <Typography.Paragraph className="factor-secret" copyable={{ text: offered.secret }}>
        {inGroups(offered.secret)}
      </Typography.Paragraph>
      <Form.Item
        name="code"
        label="2. 填写应用显示的六位数字"
        rules={[{ required: true, message: '请填写动态码' }]}
      >
        <Input autoComplete="one-time-code" inputMode="numeric" maxLength={10} />
      </Form.Item>
      <Space orientation="vertical" style={{ width: '100%' }} size="middle">
        {confirm.isError && <Trouble error={confirm.error} />}
        <Button type="primary" htmlType="submit" block loading={confirm.isPending}>
          确认
        </Button>
      </Space>
    </Form>
  )
}

/** Sets up the second factor: the picture, the first code, the codes for when the device is lost. */
export function FactorSetUp({ reason, onDone }: Props) {
  const [confirmed, setConfirmed] = useState<Confirmed>()
  const offer = useMutation({ mutationFn: () => call(identity.offerFactor) })
  if (confirmed !== undefined)
    return <RecoveryCodes codes={confirmed.recovery} onDone={() => onDone(confirmed.signedIn)} />
  if (offer.data !== undefined) return <Confirm offered={offer.data} onDone={setConfirmed} />
  return (
    <Space orientation="vertical" style={{ width: '100%' }} size="middle">
      <Typography.Text>{reason}</Typography.Text>
      {offer.isError && <Trouble error={offer.error} />}
      <Button type="primary" loading={offer.isPending} onClick={() => offer.mutate()} block>
        设置动态码
      </Button>
    </Space>
  )
}

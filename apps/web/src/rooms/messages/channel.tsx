import { type MessageSettings, messages } from '@kaohe/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, Form, Input, Tag } from 'antd'
import { useState } from 'react'
import { call } from '../../api/client.ts'
import { Button } from '../../parts/button.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import type { ChannelWords } from './words.ts'

type Known = MessageSettings['channels'][number]

/** Takes over what the server says of the settings now. */
export function useTakeOver(): (settings: MessageSettings) => void {
  const queries = useQueryClient()
  return (settings) => queries.setQueryData(['messages', 'settings'], settings)
}

function Code({ words: { channel, name } }: { readonly words: ChannelWords }) {
  const takeOver = useTakeOver()
  const confirm = useMutation({
    mutationFn: (body: { code: string }) =>
      call(messages.confirmChannel, { params: { channel }, body }),
    onSuccess: takeOver,
  })
  return (
    <Form layout="vertical" onFinish={confirm.mutate}>
      <Form.Item
        name="code"
        label={`${name}收到的验证码`}
        extra="验证码在几秒内送到，十五分钟有效；填对了才会向这里发送。"
        rules={[{ required: true, message: '请填写验证码' }]}
      >
        <Input inputMode="numeric" autoComplete="one-time-code" style={{ maxWidth: 160 }} />
      </Form.Item>
      {confirm.error && <Trouble error={confirm.error} />}
      {confirm.data?.accepted === false && (
        <Alert
          type="warning"
          showIcon
          style={{ marginBottom: 8 }}
          title="验证码不对，或者已经过期；可以删除这个地址后重新填写"
        />
      )}
      <Button htmlType="submit" loading={confirm.isPending}>
        启用{name}
      </Button>
    </Form>
  )
}

interface AddressProps {
  readonly words: ChannelWords
}

function Address({ words: { channel, name, address, example, secret } }: AddressProps) {
  const takeOver = useTakeOver()
  const write = useMutation({
    mutationFn: (body: { address: string; secret?: string }) =>
      call(messages.writeChannel, { params: { channel }, body }),
    onSuccess: takeOver,
  })
  return (
    <Form layout="vertical" onFinish={write.mutate}>
      <Form.Item
        name="address"
        label={`${name}：${address}`}
        rules={[{ required: true, message: '请填写地址' }]}
      >
        <Input placeholder={example} autoComplete={channel === 'mail' ? 'email' : 'off'} />
      </Form.Item>
      {secret !== undefined && (
        <Form.Item name="secret" label={`${name}：${secret}`}>
          <Input.Password autoComplete="off" />
        </Form.Item>
      )}
      {write.error && <Trouble error={write.error} />}
      <Button htmlType="submit" loading={write.isPending}>
        发送验证码到{name}
      </Button>
    </Form>
  )
}

const STATES = { unverified: '等验证码', on: '已启用', off: '已停用' } as const
const COLOURS = { unverified: 'orange', on: 'green', off: 'red' } as const

interface Props {
  readonly words: ChannelWords
  readonly known: Known | undefined
  readonly canMail: boolean
}

/** One way out: its address, the code that shows who reads it, and its end. */
export function ChannelPart({ words, known, canMail }: Props) {
  const [open, setOpen] = useState(false)
  const takeOver = useTakeOver()
  const { channel, name } = words
  const remove = useMutation({
    mutationFn: () => call(messages.removeChannel, { params: { channel } }),
    onSuccess: takeOver,
  })
  if (channel === 'mail' && !canMail) return <p>邮箱：本系统没有配置发信服务器，暂时不能用。</p>
  if (known === undefined)
    return open ? (
      <Address words={words} />
    ) : (
      <p>
        {name}：没有设置{' '}
        <Button size="small" aria-label={`设置 ${name}`} onClick={() => setOpen(true)}>
          设置
        </Button>
      </p>
    )
  return (
    <div>
      <p className="channel-line">
        {name}：{known.address} <Tag color={COLOURS[known.state]}>{STATES[known.state]}</Tag>
        <Button
          size="small"
          aria-label={`删除 ${name} 的地址`}
          loading={remove.isPending}
          onClick={() => remove.mutate()}
        >
          删除
        </Button>
      </p>
      {known.offBecause !== null && (
        <Alert type="error" showIcon title={`已停用：${known.offBecause}`} />
      )}
      {remove.error && <Trouble error={remove.error} />}
      {known.state === 'unverified' && <Code words={words} />}
    </div>
  )
}

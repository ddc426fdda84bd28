import { z } from 'zod'
import { endpoint } from '../endpoint.ts'

const Message = z.object({
  id: z.uuid(),
  kind: z.string(),
  kindName: z.string(),
  title: z.string(),
  text: z.string().nullable(),
  /** Where in the application it leads. */
  page: z.string(),
  at: z.string(),
  read: z.boolean(),
})
export type Message = z.infer<typeof Message>

export const listMessages = endpoint({
  method: 'GET',
  path: '/messages',
  summary: '自己的消息，新的在前',
  act: 'message.read',
  query: z.object({
    unread: z.enum(['1']).optional(),
    at: z.iso.datetime().optional(),
    id: z.uuid().optional(),
  }),
  answer: z.object({ messages: z.array(Message), more: z.boolean() }),
})

export const countMessages = endpoint({
  method: 'GET',
  path: '/messages/unread',
  summary: '自己有几条没读的消息',
  act: 'message.read',
  answer: z.object({ unread: z.number().int() }),
})

export const markMessages = endpoint({
  method: 'POST',
  path: '/messages/read',
  summary: '标为已读：写出编号，或者不写，表示全部',
  act: 'message.mark',
  body: z.object({ ids: z.array(z.uuid()).min(1).max(500).optional() }),
  answer: z.object({ marked: z.number().int() }),
})

const Channel = z.enum(['mail', 'wecom', 'dingtalk', 'feishu'])
export type Channel = z.infer<typeof Channel>

const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '请写成 21:00 这样')

const Choice = z.object({
  kinds: z.record(z.string().max(40), z.array(Channel).max(4)),
  quiet: z.object({ on: z.boolean(), from: Clock, to: Clock, restDays: z.boolean() }),
  gathering: z.enum(['soon', 'hour', 'day']),
})
export type MessageChoice = z.infer<typeof Choice>

const Settings = z.object({
  choice: Choice,
  kinds: z.array(z.object({ id: z.string(), name: z.string() })),
  /** Whether this installation can send mail at all. */
  mail: z.boolean(),
  channels: z.array(
    z.object({
      channel: Channel,
      /** Enough of the address to know it again. */
      address: z.string(),
      state: z.enum(['unverified', 'on', 'off']),
      offBecause: z.string().nullable(),
    }),
  ),
})
export type MessageSettings = z.infer<typeof Settings>

export const readMessageSettings = endpoint({
  method: 'GET',
  path: '/messages/settings',
  summary: '自己的消息设置：哪类消息送到哪里、什么时候不打扰',
  act: 'message.read',
  answer: Settings,
})

export const writeMessageChoice = endpoint({
  method: 'PUT',
  path: '/messages/settings',
  summary: '改自己的消息设置',
  act: 'message.choose',
  body: Choice,
  answer: Settings,
})

const At = z.object({ channel: Channel })

export const writeChannel = endpoint({
  method: 'PUT',
  path: '/messages/channels/{channel}',
  summary: '登记一个邮箱或群机器人，并向它发送验证码；填了验证码才启用',
  act: 'message.choose',
  params: At,
  body: z.object({
    address: z.string().trim().min(1, '请填写地址').max(500),
    /** What the bot signs with, where its form has that. */
    secret: z.string().trim().max(200).optional(),
  }),
  answer: Settings,
})

export const confirmChannel = endpoint({
  method: 'POST',
  path: '/messages/channels/{channel}/confirm',
  summary: '填写收到的验证码，启用这个地址',
  act: 'message.choose',
  params: At,
  body: z.object({ code: z.string().trim().min(1, '请填写验证码').max(20) }),
  answer: Settings.extend({ accepted: z.boolean() }),
})

export const removeChannel = endpoint({
  method: 'DELETE',
  path: '/messages/channels/{channel}',
  summary: '不再向这个地址发送，并删除它',
  act: 'message.choose',
  params: At,
  answer: Settings,
})

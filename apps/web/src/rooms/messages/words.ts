import type { Channel } from '@kaohe/contract'

export interface ChannelWords {
  readonly channel: Channel
  readonly name: string
  readonly address: string
  readonly example: string
  /** How the secret is called where the maker has one. */
  readonly secret?: string
}

/** The ways out of the application, as people call them. */
export const CHANNELS: readonly ChannelWords[] = [
  { channel: 'mail', name: '邮箱', address: '邮箱地址', example: 'name@example.cn' },
  {
    channel: 'wecom',
    name: '企业微信',
    address: '群机器人的 Webhook 地址',
    example: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=…',
  },
  {
    channel: 'dingtalk',
    name: '钉钉',
    address: '群机器人的 Webhook 地址',
    example: 'https://oapi.dingtalk.com/robot/send?access_token=…',
    secret: '加签密钥（SEC 开头；没有开启加签可以不填）',
  },
  {
    channel: 'feishu',
    name: '飞书',
    address: '群机器人的 Webhook 地址',
    example: 'https://open.feishu.cn/open-apis/bot/v2/hook/…',
    secret: '签名校验密钥（没有开启可以不填）',
  },
]

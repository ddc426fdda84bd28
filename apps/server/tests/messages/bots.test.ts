import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { askBot, botFault, botRequest } from '../../src/outside/bots.ts'
import { botServer } from './receivers.ts'

const NOW = new Date('2026-03-04T04:00:00.123Z')

/** HMAC-SHA256 by its own definition (RFC 2104), of the hash alone. */
const sha256 = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest()

function hmac(key: string, text: string): string {
  const raw = Buffer.from(key)
  const block = Buffer.alloc(64)
  ;(raw.length > 64 ? sha256(raw) : raw).copy(block)
  const pad = (byte: number): Buffer => Buffer.from(block.map((one) => one ^ byte))
  const inner = sha256(Buffer.concat([pad(0x36), Buffer.from(text)]))
  return sha256(Buffer.concat([pad(0x5c), inner])).toString('base64')
}

describe('the signatures', () => {
  it('are computed by the definition of HMAC: its first and its long-key test vectors (RFC 4231)', () => {
    const hex = (text: string): string => Buffer.from(text, 'base64').toString('hex')
    expect(hex(hmac('\u000b'.repeat(20), 'Hi There'))).toBe(
      'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7',
    )
    expect(hex(hmac('Jefe', 'what do ya want for nothing?'))).toBe(
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    )
  })

  it('钉钉: milliseconds and secret, signed with the secret, in the address', () => {
    const address = 'https://oapi.dingtalk.com/robot/send?access_token=t0ken'
    const { url, body } = botRequest('dingtalk', address, 'SECabc', '你好', NOW)
    const query = new URL(url).searchParams
    expect(query.get('access_token')).toBe('t0ken')
    expect(query.get('timestamp')).toBe(String(NOW.getTime()))
    expect(query.get('sign')).toBe(hmac('SECabc', `${NOW.getTime()}\nSECabc`))
    // As their own code encodes it: + and / and = may not stand as they are.
    expect(url).toContain(`sign=${encodeURIComponent(query.get('sign')!)}`)
    expect(body).toEqual({ msgtype: 'text', text: { content: '你好' } })
  })

  it('飞书: nothing, signed with seconds and secret, in the body', () => {
    const address = 'https://open.feishu.cn/open-apis/bot/v2/hook/abc'
    const { url, body } = botRequest('feishu', address, 'demo', '你好', NOW)
    const seconds = String(Math.floor(NOW.getTime() / 1000))
    expect(url).toBe(address)
    expect(body).toEqual({
      timestamp: seconds,
      sign: hmac(`${seconds}\ndemo`, ''),
      msg_type: 'text',
      content: { text: '你好' },
    })
  })

  it('企业微信 has none; nor have the others without a secret', () => {
    const wecom = 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k'
    expect(botRequest('wecom', wecom, 'ignored', '你好', NOW)).toEqual({
      url: wecom,
      body: { msgtype: 'text', text: { content: '你好' } },
    })
    const feishu = botRequest('feishu', 'https://open.feishu.cn/x', undefined, '你好', NOW)
    expect(feishu.body).toEqual({ msg_type: 'text', content: { text: '你好' } })
  })
})

describe('an address', () => {
  it.each([
    ['wecom', 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=693a91f6-7xxx'],
    ['dingtalk', 'https://oapi.dingtalk.com/robot/send?access_token=abc'],
    ['feishu', 'https://open.feishu.cn/open-apis/bot/v2/hook/7f0b-11'],
  ] as const)('of %s is %s', (bot, address) => {
    expect(botFault(bot, address, [])).toBeUndefined()
  })

  it.each([
    ['wecom', 'http://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k'],
    ['wecom', 'https://qyapi.weixin.qq.com.evil.example/cgi-bin/webhook/send?key=k'],
    ['wecom', 'https://qyapi.weixin.qq.com@evil.example/cgi-bin/webhook/send?key=k'],
    ['wecom', 'https://user:pw@qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k'],
    ['wecom', 'https://qyapi.weixin.qq.com:8443/cgi-bin/webhook/send?key=k'],
    ['wecom', 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send/../../user/get?key=k'],
    ['wecom', 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send'],
    ['wecom', 'https://oapi.dingtalk.com/robot/send?access_token=abc'],
    ['dingtalk', 'https://oapi.dingtalk.com/user/get?access_token=abc'],
    ['feishu', 'https://open.feishu.cn/open-apis/bot/v2/hook/'],
    ['feishu', 'https://open.feishu.cn/open-apis/bot/v2/hook/a/b'],
    ['dingtalk', 'http://127.0.0.1:5432/'],
    ['dingtalk', 'http://169.254.169.254/latest/meta-data'],
    ['dingtalk', 'http://[::1]/'],
    ['dingtalk', 'file:///etc/passwd'],
    ['dingtalk', 'robot'],
  ] as const)('of %s is not %s', (bot, address) => {
    expect(botFault(bot, address, [])).toContain('Webhook 地址')
  })

  it('of a receiver that the installation allows is one', () => {
    expect(botFault('feishu', 'http://127.0.0.1:9/x', ['http://127.0.0.1:9'])).toBeUndefined()
    expect(botFault('feishu', 'http://127.0.0.1:8/x', ['http://127.0.0.1:9'])).toBeDefined()
  })
})

describe('asking a bot', () => {
  it.each([
    ['a code that is not 0', { body: '{"errcode":310000,"errmsg":"sign not match"}' }, '310000'],
    ['a failure of HTTP', { status: 502, body: 'gateway' }, '502'],
    ['an answer that is none', { body: 'ok' }, '应答看不懂'],
    ['an answer without end', { body: 'x'.repeat(100_000) }, '应答太长'],
  ])('is to be tried again after %s', async (_, answer, said) => {
    const bot = await botServer(() => answer)
    await expect(askBot('dingtalk', { url: `${bot.origin}/x`, body: {} })).rejects.toThrow(said)
    await bot.stop()
  })

  it('follows no redirection', async () => {
    const secret = await botServer(() => undefined)
    const bot = await botServer(() => ({ status: 302, location: `${secret.origin}/inside` }))
    await expect(askBot('feishu', { url: `${bot.origin}/x`, body: {} })).rejects.toThrow('302')
    expect(secret.got).toEqual([])
    await bot.stop()
    await secret.stop()
  })

  it('says that nobody answered', async () => {
    const bot = await botServer(() => undefined)
    await bot.stop()
    await expect(askBot('wecom', { url: `${bot.origin}/x`, body: {} })).rejects.toThrow(
      '企业微信没有应答',
    )
  })

  it.each(['{"code":0,"msg":"success","data":{}}', '{"StatusCode":0,"StatusMessage":"success"}'])(
    'takes %s of 飞书 as well done',
    async (body) => {
      const bot = await botServer(() => ({ body }))
      await expect(askBot('feishu', { url: `${bot.origin}/x`, body: {} })).resolves.toBeUndefined()
      await bot.stop()
    },
  )
})

import { createHmac } from 'node:crypto'
import { TryLater } from './letter.ts'

export type Bot = 'wecom' | 'dingtalk' | 'feishu'

const WAIT_MS = 10_000
const MOST_BYTES = 64_000

/** Where the makers take messages for the bots of groups. */
const PLACES: Readonly<Record<Bot, string>> = {
  wecom: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send',
  dingtalk: 'https://oapi.dingtalk.com/robot/send',
  feishu: 'https://open.feishu.cn/open-apis/bot/v2/hook/',
}

export const botNames: Readonly<Record<Bot, string>> = {
  wecom: '企业微信',
  dingtalk: '钉钉',
  feishu: '飞书',
}

/**
 * Why an address is none of a bot of this maker; undefined when it is. Only the makers' own hosts, and what
 * the installation allows: nobody can have the server ask another address.
 */
export function botFault(
  bot: Bot,
  address: string,
  origins: readonly string[],
): string | undefined {
  const expected = `请粘贴${botNames[bot]}群机器人的 Webhook 地址，它以 ${PLACES[bot]} 开头`
  if (!URL.canParse(address)) return expected
  const url = new URL(address)
  if (url.username !== '' || url.password !== '' || url.hash !== '') return expected
  if (origins.includes(url.origin)) return undefined
  const place = new URL(PLACES[bot])
  const rest = url.pathname.slice(place.pathname.length)
  const isPath = url.pathname.startsWith(place.pathname) && /^[\w-]*$/.test(rest)
  const isNamed = bot === 'feishu' ? rest !== '' : rest === '' && url.search.length > 1
  return url.origin === place.origin && isPath && isNamed ? undefined : expected
}

const hmac = (key: string, text: string): string =>
  createHmac('sha256', key).update(text).digest('base64')

/** What a bot is asked: where, and with which body. */
export interface BotRequest {
  readonly url: string
  readonly body: object
}

/**
 * A text in the form that the maker documents, signed where a secret was given: 钉钉 signs milliseconds in
 * the address with the secret as key; 飞书 signs nothing with seconds and secret as key, in the body; 企业微信
 * has its key in the address and no signature.
 */
export function botRequest(
  bot: Bot,
  address: string,
  secret: string | undefined,
  text: string,
  now: Date,
): BotRequest {
  if (bot === 'feishu') {
    const timestamp = String(Math.floor(now.getTime() / 1000))
    const sign = secret && { timestamp, sign: hmac(`${timestamp}\n${secret}`, '') }
    return { url: address, body: { ...sign, msg_type: 'text', content: { text } } }
  }
  const body = { msgtype: 'text', text: { content: text } }
  if (bot === 'wecom' || secret === undefined) return { url: address, body }
  const url = new URL(address)
  const timestamp = String(now.getTime())
  url.searchParams.set('timestamp', timestamp)
  url.searchParams.set('sign', hmac(secret, `${timestamp}\n${secret}`))
  return { url: url.href, body }
}

async function bounded(response: Response): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  let size = 0
  for await (const part of response.body ?? []) {
    size += part.length
    if (size > MOST_BYTES) throw new TryLater('对方的应答太长')
    text += decoder.decode(part, { stream: true })
  }
  return text
}

// 企业微信 and 钉钉 answer with errcode, 飞书 with code; 0 is well, whatever the status of HTTP.
function codeIn(text: string): number | undefined {
  try {
    const answer = JSON.parse(text) as { errcode?: unknown; code?: unknown; StatusCode?: unknown }
    const code = answer.errcode ?? answer.code ?? answer.StatusCode
    return typeof code === 'number' ? code : undefined
  } catch {
    return undefined
  }
}

/** Asks a bot, without following where it is sent. @throws TryLater when it did not take the message */
export async function askBot(bot: Bot, { url, body }: BotRequest): Promise<void> {
  const name = botNames[bot]
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
    body: JSON.stringify(body),
    redirect: 'manual',
    signal: AbortSignal.timeout(WAIT_MS),
  }).catch(() => {
    throw new TryLater(`${name}没有应答`)
  })
  const answer = await bounded(response).catch((error: unknown) => {
    throw error instanceof TryLater ? error : new TryLater(`${name}没有答完`)
  })
  const code = response.ok ? codeIn(answer) : response.status
  if (code !== 0) throw new TryLater(`${name}没有接受（${code ?? '应答看不懂'}）`)
}

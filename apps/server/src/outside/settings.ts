/** How mail leaves this installation. */
export interface MailSettings {
  readonly host: string
  readonly port: number
  readonly user: string | undefined
  readonly password: string | undefined
  /** `none` for a mail server on this machine or in this room; otherwise nothing is said unsealed. */
  readonly tls: 'required' | 'none'
  readonly from: string
}

export interface OutsideSettings {
  readonly mail: MailSettings | undefined
  /** Origins to which bots may be registered besides those of the three makers. */
  readonly botOrigins: readonly string[]
}

const SUBMISSION = '587'

function tlsOf(text = 'required'): MailSettings['tls'] {
  if (text === 'required' || text === 'none') return text
  throw new Error(`KAOHE_SMTP_TLS 写的是“${text}”，要写 required 或 none`)
}

function mailOf(env: NodeJS.ProcessEnv): MailSettings | undefined {
  const host = env['KAOHE_SMTP_HOST']
  if (host === undefined) return undefined
  const port = Number(env['KAOHE_SMTP_PORT'] ?? SUBMISSION)
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Error(`KAOHE_SMTP_PORT 写的是“${env['KAOHE_SMTP_PORT']}”，要写 1 到 65535 的整数`)
  const from = env['KAOHE_MAIL_FROM']
  if (from === undefined)
    throw new Error('写了 KAOHE_SMTP_HOST，还要写 KAOHE_MAIL_FROM（从哪个地址发信）')
  const [user, password] = [env['KAOHE_SMTP_USER'], env['KAOHE_SMTP_PASSWORD']]
  if ((user === undefined) !== (password === undefined))
    throw new Error('KAOHE_SMTP_USER 和 KAOHE_SMTP_PASSWORD 要么都写，要么都不写')
  return { host, port, user, password, tls: tlsOf(env['KAOHE_SMTP_TLS']), from }
}

function originOf(text: string): string {
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return new URL(text).origin
  throw new Error(`KAOHE_WEBHOOK_ORIGINS 里的“${text}”不是网址，要写成 https://bot.example.cn`)
}

/** @throws Error saying which setting is wrong, and what it may be */
export function readOutsideSettings(env: NodeJS.ProcessEnv): OutsideSettings {
  const origins = (env['KAOHE_WEBHOOK_ORIGINS'] ?? '').split(',').map((one) => one.trim())
  return { mail: mailOf(env), botOrigins: origins.filter((one) => one !== '').map(originOf) }
}

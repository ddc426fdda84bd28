import { createTransport } from 'nodemailer'
import type { MailSettings } from './settings.ts'
import { type Letter, TryLater } from './letter.ts'

const IMPLICIT_TLS = 465
const CONNECT_MS = 10_000
const SILENCE_MS = 20_000

/** One address as people have them; nothing that could be read as two, or as a header. */
export function isMailAddress(text: string): boolean {
  return (
    /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[a-z\d-]+(?:\.[a-z\d-]+)+$/i.test(text) && text.length <= 200
  )
}

/**
 * Sends mail as text alone.
 * @throws TryLater when the mail server does not take it now
 */
export function mailer(settings: MailSettings): (to: string, letter: Letter) => Promise<void> {
  const { host, port, user, password: pass, tls, from } = settings
  const transport = createTransport({
    host,
    port,
    secure: port === IMPLICIT_TLS && tls === 'required',
    requireTLS: tls === 'required',
    ignoreTLS: tls === 'none',
    ...(user !== undefined && pass !== undefined && { auth: { user, pass } }),
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return async (to, { id, subject, text }) => {
    try {
      await transport.sendMail({
        from,
        to: { name: '', address: to },
        subject,
        text,
        messageId: `<${id}@kaohe.invalid>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
      })
    } catch (error) {
      // What the server said may quote the address: it is not told on.
      const { responseCode } = error as { responseCode?: number }
      const said = responseCode === undefined ? '没有应答' : `拒收（${responseCode}）`
      throw new TryLater(`邮件服务器${said}`)
    }
  }
}

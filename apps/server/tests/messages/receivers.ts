/** Local receivers of what leaves the application: a mail server, and the three makers' bots. */
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'

export interface Mail {
  readonly to: readonly string[]
  readonly source: string
}

/** @param refuse whether it takes nothing now */
export async function mailServer(refuse: () => boolean = () => false) {
  const mails: Mail[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: (_address, _session, done) => {
      done(refuse() ? Object.assign(new Error('busy'), { responseCode: 450 }) : undefined)
    },
    onData: (stream, session, done) => {
      void text(stream).then((source) => {
        mails.push({ to: session.envelope.rcptTo.map(({ address }) => address), source })
        done()
      })
    },
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve())
  })
  const { port } = server.server.address() as AddressInfo
  return {
    port,
    mails,
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
      }),
  }
}

/** The words of a mail, with what its encoding wraps them in taken off. */
export function wordsOf({ source }: Mail): { readonly head: string; readonly body: string } {
  const [head = '', ...rest] = source.split(/\r?\n\r?\n/)
  const plain = rest.join('\n\n')
  const isBase64 = /Content-Transfer-Encoding: base64/i.test(head)
  const unquoted = plain
    .replaceAll(/=\r?\n/g, '')
    .replaceAll(/(?:=[\dA-F]{2})+/g, (run) =>
      Buffer.from(run.replaceAll('=', ''), 'hex').toString(),
    )
  const subject = head
    .replaceAll(/\r?\n\s+/g, '')
    .replaceAll(/=\?UTF-8\?B\?([^?]+)\?=/gi, (_, one: string) =>
      Buffer.from(one, 'base64').toString(),
    )
  return { head: subject, body: isBase64 ? Buffer.from(plain, 'base64').toString() : unquoted }
}

export interface Posted {
  readonly url: URL
  readonly headers: IncomingMessage['headers']
  // What comes in is looked at by tests, each of which knows its shape.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly body: any
}

type Answer = { readonly status?: number; readonly body?: string; readonly location?: string }

/** A receiver of webhooks that keeps what it got. */
export async function botServer(answer: (posted: Posted) => Answer | undefined) {
  const got: Posted[] = []
  const server = createServer((request, response) => {
    void text(request).then((sent) => {
      const url = new URL(request.url ?? '/', 'http://127.0.0.1')
      const posted = { url, headers: request.headers, body: JSON.parse(sent || '{}') as unknown }
      got.push(posted)
      const { status = 200, body = '{"errcode":0,"errmsg":"ok"}', location } = answer(posted) ?? {}
      response.writeHead(status, location === undefined ? {} : { Location: location })
      response.end(body)
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve())
  })
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    got,
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

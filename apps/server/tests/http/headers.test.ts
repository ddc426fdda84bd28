import { request as ask } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startWorld, type World } from '../world.ts'

let world: World
let server: ReturnType<typeof serve>
let port: number
beforeAll(async () => {
  world = await startWorld()
  await new Promise<void>((resolve) => {
    server = serve({ fetch: world.app.fetch, port: 0, hostname: '127.0.0.1' }, () => resolve())
  })
  port = (server.address() as AddressInfo).port
})
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve))
  await world.stop()
})

const HERE = { incoming: { socket: { remoteAddress: '127.0.0.1' } } }
// What answers in each way there is: rooms, errors, the description, what watches, pages.
const PLACES = [
  '/api/welcome',
  '/api/session',
  '/api/nothing',
  '/api/openapi.json',
  '/api/docs',
  '/healthz',
  '/readyz',
  '/metrics',
  '/',
  '/assets/none.js',
]

/** Says bytes to the server and gives all that it answers. */
function said(bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    const socket = connect(port, '127.0.0.1', () => socket.end(bytes))
    socket.on('data', (data) => (text += data.toString()))
    socket.on('close', () => resolve(text))
    socket.on('error', reject)
  })
}

const statusOf = (text: string): string => text.split(' ', 2)[1] ?? ''

describe('every answer, whatever gave it', () => {
  it.each(PLACES)('is guarded: %s', async (path) => {
    const { headers } = await world.app.request(path, {}, HERE)
    const expected = {
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
    }
    for (const [name, value] of Object.entries(expected))
      expect([name, headers.get(name)]).toEqual([name, value])
    expect(headers.get('Content-Security-Policy')).toContain("frame-ancestors 'none'")
    for (const name of ['Server', 'X-Powered-By', 'Access-Control-Allow-Origin'])
      expect([name, headers.get(name)]).toEqual([name, null])
  })

  it.each(PLACES)('says what it is, and in which letters: %s', async (path) => {
    const { headers } = await world.app.request(path, {}, HERE)
    const type = headers.get('Content-Type') ?? ''
    expect(type).toMatch(/^(?:application\/(?:problem\+)?json|text\/\w+;.*charset=utf-8)/i)
  })
})

describe('what is no page of ours', () => {
  it.each([
    '/assets/',
    '/pdf/',
    '/.git/config',
    '/..%2f..%2fpackage.json',
    '/%2e%2e/%2e%2e/package.json',
    '/assets/..%5c..%5c..%5cpackage.json',
    '//etc/passwd',
  ])('is neither listed nor read: %s', async (path) => {
    const text = await said(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`)
    expect(text).toMatch(/^HTTP\/1\.1 (?:200|400|404)/)
    expect(text).not.toMatch(/"workspaces"|\[core\]|root:|Index of|pdf\.worker/)
  })
})

describe('requests that two would read in two ways', () => {
  const two = 'Content-Length: 5\r\nTransfer-Encoding: chunked'
  it.each([
    ['two lengths', 'Content-Length: 5\r\nContent-Length: 6', 'hello'],
    ['a length and pieces', two, '0\r\n\r\nGET /healthz HTTP/1.1\r\nHost: x\r\n\r\n'],
    ['pieces of an unknown kind', 'Transfer-Encoding: xchunked', 'hello'],
    ['a length that is none', 'Content-Length: +5', 'hello'],
    ['a header that is folded', 'X-One: a\r\n b\r\nContent-Length: 0', ''],
  ])('are not taken: %s', async (_, headers, body) => {
    const text = await said(`POST /api/session HTTP/1.1\r\nHost: x\r\n${headers}\r\n\r\n${body}`)
    expect(statusOf(text)).toBe('400')
    expect(text.match(/HTTP\/1\.1 /g)).toHaveLength(1)
  })
})

describe('a method', () => {
  const asked = (method: string, path: string): Promise<{ status: number; text: string }> =>
    new Promise((resolve, reject) => {
      const sent = ask({ port, host: '127.0.0.1', method, path, headers: { 'X-Secret': 'canary' } })
      sent.on('error', reject)
      sent.on('response', (answer) => {
        let text = JSON.stringify(answer.headers)
        answer.on('data', (data) => (text += String(data)))
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }))
      })
      sent.end()
    })

  it('that tells what was sent is not there', async () => {
    for (const path of ['/', '/api/session']) {
      const { status, text } = await asked('TRACE', path)
      expect([path, status >= 400, text.includes('canary')]).toEqual([path, true, false])
    }
  })

  it.each(['OPTIONS', 'PROPFIND', 'PATCH'])(
    'that no route has is not there: %s',
    async (method) => {
      expect((await asked(method, '/api/session')).status).toBe(404)
    },
  )
})

import type { Hono } from 'hono'
import type { Got, Sent } from '../world.ts'

/** A browser with its cookies, at an address of its own. */
export interface Browser {
  readonly cookies: Map<string, string>
  ask(path: string, sent?: Sent): Promise<Got>
  post(path: string, body?: object): Promise<Got>
  /** As the address bar does: not followed. */
  open(address: string): Promise<Response>
}

function keep(cookies: Map<string, string>, response: Response): void {
  for (const line of response.headers.getSetCookie()) {
    const [pair = ''] = line.split(';')
    const at = pair.indexOf('=')
    const [name, value] = [pair.slice(0, at), pair.slice(at + 1)]
    if (value === '') cookies.delete(name)
    else cookies.set(name, value)
  }
}

export function browser(app: Hono, address = '198.51.100.7'): Browser {
  const cookies = new Map<string, string>()
  const headersOf = (more: Readonly<Record<string, string>> = {}): Record<string, string> => ({
    'X-Forwarded-For': address,
    ...(cookies.size > 0 && { Cookie: [...cookies].map((pair) => pair.join('=')).join('; ') }),
    ...more,
  })
  const ask: Browser['ask'] = async (path, { method = 'GET', body, headers } = {}) => {
    const init: RequestInit = { method, headers: headersOf(headers) }
    if (body !== undefined) init.body = JSON.stringify(body)
    const response = await app.request(`http://localhost/api${path}`, init)
    keep(cookies, response)
    const text = await response.text()
    return { status: response.status, text, json: text === '' ? undefined : JSON.parse(text) }
  }
  return {
    cookies,
    ask,
    post: (path, body = {}) => ask(path, { method: 'POST', body }),
    open: async (to) => {
      const response = await app.request(to, { headers: headersOf() })
      keep(cookies, response)
      return response
    },
  }
}

/** People of the demonstration who ask the product's HTTP API: for what a year asks hundreds of times. */

const PASSWORD = 'kaohe-demo'

/** What a request came to; the shape of `json` is known where it is asked for. */
export interface Got {
  readonly status: number
  readonly bytes: Uint8Array
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly json: any
}

type Method = 'GET' | 'POST' | 'PUT'
export type Ask = (method: Method, path: string, body?: object) => Promise<Got>

async function asked(
  address: string,
  {
    method,
    path,
    body,
    headers,
  }: { method: Method; path: string; body?: object | undefined; headers: Record<string, string> },
): Promise<Got> {
  const init: RequestInit = { method, headers }
  if (body !== undefined) init.body = JSON.stringify(body)
  const response = await fetch(new URL(`/api${path}`, address), init)
  const bytes = new Uint8Array(await response.arrayBuffer())
  const isJson = response.headers.get('Content-Type')?.includes('json') === true
  const json: unknown = isJson ? JSON.parse(new TextDecoder().decode(bytes)) : undefined
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(json)}`)
  return { status: response.status, bytes, json }
}

/** Someone with an account, signed in once. */
export async function as(address: string, login: string): Promise<Ask> {
  const response = await fetch(new URL('/api/session', address), {
    method: 'POST',
    body: JSON.stringify({ login, password: PASSWORD }),
  })
  if (!response.ok) throw new Error(`${login}: ${await response.text()}`)
  const Cookie = response.headers.get('Set-Cookie')!.split(';', 1)[0]!
  return (method, path, body) => asked(address, { method, path, body, headers: { Cookie } })
}

/** Someone who holds a private link. */
export const holding =
  (address: string, token: string): Ask =>
  (method, path, body) =>
    asked(address, { method, path, body, headers: { 'Kaohe-Link': token } })

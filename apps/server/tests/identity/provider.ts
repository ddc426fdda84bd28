/** A real OpenID provider on this machine, and a browser that signs in at it. */
import { generateKeyPairSync } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'
import type { ProviderSettings } from '../../src/rooms/identity/door.ts'

export const REDIRECT = 'https://kaohe.example/api/elsewhere/callback'

export interface RunningProvider {
  readonly settings: ProviderSettings
  stop(): Promise<void>
}

const listening = (server: Server): Promise<number> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })

/** Keys under the name of the provider's own, that it does not have. */
function otherKeys(): string {
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const key = { ...publicKey.export({ format: 'jwk' }), kid: 'keystore-CHANGE-ME', alg: 'RS256' }
  return JSON.stringify({ keys: [key] })
}

/** @param forged what it signs does not fit the keys that it shows */
export async function startProvider(forged = false): Promise<RunningProvider> {
  const server = createServer()
  const issuer = `http://127.0.0.1:${await listening(server)}`
  const [client, secret] = ['kaohe', 'a secret between the two of them']
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: client,
        client_secret: secret,
        redirect_uris: [REDIRECT],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    cookies: { keys: ['for tests'] },
    pkce: { required: () => true },
  })
  const [answer, keys] = [provider.callback(), otherKeys()]
  server.on('request', (request, response) => {
    if (forged && request.url === '/jwks')
      response.setHeader('Content-Type', 'application/json').end(keys)
    else answer(request, response)
  })
  return {
    settings: { issuer, client, secret, name: '统一身份', redirect: REDIRECT },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

const MOST_STEPS = 20

/** Goes to the provider's address, signs in there as somebody and agrees. @returns where it leads back to */
export async function signInThere(address: string, login: string): Promise<string> {
  const cookies = new Map<string, string>()
  const fetched = async (url: string, form?: Record<string, string>): Promise<Response> => {
    const Cookie = [...cookies].map((pair) => pair.join('=')).join('; ')
    const body = form && new URLSearchParams(form)
    const method = body === undefined ? 'GET' : 'POST'
    const init: RequestInit = { method, redirect: 'manual', headers: { Cookie } }
    const response = await fetch(url, body === undefined ? init : { ...init, body })
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = line.split(';', 1)[0]!.split('=', 2)
      cookies.set(name, value)
    }
    return response
  }
  let response = await fetched(address)
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    const location = response.headers.get('Location')
    if (location?.startsWith(REDIRECT)) return location
    if (location !== null) {
      response = await fetched(new URL(location, address).href)
      continue
    }
    const page = await response.text()
    const [, action] = /action="([^"]+)"/.exec(page) ?? []
    const [, prompt] = /name="prompt" value="(\w+)"/.exec(page) ?? []
    if (action === undefined || prompt === undefined) throw new Error(`no form in ${page}`)
    response = await fetched(new URL(action, address).href, { prompt, login, password: 'any' })
  }
  throw new Error('the provider leads in circles')
}

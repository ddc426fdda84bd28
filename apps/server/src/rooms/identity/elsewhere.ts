import {
  type Acting,
  acting,
  askAs,
  federatedKey,
  findPerson,
  personElsewhere,
} from '@kaohe/storage'
import type { Context, Hono } from 'hono'
import { deleteCookie, setCookie } from 'hono/cookie'
import * as oidc from 'openid-client'
import { notFound } from '../../http/problem.ts'
import { cookieOf, giveToken, prefixOf } from '../../http/token.ts'
import type { Services } from '../../services.ts'
import { begin } from './begin.ts'
import type { ProviderSettings } from './door.ts'
import { note } from './note.ts'

const START = '/api/elsewhere'
const CALLBACK = '/api/elsewhere/callback'
const COOKIE = 'kaohe_elsewhere'
const MINUTES_S = 600

const isLoopback = ({ hostname }: URL): boolean =>
  ['localhost', '127.0.0.1', '[::1]'].includes(hostname)

async function discover({ issuer, client, secret }: ProviderSettings): Promise<oidc.Configuration> {
  const url = new URL(issuer)
  // The signature of what the provider says of a person is looked at, though it comes from the provider itself.
  const execute = [oidc.enableNonRepudiationChecks]
  // Without TLS only on this machine, for trying out.
  if (isLoopback(url)) execute.push(oidc.allowInsecureRequests)
  return oidc.discovery(url, client, secret, undefined, { execute })
}

/** What is remembered of a way to the provider, sealed in a cookie of the browser that went. */
interface Way {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

// Lax, since the way back comes from another site; it holds nothing that signs in by itself.
function remember(c: Context, services: Services, way: Way): void {
  const { secrets } = services.door
  const value = secrets.seal(Buffer.from(JSON.stringify(way)), COOKIE).toString('base64url')
  const options = {
    httpOnly: true,
    sameSite: 'Lax',
    path: START,
    maxAge: MINUTES_S,
    ...prefixOf(services),
  } as const
  setCookie(c, COOKIE, value, options)
}

function recall(c: Context, services: Services): Way | undefined {
  const cookie = cookieOf(c, services, COOKIE)
  deleteCookie(c, COOKIE, { path: START, ...prefixOf(services) })
  const way = cookie && services.door.secrets.open(Buffer.from(cookie, 'base64url'), COOKIE)
  return way ? (JSON.parse(way.toString()) as Way) : undefined
}

async function start(
  services: Services,
  c: Context,
  config: oidc.Configuration,
): Promise<Response> {
  const verifier = oidc.randomPKCECodeVerifier()
  const way = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier }
  remember(c, services, way)
  const address = oidc.buildAuthorizationUrl(config, {
    redirect_uri: services.door.elsewhere!.redirect,
    scope: 'openid',
    state: way.state,
    nonce: way.nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  })
  return c.redirect(address.href)
}

// In the fragment, which no server and no log sees.
const back = (c: Context, what: Record<string, string>): Response =>
  c.redirect(`/sign-in#${new URLSearchParams(what).toString()}`)

async function linked(db: Acting, key: Buffer) {
  await askAs(db, { token: key.toString('hex') })
  const found = await personElsewhere(db, key)
  if (found === undefined) return undefined
  await askAs(db, { person: found.person })
  const person = await findPerson(db, found.person)
  return person?.ended_at === null ? found : undefined
}

async function enterAs(services: Services, c: Context, subject: string): Promise<Response> {
  const { issuer } = services.door.elsewhere!
  const key = federatedKey({ issuer, subject })
  const begun = await acting(services.db, {}, async (db) => {
    const found = await linked(db, key)
    if (found !== undefined) return begin(db, services, c, { ...found, how: 'elsewhere' })
    const object = `elsewhere/${key.toString('hex').slice(0, 16)}`
    await note(db, c, services.now(), { act: 'session.refuse', object })
    return undefined
  })
  if (begun === undefined) return back(c, { unlinked: subject })
  giveToken(c, services, begun.token)
  const { next } = begun.signedIn
  return next === 'done' ? c.redirect('/') : back(c, { next })
}

async function finish(
  services: Services,
  c: Context,
  config: oidc.Configuration,
): Promise<Response> {
  const way = recall(c, services)
  if (way === undefined) return back(c, { failed: 'way' })
  const came = new URL(services.door.elsewhere!.redirect)
  came.search = new URL(c.req.url).search
  const checks = {
    expectedState: way.state,
    expectedNonce: way.nonce,
    pkceCodeVerifier: way.verifier,
    idTokenExpected: true,
  }
  let subject: string | undefined
  try {
    subject = (await oidc.authorizationCodeGrant(config, came, checks)).claims()?.sub
  } catch (err) {
    services.log.warn({ err }, 'the provider of identities refused, or was not believed')
  }
  return subject === undefined ? back(c, { failed: 'provider' }) : enterAs(services, c, subject)
}

/** Signing in through another provider of identities, with the code flow, PKCE, state and nonce. */
export function elsewhereRoutes(app: Hono, services: Services): void {
  const settings = services.door.elsewhere
  let known: Promise<oidc.Configuration> | undefined
  const configuration = (): Promise<oidc.Configuration> => {
    if (settings === undefined) throw notFound()
    // Asked for when first needed, and again when that failed: the provider may start after us.
    known ??= discover(settings).catch((error: unknown) => {
      known = undefined
      throw error
    })
    return known
  }
  app.get(START, async (c) => start(services, c, await configuration()))
  app.get(CALLBACK, async (c) => finish(services, c, await configuration()))
}

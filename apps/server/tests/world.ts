/**
 * A small world for tests of the API: two trees of organisations with a person of every role in each
 * relation to the one in the middle, on a real PostgreSQL, without a listener.
 */
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { accountRoles, type Role } from '@kaohe/domain'
import {
  acting,
  askAs,
  claimInstallation,
  connect,
  type Connection,
  type Database,
  enrol,
  insertUnit,
} from '@kaohe/storage'
import type { Hono } from 'hono'
import { startTypesetter } from '@kaohe/typeset'
import pino from 'pino'
import { inject } from 'vitest'
import { type Copy, copyDatabase } from '../../../tools/testing/databases.ts'
import { compose } from '../src/compose.ts'
import { outsideWith } from '../src/outside/index.ts'
import { folderStore } from '../src/files/index.ts'
import { hashPassword } from '../src/rooms/identity/password.ts'
import { secretsWith } from '../src/keys/secrets.ts'
import type { Services } from '../src/services.ts'
import { spaceOn } from '../src/watch/index.ts'

/** Where a person stands, seen from the organisation in the middle. */
export type Place = 'own' | 'parent' | 'child' | 'sibling' | 'cousin' | 'other'

/** The tree: other is the top of another one. */
const TREE: Readonly<Record<Place | 'top' | 'aunt', Place | 'top' | 'aunt' | null>> = {
  top: null,
  parent: 'top',
  aunt: 'top',
  own: 'parent',
  sibling: 'parent',
  cousin: 'aunt',
  child: 'own',
  other: null,
}

export const places = [
  'own',
  'parent',
  'child',
  'sibling',
  'cousin',
  'other',
] as const satisfies Place[]

export const PASSWORD = 'correct horse'

export interface Sent {
  readonly method?: string
  readonly body?: object
  readonly headers?: Readonly<Record<string, string>>
}

export interface Got {
  readonly status: number
  readonly text: string
  // What comes back is looked at by tests, each of which knows its shape.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly json: any
}

export interface World {
  /** For tests that look at cookies themselves. */
  readonly app: Hono
  /** Of the owner of the database, for tests of what even he cannot hide. */
  readonly url: string
  readonly db: Database
  readonly services: Services
  readonly units: Readonly<Record<Place | 'top' | 'aunt', { id: string; path: string[] }>>
  /** The identifiers of the people, by login. */
  readonly people: ReadonlyMap<string, string>
  /** Asks as nobody, or with a cookie. */
  ask(path: string, sent?: Sent): Promise<Got>
  /** Someone signed in. */
  as(role: Role, place: Place): Promise<(path: string, sent?: Sent) => Promise<Got>>
  stop(): Promise<void>
}

export const loginOf = (role: Role, place: Place): string => `${place}-${role}`

interface Seeded {
  readonly units: World['units']
  /** By login. */
  readonly people: ReadonlyMap<string, string>
}

async function seed(db: Database): Promise<Seeded> {
  const hash = await hashPassword(PASSWORD)
  const people = new Map<string, string>()
  const units = {} as Record<Place | 'top' | 'aunt', { id: string; path: string[] }>
  await acting(db, {}, async (asSeeder) => {
    for (const [name, above] of Object.entries(TREE) as [Place, Place | null][]) {
      const path = above === null ? [] : units[above].path
      const id = randomUUID()
      await askAs(asSeeder, { org: path[0] ?? id, path: [path[0] ?? id] })
      units[name] = await insertUnit(
        asSeeder,
        path,
        { id, name: `${name} org`, kind: '团委' },
        '2020-01-01',
      )
    }
    for (const place of places)
      for (const role of accountRoles) {
        const { id: org, path } = units[place]
        const login = (): string => loginOf(role, place)
        const name = `${role}@${place}`
        const { person } = await enrol(asSeeder, {
          org,
          path,
          name,
          login,
          role,
          from: '2020-01-01',
          passwordHash: hash,
        })
        people.set(login(), person)
      }
    await claimInstallation(asSeeder, false)
  })
  return { units, people }
}

// The second factor of administrators has tests of its own; here it counts as shown.
async function completed(db: Database, person: string): Promise<void> {
  await acting(db, { person }, (asPerson) =>
    asPerson.updateTable('session').set({ factors: 2 }).where('person', '=', person).execute(),
  )
}

/** The application on a database with nobody in it. */
export interface Empty {
  readonly url: string
  readonly db: Database
  readonly services: Services
  readonly app: Hono
  stop(): Promise<void>
}

/** Where a world is, when it is not on a copy of its own that it reaches straight. */
export interface Ground {
  readonly database: Copy
  readonly connection: Connection
}

async function ownGround(): Promise<Ground> {
  const database = await copyDatabase(inject('migrated'))
  return { database, connection: { url: database.url, most: 5 } }
}

/** Brings up a database and the application. Stop it at the end. */
export async function startEmpty(
  now: () => Date = () => new Date(),
  door: Partial<Services['door']> = {},
  ground?: Ground,
): Promise<Empty> {
  const { database, connection } = ground ?? (await ownGround())
  const db = connect(connection)
  const filesDir = await mkdtemp(join(tmpdir(), 'kaohe-files-'))
  const services: Services = {
    db,
    log: pino({ level: 'error' }),
    now,
    space: spaceOn(filesDir, 0),
    files: folderStore(filesDir),
    typesetter: startTypesetter({ folder: null }),
    logKey: '',
    secure: false,
    messageDays: 400,
    outside: outsideWith({ mail: undefined, botOrigins: [] }),
    address: () => 'https://kaohe.example.cn/',
    door: {
      secrets: secretsWith(Buffer.alloc(32, 7)),
      localSetUp: true,
      proxies: 1,
      elsewhere: undefined,
      sessions: { hours: 12, idleMinutes: 120 },
      twoFactors: 'administrators',
      refusedPasswords: new Set(),
      ...door,
    },
  }
  return {
    url: database.url,
    db,
    services,
    app: compose(services),
    stop: async () => {
      await services.typesetter.close()
      await db.destroy()
      await rm(filesDir, { recursive: true, force: true })
      await database.drop()
    },
  }
}

/** Brings up a database, the application, and the people. Stop it at the end. */
export async function startWorld(
  now: () => Date = () => new Date(),
  door: Partial<Services['door']> = {},
  ground?: Ground,
): Promise<World> {
  const { url, db, services, app, stop } = await startEmpty(now, door, ground)
  const { units, people } = await seed(db)
  const ask = async (
    path: string,
    { method = 'GET', body, headers = {} }: Sent = {},
  ): Promise<Got> => {
    const init: RequestInit = { method, headers }
    if (body !== undefined) init.body = JSON.stringify(body)
    const response = await app.request(`/api${path}`, init)
    const text = await response.text()
    const cookie = response.headers.get('Set-Cookie')
    const isJson = response.headers.get('Content-Type')?.includes('json') === true
    const json = isJson && text !== '' ? (JSON.parse(text) as unknown) : undefined
    return { status: response.status, text, json, ...(cookie && { cookie }) }
  }
  const sessions = new Map<string, string>()
  return {
    url,
    db,
    services,
    app,
    units,
    people,
    ask,
    as: async (role, place) => {
      const login = loginOf(role, place)
      if (!sessions.has(login)) {
        const got = await ask('/session', { method: 'POST', body: { login, password: PASSWORD } })
        const { cookie = '', json } = got as Got & { cookie?: string }
        if (json.next !== 'done') await completed(db, people.get(login)!)
        sessions.set(login, cookie.split(';', 1)[0]!)
      }
      const Cookie = sessions.get(login)!
      return (path, sent = {}) => ask(path, { ...sent, headers: { Cookie, ...sent.headers } })
    },
    stop,
  }
}

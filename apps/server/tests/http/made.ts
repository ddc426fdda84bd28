/** An application with endpoints that the tests make up, on the world of the other tests. */
import type { Endpoint } from '@kaohe/contract'
import type { Role } from '@kaohe/domain'
import type { Hono } from 'hono'
import { Client } from 'pg'
import pino from 'pino'
import { z } from 'zod'
import type { Services } from '../../src/services.ts'
import type { Happened } from '../../src/http/call.ts'
import { closeApp, makeApp } from '../../src/http/app.ts'
import { identityRoutes } from '../../src/rooms/identity/routes.ts'
import { type Browser, browser } from '../identity/browser.ts'
import { loginOf, PASSWORD, type Place, type World } from '../world.ts'

export const HAPPENED: Happened = { object: 'made/1' }

/** A write or a look that belongs to an act of the policies. */
export const made = (path: string, more: Partial<Endpoint> = {}) => ({
  method: 'POST' as const,
  path,
  summary: '试一试',
  act: 'unit.change',
  answer: z.unknown(),
  ...more,
})

export class MadeApp {
  readonly app: Hono
  readonly world: World
  #address = 0

  constructor(world: World, routes: (app: Hono, services: Services) => void) {
    this.world = world
    // What goes wrong here is meant to.
    const services = { ...world.services, log: pino({ level: 'silent' }) }
    this.app = makeApp(services)
    identityRoutes(this.app, services)
    routes(this.app, services)
    closeApp(this.app)
  }

  /** Someone signed in, at an address of his own. */
  async signedIn(role: Role, place: Place): Promise<Browser> {
    this.#address += 1
    const who = browser(this.app, `198.51.100.${this.#address}`)
    const got = await who.post('/session', { login: loginOf(role, place), password: PASSWORD })
    if (got.json.next !== 'done') throw new Error(got.text)
    return who
  }

  /** Asks the database as its owner, whom no row is hidden from. */
  async rows<T extends object>(text: string, values: unknown[] = []): Promise<T[]> {
    const owner = new Client({ connectionString: this.world.url })
    await owner.connect()
    try {
      return (await owner.query<T>(text, values)).rows
    } finally {
      await owner.end()
    }
  }
}

import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { connect, isEmpty, type Keeper, migrate, openCluster, placeEntries } from '@kaohe/storage'
import pino from 'pino'
import { compose } from './compose.ts'
import { seedDemo } from './demo/seed.ts'
import { folderStore } from './files/index.ts'
import { logKeeper } from './keys/log-keeper.ts'
import type { Services } from './services.ts'
import type { Settings } from './settings.ts'

const PLACE_EVERY_MS = 1000

interface Opened {
  readonly url: string
  readonly applicationUrl: string
  stop(): Promise<void>
}

async function openDatabase({ databaseUrl, dataDir }: Settings): Promise<Opened> {
  if (databaseUrl === undefined) return openCluster(dataDir)
  return { url: databaseUrl, applicationUrl: databaseUrl, stop: async () => {} }
}

function listening(app: ReturnType<typeof compose>, settings: Settings): Promise<Server> {
  return new Promise((resolve, reject) => {
    const { port, host: hostname } = settings
    const server = serve({ fetch: app.fetch, port, hostname }, () => resolve(server as Server))
    server.once('error', reject)
  })
}

/** Keeps giving new entries of the log their place in its tree. */
function keepPlacing({ db, log, now }: Services, keeper: Keeper): () => Promise<void> {
  let last: Promise<unknown> = Promise.resolve()
  const timer = setInterval(() => {
    last = last
      .then(() => placeEntries(db, keeper, now().toISOString()))
      .catch((err: unknown) => log.warn({ err }, 'the log could not be placed'))
  }, PLACE_EVERY_MS)
  return async () => {
    clearInterval(timer)
    await last
  }
}

export interface Running {
  readonly address: string
  stop(): Promise<void>
}

/** Brings up database and server. Everything is stopped again in the opposite order. */
export async function run(settings: Settings): Promise<Running> {
  const log = pino({ level: process.env['LOG_LEVEL'] ?? 'warn' })
  const database = await openDatabase(settings)
  await migrate(database.url)
  const db = connect({ url: database.applicationUrl })
  const keeper = logKeeper(settings.dataDir)
  const { secure, demo } = settings
  const services: Services = {
    db,
    log,
    now: () => new Date(),
    files: folderStore(settings.dataDir),
    logKey: keeper.verifierKey,
    secure,
    demo,
  }
  if (demo && (await isEmpty(db))) await seedDemo(services)
  const server = await listening(compose(services), settings)
  const stopPlacing = keepPlacing(services, keeper)
  const { port } = server.address() as AddressInfo
  return {
    address: `http://${settings.host}:${port}/`,
    stop: async () => {
      await new Promise((resolve) => server.close(resolve))
      await stopPlacing()
      await db.destroy()
      await database.stop()
    },
  }
}

import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import {
  allowSetUp,
  connect,
  type Database,
  isEmpty,
  type Keeper,
  migrate,
  openCluster,
  placeEntries,
} from '@kaohe/storage'
import { startTypesetter } from '@kaohe/typeset'
import pino from 'pino'
import { compose } from './compose.ts'
import { seedDemo } from './demo/seed.ts'
import { clearLeftUploads, folderStore } from './files/index.ts'
import { jobKinds, keepWorking } from './jobs/index.ts'
import { hashOf, newToken } from './http/token.ts'
import { tryListening, untilListening } from './listening.ts'
import { outsideWith } from './outside/index.ts'
import { logKeeper } from './keys/log-keeper.ts'
import { secretsIn } from './keys/secrets.ts'
import type { Services } from './services.ts'
import type { Settings } from './settings.ts'
import { logOptions, makeDrain, spaceOn, tellFonts, watchedDatabase } from './watch/index.ts'

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
  const { port, host: hostname } = settings
  return untilListening(serve({ fetch: app.fetch, port, hostname }) as Server, settings)
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

const CLEAR_EVERY_MS = 3_600_000

/** Clears away, now and every hour, what was left of uploads that were broken off. */
function keepClearing(services: Services): () => Promise<void> {
  const { log } = services
  const clear = async (): Promise<void> => {
    await clearLeftUploads(services).catch((err: unknown) =>
      log.warn({ err }, 'left uploads could not be cleared away'),
    )
  }
  let last = clear()
  const timer = setInterval(() => {
    last = last.then(clear)
  }, CLEAR_EVERY_MS)
  return async () => {
    clearInterval(timer)
    await last
  }
}

export interface Running {
  readonly address: string
  /** Where an empty installation is set up, with the code for it where one is needed. */
  readonly setUp: string | undefined
  stop(): Promise<void>
}

/** @returns what stands behind the address of the set-up page, where the installation is empty */
async function letSetUp(db: Database, { localSetUp }: Settings): Promise<string | undefined> {
  if (!(await isEmpty(db))) return undefined
  if (localSetUp) return 'set-up'
  const code = newToken()
  await allowSetUp(db, hashOf(code))
  return `set-up#${code}`
}

/** Brings up database and server. Everything is stopped again in the opposite order. */
export async function run(settings: Settings): Promise<Running> {
  const { watch } = settings
  const log = pino(logOptions(watch.level))
  await tryListening(settings)
  const database = await openDatabase(settings)
  await migrate(database.url)
  const space = spaceOn(settings.dataDir, settings.leastFreeMb)
  const { db, metrics } = watchedDatabase(connect, database.applicationUrl, { watch, log, space })
  const drain = makeDrain()
  tellFonts(log, settings.fonts)
  const keeper = logKeeper(settings.dataDir)
  const { secure, demo, localSetUp, proxies, elsewhere, sessions } = settings
  // Known when it listens; messages are sent after that.
  const reached = { address: settings.publicUrl ?? '' }
  const services: Services = {
    db,
    watch: { metrics, ...drain, metricsToken: watch.metricsToken },
    log,
    now: () => new Date(),
    space,
    files: folderStore(settings.dataDir),
    typesetter: startTypesetter({ folder: settings.fonts }),
    logKey: keeper.verifierKey,
    secure,
    outside: outsideWith(settings.outside),
    address: () => reached.address,
    messageDays: settings.messageDays,
    door: {
      secrets: secretsIn(settings.dataDir),
      localSetUp,
      proxies,
      elsewhere,
      sessions,
      twoFactors: settings.twoFactors,
      refusedPasswords: settings.refusedPasswords,
    },
  }
  if (demo && (await isEmpty(db))) await seedDemo(services)
  const setUp = await letSetUp(db, settings)
  const server = await listening(compose(services), settings)
  const { port } = server.address() as AddressInfo
  const address = settings.publicUrl ?? `http://${settings.host}:${port}/`
  reached.address = address
  const stopPlacing = keepPlacing(services, keeper)
  const stopWorking = keepWorking(services, jobKinds)
  const stopClearing = keepClearing(services)
  return {
    address,
    setUp: setUp && address + setUp,
    stop: async () => {
      await drain.stop(server, watch.drainMs)
      await stopClearing()
      await stopWorking()
      await services.typesetter.close()
      await stopPlacing()
      await db.destroy()
      await database.stop()
    },
  }
}

/**
 * The embedded database: a real PostgreSQL below the data folder, without a port, reached through a Unix
 * socket that only its account opens. It may outlive us (kill -9); the next start attaches to it. It may
 * also be killed under us: then it is started again, and the pool finds its way back.
 */
import type { Client } from 'pg'
import { runnableBinaries } from './binaries.ts'
import { AlreadyOwned, NotDurable, own, pause } from './owner.ts'
import { type Place, placeOf, urlOf } from './place.ts'
import { initialise, isRunning, startServer, stopServer } from './programs.ts'

const DATABASE = 'kaohe'
// What a killed server left (its last processes, its shared memory) is gone within moments; reading back its
// journal may take longer, and says so.
const PATIENCE_MS = 10_000
const RECOVERY_MS = 120_000
const PAUSE_MS = 100
const STARTING_UP = '57P03'

/** A running cluster. `url` is its owner's, who may do all; the application connects as `applicationUrl`. */
export interface Cluster {
  readonly url: string
  readonly applicationUrl: string
  /** True when it was found running. */
  readonly attached: boolean
  /** Stops the server and gives up ownership. Nothing of it runs afterwards. */
  stop(): Promise<void>
}

async function makeDatabase(owner: Client): Promise<void> {
  const { rowCount } = await owner.query('SELECT FROM pg_database WHERE datname = $1', [DATABASE])
  if (rowCount === 0) await owner.query(`CREATE DATABASE ${DATABASE}`)
}

const isRecovering = (error: unknown): boolean => (error as { code?: string }).code === STARTING_UP

/** Starts the server unless it runs, and takes ownership; tries again while it is still coming down or up. */
async function bringUp(
  bin: string,
  place: Place,
  isWanted: () => boolean = () => true,
): Promise<{ readonly owner: Client; readonly attached: boolean }> {
  const begun = Date.now()
  let attached = true
  for (;;) {
    try {
      if (!(await isRunning(bin, place))) {
        await startServer(bin, place)
        attached = false
      }
      return { owner: await own(place), attached }
    } catch (error) {
      if (error instanceof AlreadyOwned) throw error
      const patience = isRecovering(error) ? RECOVERY_MS : PATIENCE_MS
      const isFinal = error instanceof NotDurable || !isWanted() || Date.now() - begun > patience
      // What we started and cannot use is not left running.
      if (isFinal && !attached) await stopServer(bin, place)
      if (isFinal) throw error
      await pause(PAUSE_MS)
    }
  }
}

/** Holds a cluster: when its server goes away unasked, it is brought up again. */
class Holder {
  private readonly bin: string
  private readonly place: Place
  private owner: Client
  private stopping = false
  private mending: Promise<void> = Promise.resolve()

  constructor(bin: string, place: Place, owner: Client) {
    this.bin = bin
    this.place = place
    this.owner = owner
    this.watch()
  }

  private watch(): void {
    this.owner.once('end', () => {
      if (!this.stopping) this.mending = this.mend()
    })
  }

  // Never given up: what is in the way (a full disk, a busy machine) may go away by itself.
  private async mend(): Promise<void> {
    while (!this.stopping) {
      try {
        const { owner } = await bringUp(this.bin, this.place, () => !this.stopping)
        this.owner = owner
        this.watch()
        return
      } catch (error) {
        if (!this.stopping) console.error('数据库停止了，还没有能够重新启动：', error)
        await pause(PAUSE_MS)
      }
    }
  }

  async stop(): Promise<void> {
    this.stopping = true
    await this.mending
    await this.owner.end().catch(() => {})
    await stopServer(this.bin, this.place)
  }
}

/** The owner's address of the database below `home` while someone runs it, to look at it beside him. */
export async function runningUrl(home: string): Promise<string | undefined> {
  const place = placeOf(home)
  const bin = await runnableBinaries(home, place.account)
  return (await isRunning(bin, place)) ? urlOf(place, 'postgres', DATABASE) : undefined
}

/**
 * Starts the database below `home`, or attaches to the one left running there, and keeps it up.
 * @param home a folder, made when it is missing
 * @throws AlreadyOwned when another process of ours holds it; Error when PostgreSQL does not start
 */
export async function openCluster(home: string): Promise<Cluster> {
  const place = placeOf(home)
  const bin = await runnableBinaries(home, place.account)
  await initialise(bin, place)
  const { owner, attached } = await bringUp(bin, place)
  await makeDatabase(owner)
  const holder = new Holder(bin, place, owner)
  return {
    url: urlOf(place, 'postgres', DATABASE),
    applicationUrl: urlOf(place, 'kaohe_app', DATABASE),
    attached,
    stop: () => holder.stop(),
  }
}

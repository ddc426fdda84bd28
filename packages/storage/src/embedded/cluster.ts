/**
 * The embedded database: a real PostgreSQL below the data folder, without a port, reached through a Unix
 * socket that only its account opens. It may outlive us (kill -9); the next start attaches to it.
 */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, chownSync, existsSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Client } from 'pg'
import { type Account, serverAccount } from './account.ts'
import { runnableBinaries } from './binaries.ts'

const run = promisify(execFile)

// A path of a Unix socket has at most 107 bytes, and PostgreSQL adds its own name to the folder.
const LONGEST_SOCKET_FOLDER = 85
// One of our own, so that two owners of one cluster cannot be told apart from other users of advisory locks.
const OWNER_LOCK = 7_240_001
const DATABASE = 'kaohe'

/** A running cluster. `url` is its owner's, who may do all; the application connects as `applicationUrl`. */
export interface Cluster {
  readonly url: string
  readonly applicationUrl: string
  /** True when it was found running. */
  readonly attached: boolean
  /** Stops the server and gives up ownership. */
  stop(): Promise<void>
}

/** Someone else already runs this data folder. */
export class AlreadyOwned extends Error {
  constructor(home: string) {
    super(`数据目录 ${home} 正由另一个 kaohe 使用；请先停止它，或另设 KAOHE_DATA_DIR`)
  }
}

interface Place {
  readonly home: string
  readonly data: string
  readonly socket: string
  readonly log: string
  readonly account: Account | undefined
}

function ownedFolder(path: string, account: Account | undefined): string {
  mkdirSync(path, { recursive: true })
  chmodSync(path, 0o700)
  if (account !== undefined) chownSync(path, account.uid, account.gid)
  return path
}

function socketFolder(home: string): string {
  const near = join(home, 'run')
  if (Buffer.byteLength(near) <= LONGEST_SOCKET_FOLDER) return near
  const digest = createHash('sha256').update(home).digest('hex').slice(0, 16)
  return join(tmpdir(), `kaohe-${digest}`)
}

function placeOf(home: string): Place {
  const account = serverAccount()
  ownedFolder(home, account)
  const socket = ownedFolder(socketFolder(home), account)
  return { home, data: join(home, 'data'), socket, log: join(home, 'postgres.log'), account }
}

function urlOf(place: Place, user: string, database: string): string {
  return `postgres://${user}@localhost/${database}?host=${encodeURIComponent(place.socket)}`
}

async function initialise(bin: string, place: Place): Promise<void> {
  if (existsSync(join(place.data, 'PG_VERSION'))) return
  const args = ['-D', place.data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C']
  await run(join(bin, 'initdb'), args, { ...place.account, cwd: place.home })
}

async function isRunning(bin: string, place: Place): Promise<boolean> {
  const args = ['-D', place.data, 'status']
  return run(join(bin, 'pg_ctl'), args, { ...place.account, cwd: place.home }).then(
    () => true,
    () => false,
  )
}

async function startServer(bin: string, place: Place): Promise<void> {
  const settings = `-k '${place.socket}' -c listen_addresses= -c max_connections=100`
  const args = ['-D', place.data, '-l', place.log, '-w', '-s', '-o', settings, 'start']
  await run(join(bin, 'pg_ctl'), args, { ...place.account, cwd: place.home })
}

async function stopServer(bin: string, place: Place): Promise<void> {
  const args = ['-D', place.data, '-m', 'fast', '-w', '-s', 'stop']
  await run(join(bin, 'pg_ctl'), args, { ...place.account, cwd: place.home })
}

/** The session lasts as long as we live, and its lock with it: that is how a second owner is noticed. */
async function own(place: Place): Promise<Client> {
  const client = new Client({ connectionString: urlOf(place, 'postgres', 'postgres') })
  await client.connect()
  const { rows } = await client.query<{ owned: boolean }>(
    'SELECT pg_try_advisory_lock($1) AS owned',
    [OWNER_LOCK],
  )
  if (rows[0]?.owned === true) return client
  await client.end()
  throw new AlreadyOwned(place.home)
}

async function makeDatabase(owner: Client): Promise<void> {
  const { rowCount } = await owner.query('SELECT FROM pg_database WHERE datname = $1', [DATABASE])
  if (rowCount === 0) await owner.query(`CREATE DATABASE ${DATABASE}`)
}

/**
 * Starts the database below `home`, or attaches to the one left running there.
 * @param home a folder, made when it is missing
 * @throws AlreadyOwned when another process of ours holds it; Error when PostgreSQL does not start
 */
export async function openCluster(home: string): Promise<Cluster> {
  const place = placeOf(home)
  const bin = await runnableBinaries(home, place.account)
  await initialise(bin, place)
  const attached = await isRunning(bin, place)
  if (!attached) await startServer(bin, place)
  const owner = await own(place)
  // The server going away (kill -9 of the database) must not take us with it: the pool reconnects.
  owner.on('error', () => {})
  await makeDatabase(owner)
  return {
    url: urlOf(place, 'postgres', DATABASE),
    applicationUrl: urlOf(place, 'kaohe_app', DATABASE),
    attached,
    stop: async () => {
      await owner.end().catch(() => {})
      await stopServer(bin, place)
    },
  }
}

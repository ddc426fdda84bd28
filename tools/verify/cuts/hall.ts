/** Where it is tried: the application of the tests on a real PostgreSQL, with a harmful way between them. */
import { migrate } from '@kaohe/storage'
import { Client } from 'pg'
import { startWorld, type World } from '../../../apps/server/tests/world.ts'
import { copyDatabase } from '../../testing/databases.ts'
import { startPostgres } from '../../testing/postgres.ts'
import { State } from './state.ts'
import { harmfulWay, type Way } from './way.ts'

/** The application gives a connection up when it was silent so long. */
const SILENT_MS = 1000
const CONNECTIONS = 3

export interface Hall {
  readonly world: World
  readonly way: Way
  readonly state: State
  stop(): Promise<void>
}

/** The same database by way of a port. */
function by(url: string, port: number): string {
  const other = new URL(url)
  other.searchParams.delete('host')
  other.host = `127.0.0.1:${port}`
  return other.href
}

export async function openHall(): Promise<Hall> {
  const postgres = await startPostgres()
  await migrate(postgres.url)
  const database = await copyDatabase(postgres.url)
  const way = await harmfulWay(`${new URL(postgres.url).searchParams.get('host')!}/.s.PGSQL.5432`)
  const connection = { url: by(database.url, way.port), most: CONNECTIONS, silentMs: SILENT_MS }
  const world = await startWorld(undefined, undefined, { database, connection })
  world.services.log.level = 'silent'
  const client = new Client({ connectionString: database.url })
  await client.connect()
  return {
    world,
    way,
    state: new State(client),
    stop: async () => {
      await client.end()
      await world.stop()
      way.stop()
      await postgres.stop()
    },
  }
}

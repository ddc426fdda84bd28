import { Client } from 'pg'
import { type Place, urlOf } from './place.ts'
import { DURABLE } from './programs.ts'

// One of our own, so that two owners of one cluster cannot be told apart from other users of advisory locks.
const OWNER_LOCK = 7_240_001
const PATIENCE_MS = 2000
const PAUSE_MS = 100

/** Someone else already runs this data folder. */
export class AlreadyOwned extends Error {
  constructor(home: string) {
    super(`数据目录 ${home} 正由另一个 kaohe 使用；请先停止它，或另设 KAOHE_DATA_DIR`)
  }
}

/** Someone turned off what makes an acknowledged write outlive the machine's power. */
export class NotDurable extends Error {
  constructor(setting: string) {
    super(`数据库的 ${setting} 被关闭，断电会丢失已保存的内容；请在配置中改为 on 后再启动`)
  }
}

export const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms)
  })

// An owner that was killed a moment ago still has its session until PostgreSQL notices.
async function lock(client: Client): Promise<boolean> {
  const until = Date.now() + PATIENCE_MS
  for (;;) {
    const { rows } = await client.query<{ owned: boolean }>(
      'SELECT pg_try_advisory_lock($1) AS owned',
      [OWNER_LOCK],
    )
    if (rows[0]?.owned === true) return true
    if (Date.now() >= until) return false
    await pause(PAUSE_MS)
  }
}

async function checkDurable(client: Client): Promise<void> {
  for (const name of DURABLE) {
    const { rows } = await client.query<Record<string, string>>(`SHOW ${name}`)
    if (rows[0]?.[name] !== 'on') throw new NotDurable(name)
  }
}

/**
 * Takes ownership of a running cluster: a session that lasts as long as we live, and its lock with it.
 * That is how a second owner is noticed.
 * @throws AlreadyOwned, NotDurable
 */
export async function own(place: Place): Promise<Client> {
  const client = new Client({ connectionString: urlOf(place, 'postgres', 'postgres') })
  // The server going away must not take us with it; who supervises listens for the end.
  client.on('error', () => {})
  await client.connect()
  try {
    if (!(await lock(client))) throw new AlreadyOwned(place.home)
    await checkDurable(client)
    return client
  } catch (error) {
    await client.end().catch(() => {})
    throw error
  }
}

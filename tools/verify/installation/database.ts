import { join } from 'node:path'
import { Client } from 'pg'

/** Asks the database of an installation as its owner, of one moment: what stands in it does not move meanwhile. */
export async function asOwner<T>(
  dataDir: string,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const socket = encodeURIComponent(join(dataDir, 'run'))
  const client = new Client({
    connectionString: `postgres://postgres@localhost/kaohe?host=${socket}`,
  })
  await client.connect()
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    return await work(client)
  } finally {
    await client.end()
  }
}

/** The whole product for a walk: pages built, database of its own, demonstration loaded, a free port. */
import { buildPages, readSettings, run, type Running } from '@kaohe/server'
import { startPostgres } from '../tools/testing/postgres.ts'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Product {
  readonly address: string
  stop(): Promise<void>
}

export async function startProduct(): Promise<Product> {
  await buildPages()
  const postgres = await startPostgres()
  const settings = readSettings(
    {
      PORT: '0',
      KAOHE_DATABASE_URL: postgres.url,
      KAOHE_DATA_DIR: mkdtempSync(join(tmpdir(), 'kaohe-e2e-')),
    },
    ['--demo'],
  )
  const running: Running = await run(settings)
  return {
    address: running.address,
    stop: async () => {
      await running.stop()
      await postgres.stop()
    },
  }
}

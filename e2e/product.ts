/** The whole product for a walk: a database of its own, a free port; the demonstration loaded, or empty. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readSettings, run, type Running } from '@kaohe/server'
import { inject } from 'vitest'
import { copyDatabase, type Copy } from '../tools/testing/databases.ts'
import { startPostgres } from '../tools/testing/postgres.ts'

export interface Product {
  readonly address: string
  /** Of the owner of the database, for walks that let time pass. */
  readonly url: string
  /** Where an empty installation is set up. */
  readonly setUp: string | undefined
  stop(): Promise<void>
}

async function emptyDatabase(): Promise<Copy> {
  const { url, stop } = await startPostgres()
  return { url, drop: stop }
}

async function demonstration(folder: string): Promise<Copy> {
  const prepared = inject('demonstrated')
  cpSync(prepared.folder, folder, { recursive: true })
  return copyDatabase(prepared.url)
}

/** Starts it on a copy of the demonstration (see demonstrated.ts), or with nothing in it. */
export async function startProduct(demo = true): Promise<Product> {
  const folder = mkdtempSync(join(tmpdir(), 'kaohe-e2e-'))
  const database = demo ? await demonstration(folder) : await emptyDatabase()
  const asked = { PORT: '0', KAOHE_DATABASE_URL: database.url, KAOHE_DATA_DIR: folder }
  const running: Running = await run(readSettings(asked, []))
  return {
    address: running.address,
    url: database.url,
    setUp: running.setUp,
    stop: async () => {
      await running.stop()
      await database.drop()
      rmSync(folder, { recursive: true })
    },
  }
}

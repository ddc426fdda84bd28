/** Before the walks: the pages built, and one PostgreSQL with a database that holds the demonstration, for copies. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildPages, readSettings, run } from '@kaohe/server'
import type { TestProject } from 'vitest/node'
import { startPostgres } from '../tools/testing/postgres.ts'

/** What one walk begins with: a database to copy, and its folder of files and keys. */
export interface Prepared {
  readonly url: string
  readonly folder: string
}

declare module 'vitest' {
  export interface ProvidedContext {
    demonstrated: Prepared
  }
}

export default async function prepare(project: TestProject): Promise<() => Promise<void>> {
  await buildPages()
  const postgres = await startPostgres()
  const folder = mkdtempSync(join(tmpdir(), 'kaohe-e2e-'))
  const asked = { PORT: '0', KAOHE_DATABASE_URL: postgres.url, KAOHE_DATA_DIR: folder }
  const product = await run(readSettings(asked, ['--demo']))
  await product.stop()
  project.provide('demonstrated', { url: postgres.url, folder })
  return async () => {
    await postgres.stop()
    rmSync(folder, { recursive: true })
  }
}

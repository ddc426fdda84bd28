/** Before the tests of the server: one PostgreSQL, and in it a database with our schema, for copies. */
import { migrate } from '@kaohe/storage'
import type { TestProject } from 'vitest/node'
import { startPostgres } from './postgres.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The address of a database that is migrated and empty; nobody connects to it but to copy it. */
    migrated: string
  }
}

export default async function prepare(project: TestProject): Promise<() => Promise<void>> {
  const postgres = await startPostgres()
  await migrate(postgres.url)
  project.provide('migrated', postgres.url)
  return () => postgres.stop()
}

/** PostgreSQL's own programs, run on a place. */
import { execFile } from 'node:child_process'
import { existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Place } from './place.ts'

const run = promisify(execFile)

/** What makes an acknowledged write outlive the machine's power. On by default; said, so that no file turns it off. */
export const DURABLE = ['fsync', 'synchronous_commit', 'full_page_writes'] as const

/**
 * Makes the cluster where there is none. It is made beside its place and moved there when it is whole, so
 * that breaking off leaves nothing that looks like a cluster.
 */
export async function initialise(bin: string, place: Place): Promise<void> {
  if (existsSync(join(place.data, 'PG_VERSION'))) return
  const fresh = `${place.data}.${process.pid}.new`
  rmSync(fresh, { recursive: true, force: true })
  const args = ['-D', fresh, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C']
  await run(join(bin, 'initdb'), args, { ...place.account, cwd: place.home })
  try {
    renameSync(fresh, place.data)
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true })
    // Another of us was faster; which of the two may use it is decided by its lock.
    if (!existsSync(join(place.data, 'PG_VERSION'))) throw error
  }
}

function control(bin: string, place: Place, args: readonly string[]): Promise<unknown> {
  return run(join(bin, 'pg_ctl'), ['-D', place.data, ...args], {
    ...place.account,
    cwd: place.home,
  })
}

export async function isRunning(bin: string, place: Place): Promise<boolean> {
  return control(bin, place, ['status']).then(
    () => true,
    () => false,
  )
}

/** Starts the server and waits until it takes connections. */
export async function startServer(bin: string, place: Place): Promise<void> {
  const durable = DURABLE.map((name) => `-c ${name}=on`).join(' ')
  const settings = `-k '${place.socket}' -c listen_addresses= -c max_connections=100 ${durable}`
  await control(bin, place, ['-l', place.log, '-w', '-s', '-o', settings, 'start'])
}

/** Stops the server, if it runs, when its transactions were rolled back or committed. */
export async function stopServer(bin: string, place: Place): Promise<void> {
  try {
    await control(bin, place, ['-m', 'fast', '-w', '-s', 'stop'])
  } catch (error) {
    if (await isRunning(bin, place)) throw error
  }
}

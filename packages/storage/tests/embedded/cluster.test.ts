import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openCluster, connect, migrate } from '@kaohe/storage'
import { sql } from 'kysely'
import { Client } from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const HOLD = fileURLToPath(new URL('hold.ts', import.meta.url))
let home = ''
const children: ChildProcess[] = []

/** Another process of ours on the same folder, and the first thing it says. */
async function hold(): Promise<{ readonly child: ChildProcess; readonly said: string }> {
  const child = spawn(process.execPath, [HOLD, home], { stdio: ['ignore', 'pipe', 'inherit'] })
  children.push(child)
  const said = await new Promise<string>((resolve) => {
    child.stdout.once('data', (data: Buffer) => resolve(data.toString().trim()))
  })
  return { child, said }
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => child.once('exit', () => resolve()))
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL')
  await ended(child)
}

const postmaster = (): number =>
  Number(readFileSync(join(home, 'data/postmaster.pid'), 'utf8').split('\n')[0])

// A process that ended and that nobody has asked after yet is a zombie: it does not run.
function isAlive(pid: number): boolean {
  const path = `/proc/${pid}/stat`
  return existsSync(path) && !readFileSync(path, 'utf8').includes(') Z ')
}

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'kaohe-cluster-'))
})
afterEach(async () => {
  for (const child of children.splice(0)) await kill(child)
  // Whatever a test left running is stopped by attaching to it.
  if (existsSync(join(home, 'data/postmaster.pid'))) await (await openCluster(home)).stop()
  rmSync(home, { recursive: true, force: true })
})

describe('the embedded database', { timeout: 60_000 }, () => {
  it('is attached to when its owner was killed, with all that was committed', async () => {
    const { child, said } = await hold()
    expect(said).toBe('started')
    const pid = postmaster()
    const socket = encodeURIComponent(join(home, 'run'))
    const client = new Client({
      connectionString: `postgres://postgres@localhost/kaohe?host=${socket}`,
    })
    await client.connect()
    await client.query('CREATE TABLE kept AS SELECT 7 AS seven')
    await client.end()
    await kill(child)
    const again = await openCluster(home)
    expect([again.attached, postmaster()]).toEqual([true, pid])
    const reader = new Client({ connectionString: again.url })
    await reader.connect()
    expect((await reader.query('SELECT seven FROM kept')).rows).toEqual([{ seven: 7 }])
    await reader.end()
    await again.stop()
    expect(isAlive(pid)).toBe(false)
    expect(existsSync(join(home, 'data/postmaster.pid'))).toBe(false)
  })

  it('refuses a second owner, in words that say what to do, and leaves the first alone', async () => {
    const { said: first } = await hold()
    const { child, said } = await hold()
    expect(first).toBe('started')
    expect(said).toBe(`数据目录 ${home} 正由另一个 kaohe 使用；请先停止它，或另设 KAOHE_DATA_DIR`)
    await ended(child)
    expect(child.exitCode).toBe(3)
    expect(isAlive(postmaster())).toBe(true)
  })

  it('comes up again when it is killed, and a pool finds its way back', async () => {
    const cluster = await openCluster(home)
    await migrate(cluster.url)
    const db = connect({ url: cluster.applicationUrl, most: 3 })
    const asked = () => sql<{ one: number }>`SELECT 1 AS one`.execute(db)
    const one = () =>
      asked().then(
        ({ rows }) => rows[0]?.one,
        () => undefined,
      )
    expect(await one()).toBe(1)
    for (const round of [1, 2]) {
      const pid = postmaster()
      process.kill(pid, 'SIGKILL')
      // The last processes of the killed server may still answer for a moment.
      const isBack = async (): Promise<boolean> => {
        const answer = await one()
        return answer === 1 && existsSync(join(home, 'data/postmaster.pid')) && postmaster() !== pid
      }
      await expect.poll(isBack, { timeout: 20_000, interval: 50 }).toBe(true)
      expect([round, await one()]).toEqual([round, 1])
    }
    const other = await hold()
    expect(other.said).toContain('正由另一个 kaohe 使用')
    const pid = postmaster()
    await db.destroy()
    await cluster.stop()
    expect(isAlive(pid)).toBe(false)
  })

  it('starts on what a killed server left behind', async () => {
    const { child } = await hold()
    const pid = postmaster()
    await kill(child)
    process.kill(pid, 'SIGKILL')
    const again = await openCluster(home)
    expect(again.attached).toBe(false)
    await again.stop()
  })

  it('writes through to the disk, and refuses to run when that was turned off', async () => {
    const cluster = await openCluster(home)
    const client = new Client({ connectionString: cluster.url })
    await client.connect()
    for (const name of ['fsync', 'synchronous_commit', 'full_page_writes'])
      expect((await client.query(`SHOW ${name}`)).rows).toEqual([{ [name]: 'on' }])
    await client.query('ALTER ROLE postgres SET synchronous_commit = off')
    await client.end()
    await cluster.stop()
    await expect(openCluster(home)).rejects.toThrow(/synchronous_commit 被关闭/)
  })

  it('stops though the server is dead already', async () => {
    const cluster = await openCluster(home)
    const pid = postmaster()
    process.kill(pid, 'SIGKILL')
    await cluster.stop()
    expect(isAlive(pid)).toBe(false)
  })
})

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { acting, claimJob, enterJob, finishJob, keepJob, tidyJobs } from '@kaohe/storage'
import { Client } from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { conflict } from '../../src/http/problem.ts'
import { hashOf } from '../../src/http/token.ts'
import { askFor } from '../../src/jobs/ask.ts'
import { type AnyKind, jobKind } from '../../src/jobs/kind.ts'
import { type Lease, workOnce } from '../../src/jobs/work.ts'
import { TryLater } from '../../src/outside/index.ts'
import { startWorld, type World } from '../world.ts'
import { askAsPerson, type Asking } from './asking.ts'

let world: World
let owner: Client
let clerk: Asking
const QUICK: Lease = { seconds: 60, renewMs: 20 }

beforeAll(async () => {
  world = await startWorld()
  owner = new Client({ connectionString: world.url })
  await owner.connect()
  clerk = await askAsPerson(world, 'organiser', 'own')
})
afterAll(async () => {
  await owner.end()
  await world.stop()
})
beforeEach(() => owner.query('DELETE FROM job'))

const Note = z.object({ name: z.string() })

/** Work that adds a department, after so many steps. */
function adding(middle: (at: number) => Promise<void> = async () => {}, steps = 3): AnyKind {
  return jobKind({
    kind: 'test.add',
    input: Note,
    run: async ({ input, tell }) => {
      for (let at = 0; at < steps; at += 1) {
        await tell(at, steps, `第 ${at} 步`)
        await middle(at)
      }
      return async ({ db, actor }) => {
        await db.insertInto('department').values({ org: actor.org, name: input.name }).execute()
        return { said: `加了 ${input.name}` }
      }
    },
  })
}

async function ask(name: string, kind = 'test.add'): Promise<string> {
  return clerk.act((call) => askFor(call, { kind, title: '试一试', input: { name } }))
}

async function stateOf(job: string) {
  const { rows } = await owner.query<{ state: string; attempts: number; problem: string | null }>(
    'SELECT state, attempts, problem FROM job WHERE id = $1',
    [job],
  )
  return rows[0]
}

async function departments(name: string): Promise<number> {
  const { rows } = await owner.query('SELECT 1 FROM department WHERE name = $1', [name])
  return rows.length
}

/** Takes one piece of the work of these tests; the way out of messages is another test's. */
async function workOne(...[services, kinds, leaving, lease]: Parameters<typeof workOnce>) {
  await owner.query("DELETE FROM job WHERE kind = 'announce'")
  return workOnce(services, kinds, leaving, lease)
}

const expire = () => owner.query("UPDATE job SET lease_until = now() - interval '1 second'")

describe('work in the background', () => {
  it('is done as the one who asked, once, and he is told', async () => {
    const job = await ask('once')
    expect(await workOne(world.services, [adding()])).toBe(true)
    expect(await workOne(world.services, [adding()])).toBe(false)
    expect(await stateOf(job)).toMatchObject({ state: 'done', attempts: 1 })
    expect(await departments('once')).toBe(1)
    const { json } = await clerk.ask(`/jobs/${job}`)
    expect(json).toMatchObject({ state: 'done', said: '加了 once', done: 3, total: 3 })
    const told = await owner.query(
      'SELECT title FROM message WHERE person = $1 ORDER BY at DESC LIMIT 1',
      [clerk.person],
    )
    expect(told.rows).toEqual([{ title: '试一试：加了 once' }])
  })

  it('is shared among many workers, each piece done by one', async () => {
    const names = Array.from({ length: 24 }, (_, i) => `many ${i}`)
    for (const name of names) await ask(name)
    const lane = async (): Promise<number> => {
      let count = 0
      const kind = adding(async () => {
        count += 1
      }, 1)
      while (await workOnce(world.services, [kind]));
      return count
    }
    const counts = await Promise.all([lane(), lane(), lane()])
    expect(counts.reduce((a, b) => a + b)).toBe(24)
    expect(Math.min(...counts)).toBeGreaterThan(0)
    for (const name of names) expect(await departments(name)).toBe(1)
  })

  it('is not taken while its lease runs, and is when a process died over it', async () => {
    const job = await ask('died')
    const dead = hashOf('dead')
    expect(await claimJob(world.db, dead, 60)).toMatchObject({ id: job, attempts: 1 })
    expect(await workOne(world.services, [adding()])).toBe(false)
    await expire()
    expect(await workOne(world.services, [adding()])).toBe(true)
    expect(await stateOf(job)).toMatchObject({ state: 'done', attempts: 2 })
    expect(await departments('died')).toBe(1)
  })

  it('of a process that is killed in the middle of its last step is done by another, once', async () => {
    const job = await ask('killed')
    const path = fileURLToPath(new URL('hang.ts', import.meta.url))
    const child = spawn(process.execPath, [path, world.url], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await once(child.stdout, 'data')
    expect(await departments('killed')).toBe(0)
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(await stateOf(job)).toMatchObject({ state: 'running' })
    expect(await workOne(world.services, [adding()])).toBe(false)
    await expire()
    expect(await workOne(world.services, [adding()])).toBe(true)
    expect(await stateOf(job)).toMatchObject({ state: 'done', attempts: 2 })
    expect(await departments('killed')).toBe(1)
  })

  it('of a process that slept through its lease stores nothing', async () => {
    const job = await ask('zombie')
    const asleep = hashOf('asleep')
    await claimJob(world.db, asleep, 60)
    const work = acting(world.db, {}, async (db) => {
      expect(await enterJob(db, asleep)).toMatchObject({ job, org: clerk.org })
      await db.insertInto('department').values({ org: clerk.org, name: 'from sleep' }).execute()
      await expire()
      expect(await workOne(world.services, [adding()])).toBe(true)
      if (!(await finishJob(db, asleep, { said: 'late' }))) throw new Error('lost')
    })
    await expect(work).rejects.toThrow('lost')
    expect(await departments('from sleep')).toBe(0)
    expect(await departments('zombie')).toBe(1)
    expect(await stateOf(job)).toMatchObject({ state: 'done', attempts: 2 })
    expect(await keepJob(world.db, asleep, 60, { done: 0, total: 0, said: '' })).toBeUndefined()
    await acting(world.db, {}, async (db) => expect(await enterJob(db, asleep)).toBeUndefined())
  })

  it('is cancelled between steps and leaves nothing', async () => {
    const job = await ask('cancelled')
    const answers: number[] = []
    const kind = adding(async (at) => {
      if (at === 1)
        answers.push((await clerk.ask(`/jobs/${job}/cancel`, { method: 'POST' })).status)
      await new Promise((resolve) => {
        setTimeout(resolve, 60)
      })
    })
    await workOne(world.services, [kind], () => false, QUICK)
    expect(answers).toEqual([200])
    expect(await stateOf(job)).toMatchObject({ state: 'cancelled' })
    expect(await departments('cancelled')).toBe(0)
    const again = await clerk.ask(`/jobs/${job}/cancel`, { method: 'POST' })
    expect([again.status, again.json.title]).toEqual([409, '这项任务已经结束，不能再取消'])
  })

  it('is cancelled even in its very last step', async () => {
    const job = await ask('last')
    const kind = jobKind({
      kind: 'test.add',
      input: Note,
      run:
        async ({ input }) =>
        async ({ db, actor }) => {
          await db.insertInto('department').values({ org: actor.org, name: input.name }).execute()
          await owner.query('UPDATE job SET cancelling = true')
          return { said: null }
        },
    })
    await workOne(world.services, [kind])
    expect(await stateOf(job)).toMatchObject({ state: 'cancelled' })
    expect(await departments('last')).toBe(0)
  })

  it('that waits is over at once when it is cancelled', async () => {
    const job = await ask('waiting')
    const { json } = await clerk.ask(`/jobs/${job}/cancel`, { method: 'POST' })
    expect(json.state).toBe('cancelled')
    expect(await workOne(world.services, [adding()])).toBe(false)
  })

  it('is put back when the process goes down, without counting as a try', async () => {
    const job = await ask('leaving')
    await workOne(world.services, [adding()], () => true)
    expect(await stateOf(job)).toMatchObject({ state: 'waiting', attempts: 0 })
    expect(await departments('leaving')).toBe(0)
  })

  it('tells in Chinese why it was refused, and a fault of ours without its words', async () => {
    const refused = jobKind({
      kind: 'test.add',
      input: Note,
      run: async () => {
        throw conflict('组织树有变化', '请重新预览')
      },
    })
    const job = await ask('refused')
    await workOne(world.services, [refused])
    expect(await stateOf(job)).toMatchObject({
      state: 'failed',
      problem: '组织树有变化。请重新预览',
    })
    const broken = jobKind({
      kind: 'test.add',
      input: Note,
      run: async () => {
        throw new Error('Zhang San broke it')
      },
    })
    const other = await ask('broken')
    await workOne({ ...world.services, log: world.services.log.child({}, { level: 'silent' }) }, [
      broken,
    ])
    const found = await stateOf(other)
    expect(found?.problem).toBe(`系统出了问题，没有改动任何内容；请把编号 ${other} 告诉管理员`)
  })

  it('that needs something outside is tried again later, and given up after six tries', async () => {
    const given: string[] = []
    const kind = jobKind({
      kind: 'test.add',
      input: Note,
      run: async () => {
        throw new TryLater('对方没有应答')
      },
      givenUp: async (_, { name }, because) => {
        given.push(`${name}: ${because}`)
      },
    })
    const job = await ask('later')
    const waits: number[] = []
    for (let tried = 1; tried <= 6; tried += 1) {
      expect(await workOne(world.services, [kind])).toBe(true)
      const { rows } = await owner.query<{ wait: number }>(
        'SELECT round(extract(epoch FROM not_before - now()))::integer AS wait FROM job WHERE id = $1',
        [job],
      )
      if (tried < 6) waits.push(rows[0]!.wait)
      await owner.query('UPDATE job SET not_before = now()')
    }
    expect(waits).toEqual([30, 120, 600, 3600, 14_400])
    expect(await stateOf(job)).toMatchObject({ state: 'failed', problem: '对方没有应答' })
    expect(given).toEqual(['later: 对方没有应答'])
  })

  it('is given up when processes keep dying over it', async () => {
    const job = await ask('deadly')
    await owner.query('UPDATE job SET attempts = 6')
    await workOne(world.services, [adding()])
    expect(await stateOf(job)).toMatchObject({ state: 'failed', problem: '执行时多次中断，已停止' })
    expect(await departments('deadly')).toBe(0)
  })

  it('is not done for one whose post has ended meanwhile', async () => {
    const other = await askAsPerson(world, 'department-head', 'own')
    const job = await other.act((call) =>
      askFor(call, { kind: 'test.add', title: '试一试', input: { name: 'left' } }),
    )
    await owner.query(
      "UPDATE post SET from_on = '2020-01-01', to_on = '2020-02-01' WHERE id = $1",
      [other.post],
    )
    await workOne(world.services, [adding()])
    expect(await stateOf(job)).toMatchObject({
      state: 'failed',
      problem: '您已不在提出任务时的岗位，任务没有执行',
    })
    expect(await departments('left')).toBe(0)
  })

  it('of a kind that this program does not know is ended and said', async () => {
    const job = await ask('strange', 'test.strange')
    await workOne(world.services, [adding()])
    expect(await stateOf(job)).toMatchObject({
      state: 'failed',
      problem: '这个版本的程序不认识这项任务',
    })
  })

  it('is removed a while after its end, with its files', async () => {
    const job = await ask('old')
    await workOne(world.services, [adding()])
    expect(await tidyJobs(world.db, 7)).toBe(0)
    await owner.query("UPDATE job SET ended_at = now() - interval '8 days' WHERE state = 'done'")
    expect(await tidyJobs(world.db, 7)).toBe(1)
    expect(await stateOf(job)).toBeUndefined()
  })
})

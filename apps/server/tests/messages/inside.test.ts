import { accountRoles } from '@kaohe/domain'
import { acting, purgeMessages } from '@kaohe/storage'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { jobKinds } from '../../src/jobs/index.ts'
import { workOnce } from '../../src/jobs/work.ts'
import { watchDeadlines } from '../../src/rooms/messages/deadlines-job.ts'
import {
  type Ask,
  must,
  NOTICE,
  post,
  publish,
  QUESTION,
  RULING,
  startYear,
  type Year,
} from '../planning/year.ts'
import { places, startWorld, type World } from '../world.ts'

let world: World
let year: Year
let owner: Client
let organiser: Ask
let clerk: Ask
let report: string
beforeAll(async () => {
  world = await startWorld()
  owner = new Client({ connectionString: world.url })
  await owner.connect()
  year = await startYear(world)
  organiser = await world.as('organiser', 'own')
  clerk = await world.as('unit-clerk', 'child')
  report = `/cycles/${year.cycle}/reports/${world.units.child.id}`
}, 120_000)
afterAll(async () => {
  await owner.end()
  await world.stop()
})

interface Shown {
  readonly kind: string
  readonly title: string
  readonly text: string | null
  readonly page: string
  readonly id: string
}

/** Everyone who has a new message of this kind now, by role and place; and the message. */
async function told(kind: string): Promise<{ who: string[]; message: Shown | undefined }> {
  const who: string[] = []
  let message: Shown | undefined
  for (const place of places)
    for (const role of accountRoles) {
      const ask = await world.as(role, place)
      const { messages } = await must(ask('/messages?unread=1'))
      const found = (messages as Shown[]).find((one) => one.kind === kind)
      if (found === undefined) continue
      who.push(`${role} ${place}`)
      message = found
    }
  return { who: who.toSorted(), message }
}

const forget = () =>
  owner.query('DELETE FROM message_seen; DELETE FROM message_sent; DELETE FROM message')
/** How much of a kind waits for an instant that has come. */
async function waiting(kind: string, now: string): Promise<number> {
  const { rows } = await owner.query(
    "SELECT 1 FROM job WHERE kind = $1 AND state = 'waiting' AND (not_before <= $2 OR not_before > now() - interval '1 day')",
    [kind, now],
  )
  return rows.length
}

const UNIT = ['unit-clerk child', 'unit-head child']

describe('who is told what', { timeout: 120_000 }, () => {
  it('a notice: the units that it is addressed to', async () => {
    const { who, message } = await told('notice')
    expect(who).toEqual(UNIT)
    expect(message).toMatchObject({
      title: `新通知，请签收：${NOTICE.title}`,
      page: `/cycles/${year.cycle}?tab=notices`,
    })
    await forget()
  })

  it('a reminder: the units, with its words', async () => {
    const body = { units: [world.units.child.id], text: '请在周五前填好' }
    await must(organiser(`/cycles/${year.cycle}/reminders`, post(body)))
    const { who, message } = await told('reminder')
    expect(who).toEqual(UNIT)
    expect(message).toMatchObject({ text: body.text, page: report })
    await forget()
  })

  it('a report: handed in the organiser, given back the unit', async () => {
    const head = await world.as('unit-head', 'child')
    await must(head(`${report}/confirmation`, post({ version: 0, isTrue: true })))
    expect((await told('submitted')).who).toEqual(['organiser own'])
    const { items } = await must(clerk(report))
    const body = { item: items[0].id, reason: '缺签到表' }
    await must(organiser(`${report}/returns`, post(body)))
    const { who, message } = await told('returned')
    expect(who).toEqual(UNIT)
    expect(message).toMatchObject({ text: '缺签到表', page: report })
    await forget()
  })

  it('a ruling: the unit that had asked', async () => {
    const question = (await must(clerk(`/cycles/${year.cycle}/questions`, post(QUESTION)))).id
    await must(organiser(`/cycles/${year.cycle}/rulings`, post({ ...RULING, question })))
    expect((await told('ruling')).who).toEqual(UNIT)
    await forget()
  })

  it('a corrected scheme: those whom it assesses, and the departments', async () => {
    const { rows } = await owner.query<{ id: string }>(
      "SELECT id FROM scheme WHERE corrects = $1 AND state = 'draft'",
      [year.scheme],
    )
    await publish(world, rows[0]!.id)
    const { who, message } = await told('scheme')
    expect(who).toEqual(['department-head own', 'department-reviewer own', ...UNIT])
    expect(message?.title).toContain('已更正')
    await forget()
  })

  it('a department’s draft: the organiser, and what he decides the head of a department', async () => {
    const head = await world.as('department-head', 'own')
    const at = `/proposals/${year.proposal}`
    const { version } = await must(head(at))
    const handed = await must(head(`${at}/handing-in`, post({ version })))
    expect((await told('proposal')).who).toEqual(['organiser own'])
    await forget()
    const body = { version: handed.version, accept: false, because: '请写明标准' }
    await must(organiser(`${at}/decision`, post(body)))
    const { who, message } = await told('proposal')
    expect(who).toEqual(['department-head own'])
    expect(message?.text).toBe('请写明标准')
    await forget()
  })

  it('a deadline that is near: once at seven days and once at one, and only who has not finished', async () => {
    const asOwn = { org: world.units.own.id, path: world.units.own.path }
    const lookAt = async (now: string): Promise<void> => {
      await owner.query("DELETE FROM job WHERE kind = 'deadlines'")
      await acting(world.db, asOwn, (db) => watchDeadlines(db, asOwn.org, 'test'))
      const services = { ...world.services, now: () => new Date(now) }
      // The day after is long gone by the clock of the database: it is left alone.
      while ((await waiting('deadlines', now)) > 0) await workOnce(services, jobKinds)
    }
    const { deadline } = await must(organiser(`/cycles/${year.cycle}/progress`))
    const before = (days: number): string =>
      new Date(Date.parse(deadline) - days * 86_400_000).toISOString()
    await lookAt(before(9))
    expect((await told('deadline')).who).toEqual([])
    await lookAt(before(7))
    await lookAt(before(6))
    const { who, message } = await told('deadline')
    expect(who).toEqual(UNIT)
    expect(message).toMatchObject({ page: report })
    const count = await owner.query("SELECT 1 FROM message WHERE kind = 'deadline'")
    expect(count.rows).toHaveLength(1)
    await owner.query("UPDATE submission SET state = 'confirmed'")
    await lookAt(before(1))
    expect((await owner.query("SELECT 1 FROM message WHERE kind = 'deadline'")).rows).toHaveLength(
      1,
    )
    await owner.query("UPDATE submission SET state = 'returned'")
    await lookAt(before(0.9))
    expect((await owner.query("SELECT 1 FROM message WHERE kind = 'deadline'")).rows).toHaveLength(
      2,
    )
    await forget()
  })
})

describe('work points', { timeout: 60_000 }, () => {
  it('tell the office of dates that are near and over, one message a day and stage, each once', async () => {
    const asOwn = { org: world.units.own.id, path: world.units.own.path }
    const lookAt = async (now: string): Promise<string[]> => {
      await owner.query("DELETE FROM job WHERE kind = 'deadlines'")
      await acting(world.db, asOwn, (db) => watchDeadlines(db, asOwn.org, 'test'))
      const services = { ...world.services, now: () => new Date(now) }
      while ((await waiting('deadlines', now)) > 0) await workOnce(services, jobKinds)
      const { rows } = await owner.query(
        "SELECT title FROM message WHERE kind = 'work' ORDER BY at",
      )
      return rows.map(({ title }) => title as string)
    }
    // The last day of the plan, which is the date of most of its tasks.
    expect(await lookAt('2020-12-20T08:00:00Z')).not.toContainEqual(
      expect.stringContaining('12-31'),
    )
    const told7 = (await lookAt('2020-12-24T08:00:00Z')).filter((one) => one.includes('12-31'))
    expect(told7).toEqual([expect.stringMatching(/^“.+”等 \d+ 项还有 7 天到期（2020-12-31）$/)])
    await lookAt('2020-12-25T08:00:00Z')
    const over = (await lookAt('2021-01-02T08:00:00Z')).filter((one) => one.includes('12-31'))
    expect(over).toHaveLength(2)
    expect(over[1]).toContain('已经过期 2 天')
    const { who, message } = await told('work')
    expect(who).toEqual(['department-head own', 'organiser own'])
    expect(message?.page).toBe(`/plans/${year.plan}`)
    await forget()
  })

  it('are looked at from the day on which they are loaded', async () => {
    await owner.query("DELETE FROM job WHERE kind = 'deadlines'")
    const body = { shipped: 'neimenggu-2020-priorities', text: null, cycle: null }
    await must(organiser('/plans', post(body)))
    const { rows } = await owner.query("SELECT 1 FROM job WHERE kind = 'deadlines'")
    expect(rows).toHaveLength(1)
    await forget()
  })
})

describe('what is old', { timeout: 60_000 }, () => {
  const count = async (what: string): Promise<number> =>
    (await owner.query(`SELECT count(*)::int AS n FROM ${what}`)).rows[0].n

  it('goes when something new is told, with what was noted of it, and the log says how much', async () => {
    await forget()
    const body = { units: [world.units.child.id], text: '旧' }
    await must(organiser(`/cycles/${year.cycle}/reminders`, post(body)))
    await must(clerk('/messages/read', post({})))
    expect(await count('message_seen')).toBe(1)
    await owner.query("UPDATE message SET at = now() - interval '402 days'")
    await must(organiser(`/cycles/${year.cycle}/reminders`, post({ ...body, text: '新' })))
    const services = { ...world.services, now: () => new Date() }
    while ((await waiting('announce', new Date().toISOString())) > 0)
      await workOnce(services, jobKinds)
    const { rows } = await owner.query('SELECT text FROM message')
    expect(rows).toEqual([{ text: '新' }])
    expect(await count('message_seen')).toBe(0)
    const logged = await owner.query("SELECT change FROM log_entry WHERE act = 'message.purge'")
    expect(logged.rows).toEqual([{ change: { after: { removed: 1, days: 400 } } }])
    await forget()
  })

  it('is nobody’s to remove but the messenger’s, and nothing young is', async () => {
    await forget()
    const body = { units: [world.units.child.id], text: '留着' }
    await must(organiser(`/cycles/${year.cycle}/reminders`, post(body)))
    await owner.query("UPDATE message SET at = now() - interval '80 days'")
    const { id: org, path } = world.units.own
    const removedBy = (role: string): Promise<number> =>
      acting(world.db, { org, path, role }, (db) =>
        purgeMessages(db, new Date().toISOString().slice(0, 10)),
      )
    expect(await removedBy('messenger')).toBe(0)
    await owner.query("UPDATE message SET at = now() - interval '100 days'")
    expect(await removedBy('organiser')).toBe(0)
    expect(await removedBy('messenger')).toBe(1)
  })
})

describe('reading', { timeout: 60_000 }, () => {
  const remind = async (text: string): Promise<void> => {
    const body = { units: [world.units.child.id], text }
    await must(organiser(`/cycles/${year.cycle}/reminders`, post(body)))
  }

  it('is each person’s own: what the clerk has read the head has not', async () => {
    await remind('一')
    await remind('二')
    const head = await world.as('unit-head', 'child')
    expect(await must(clerk('/messages/unread'))).toEqual({ unread: 2 })
    const { messages } = await must(clerk('/messages'))
    const ids = [messages[0].id]
    expect(await must(clerk('/messages/read', post({ ids })))).toEqual({ marked: 1 })
    expect(await must(clerk('/messages/read', post({ ids })))).toEqual({ marked: 0 })
    expect(await must(clerk('/messages/unread'))).toEqual({ unread: 1 })
    expect(await must(head('/messages/unread'))).toEqual({ unread: 2 })
    expect(await must(head('/messages/read', post({})))).toEqual({ marked: 2 })
    expect(await must(head('/messages/unread'))).toEqual({ unread: 0 })
    const stranger = await world.as('unit-clerk', 'sibling')
    expect(await must(stranger('/messages/read', post({ ids })))).toEqual({ marked: 0 })
  })

  it('goes page by page, without one twice or left out', async () => {
    for (let n = 0; n < 35; n += 1) await remind(`第 ${n} 次`)
    const seen: string[] = []
    let query = ''
    for (;;) {
      const { messages, more } = await must(clerk(`/messages?${query}`))
      seen.push(...messages.map(({ id }: Shown) => id))
      if (more !== true) break
      const { at, id } = messages.at(-1)
      query = new URLSearchParams({ at, id }).toString()
    }
    expect(seen).toHaveLength(37)
    expect(new Set(seen).size).toBe(37)
  })
})

describe('the second wall', () => {
  it('shows by SQL each person’s own messages and work, and nothing without a person', async () => {
    const asks = (asker: object) =>
      acting(world.db, asker, async (db) => [
        (await db.selectFrom('message').select('id').execute()).length,
        (await db.selectFrom('job').select('id').execute()).length,
        (await db.selectFrom('job_file').select('job').execute()).length,
        (await db.selectFrom('message_channel').select('person').execute()).length,
        (await db.selectFrom('message_choice').select('person').execute()).length,
        (await db.selectFrom('message_seen').select('person').execute()).length,
      ])
    const { child, own } = world.units
    const person = world.people.get('child-unit-clerk')!
    expect((await asks({ ...child, org: child.id, person }))[0]).toBe(37)
    expect(await asks({})).toEqual([0, 0, 0, 0, 0, 0])
    // The organisation above reads none of the messages to those below, though it reaches their rows.
    expect(await asks({ org: own.id, path: own.path, role: 'organiser' })).toEqual([
      0, 0, 0, 0, 0, 0,
    ])
    const other = world.people.get('sibling-unit-clerk')!
    expect((await asks({ org: child.id, path: child.path, person: other }))[0]).toBe(0)
  })

  it('shows the keeper of work nothing but the work', async () => {
    const counts = await acting(world.db, { role: 'job-keeper' }, async (db) => [
      (await db.selectFrom('unit').select('id').execute()).length,
      (await db.selectFrom('person').select('id').execute()).length,
      (await db.selectFrom('message').select('id').execute()).length,
      (await db.selectFrom('job_file').select('job').execute()).length,
      (await db.selectFrom('entry').select('org').execute()).length,
    ])
    expect(counts).toEqual([0, 0, 0, 0, 0])
  })

  it('lets nobody write to another tree, to another person, or into another’s work', async () => {
    const { child, other } = world.units
    const person = world.people.get('child-unit-clerk')!
    const asker = { org: child.id, path: child.path, person, role: 'unit-clerk' }
    const row = { org: child.id, roles: [], kind: 'job', title: 'x', page: '/', at: '2026-01-01' }
    const rest = { text: null, cycle: null, key: null, person: null }
    const writes = [
      { ...row, ...rest, org: other.id },
      { ...row, ...rest, person: world.people.get('child-unit-head')! },
    ].map(
      (values) => () =>
        acting(world.db, asker, (db) => db.insertInto('message').values(values).execute()),
    )
    const foreign = () =>
      acting(world.db, asker, (db) =>
        db
          .insertInto('job')
          .values({
            org: child.id,
            person: world.people.get('child-unit-head')!,
            post: null,
            kind: 'deliver',
            title: null,
            input: '{}',
            key: null,
            request: 'x',
            total: null,
            said: null,
            ticket_hash: null,
            lease_until: null,
            problem: null,
            page: null,
            begun_at: null,
            ended_at: null,
          })
          .execute(),
      )
    for (const write of [...writes, foreign])
      await expect(write()).rejects.toThrow('row-level security')
  })

  it('gives nobody a post that is called as the server’s own work', async () => {
    const asked = owner.query("UPDATE post SET role = 'job-keeper'")
    await expect(asked).rejects.toThrow('post_no_keeper')
  })
})

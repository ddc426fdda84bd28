import { createHmac } from 'node:crypto'
import { Client } from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { jobKinds } from '../../src/jobs/index.ts'
import { workOnce } from '../../src/jobs/work.ts'
import { outsideWith } from '../../src/outside/index.ts'
import { type Ask, must, post, put } from '../planning/year.ts'
import { seedCycle } from '../reporting/cycle.ts'
import { startWorld, type World } from '../world.ts'
import { botServer, mailServer, type Posted, wordsOf } from './receivers.ts'

let world: World
let owner: Client
let cycle: string
let organiser: Ask
let clerk: Ask
let mail: Awaited<ReturnType<typeof mailServer>>
let bots: Awaited<ReturnType<typeof botServer>>
const weather = { mailRefuses: false, answer: undefined as { body: string } | undefined }

beforeAll(async () => {
  mail = await mailServer(() => weather.mailRefuses)
  bots = await botServer(() => weather.answer)
  world = await startWorld()
  const outside = outsideWith({
    mail: {
      host: '127.0.0.1',
      port: mail.port,
      user: undefined,
      password: undefined,
      tls: 'none',
      from: '考核系统 <kaohe@example.cn>',
    },
    botOrigins: [bots.origin],
  })
  Object.assign(world.services, { outside })
  owner = new Client({ connectionString: world.url })
  await owner.connect()
  cycle = await seedCycle(world)
  organiser = await world.as('organiser', 'own')
  clerk = await world.as('unit-clerk', 'child')
}, 60_000)
afterAll(async () => {
  await owner.end()
  await world.stop()
  await mail.stop()
  await bots.stop()
})

/** Does all that may be done now. */
async function workAll(): Promise<void> {
  while (await workOnce(world.services, jobKinds));
}

/** Does also what is gathered or waits for another try. */
async function workLater(): Promise<void> {
  await workAll()
  await owner.query("UPDATE job SET not_before = now() WHERE state = 'waiting'")
  await workAll()
}

const ADDRESS = 'zhu.lin@mail.example.cn'
const codeIn = (text: string): string => /验证码：(\d{6})/.exec(text)![1]!

/** Takes an address down and reads the code that comes. */
async function enable(channel: string, body: object, read: () => string): Promise<void> {
  await owner.query('UPDATE message_channel SET code_sent_at = NULL')
  const { channels } = await must(clerk(`/messages/channels/${channel}`, put(body)))
  expect(channels).toMatchObject([{ channel, state: 'unverified' }])
  await workAll()
  const code = codeIn(read())
  const confirm = `/messages/channels/${channel}/confirm`
  const wrong = await must(clerk(confirm, post({ code: code === '000000' ? '000001' : '000000' })))
  expect(wrong).toMatchObject({ accepted: false, channels: [{ state: 'unverified' }] })
  const right = await must(clerk(confirm, post({ code })))
  expect(right).toMatchObject({ accepted: true, channels: [{ state: 'on' }] })
}

const CANARY = '张三13800001111得92.5分'

async function remind(): Promise<void> {
  const body = { units: [world.units.child.id], text: CANARY }
  await must(organiser(`/cycles/${cycle}/reminders`, post(body)))
}

async function choose(change: object): Promise<void> {
  const { choice } = await must(clerk('/messages/settings'))
  await must(clerk('/messages/settings', put({ ...choice, ...change })))
}

const DAY = { on: false, from: '21:00', to: '08:00', restDays: false }

beforeEach(async () => {
  await owner.query('DELETE FROM job; DELETE FROM message_seen; DELETE FROM message_sent')
  await owner.query('DELETE FROM message; DELETE FROM message_channel; DELETE FROM message_choice')
  await choose({ quiet: DAY })
  mail.mails.length = 0
  bots.got.length = 0
})

describe('mail', { timeout: 60_000 }, () => {
  const lastMail = () => wordsOf(mail.mails.at(-1)!)
  const mailOn = (): Promise<void> => enable('mail', { address: ADDRESS }, () => lastMail().body)

  it('goes to an address whose owner has read the code, and not before', async () => {
    await must(clerk('/messages/channels/mail', put({ address: ADDRESS })))
    await remind()
    await workLater()
    expect(mail.mails).toHaveLength(1)
    expect(lastMail().head).toContain('考核系统验证码')
    await mailOn()
    await remind()
    await workLater()
    const { head, body } = lastMail()
    expect(mail.mails.at(-1)!.to).toEqual([ADDRESS])
    expect(head).toContain('考核系统有 1 条新消息')
    expect(head).toContain('Auto-Submitted: auto-generated')
    expect(body.trim().replaceAll('\r', '')).toBe(
      '催报提醒（2023年度考核）：1 件\n请登录查看：https://kaohe.example.cn/messages',
    )
  })

  it('puts several together, leaves out what was read meanwhile, and sends nothing twice', async () => {
    await mailOn()
    await remind()
    await remind()
    await remind()
    await workAll()
    expect(mail.mails).toHaveLength(1)
    const { messages } = await must(clerk('/messages'))
    await must(clerk('/messages/read', post({ ids: [messages[0].id] })))
    await workLater()
    expect(mail.mails).toHaveLength(2)
    expect(lastMail().body).toContain('催报提醒（2023年度考核）：2 件')
    await workLater()
    await remind()
    await workLater()
    expect(mail.mails).toHaveLength(3)
    expect(lastMail().body).toContain('1 件')
  })

  it('carries nothing of anybody: no name, number, score, unit, or word of a message', async () => {
    await mailOn()
    await owner.query('UPDATE cycle SET title = $1', ['李四 110101199003074514 考核 88.25'])
    await remind()
    const head = await world.as('unit-head', 'child')
    await must(
      head(`/cycles/${cycle}/reports/${world.units.child.id}/confirmation`, {
        method: 'POST',
        body: { version: 0, isTrue: true },
      }),
    )
    await owner.query("UPDATE cycle SET title = '2023年度考核'")
    await workLater()
    const { head: top, body } = lastMail()
    expect(body).toContain('催报提醒：1 件')
    const { rows } = await owner.query<{ name: string }>(
      'SELECT name FROM person UNION SELECT name FROM unit',
    )
    const secrets = [
      ...rows.map(({ name }) => name),
      CANARY,
      '李四',
      '1101',
      '88.25',
      '13800',
      '92.5',
    ]
    const sent = top.replace(ADDRESS, '') + body
    expect(secrets.filter((secret) => sent.includes(secret))).toEqual([])
  })

  it('waits for the end of the quiet hours, also when they begin while it waits', async () => {
    await mailOn()
    const china = (ms: number): string =>
      new Date(Date.now() + 8 * 3_600_000 + ms).toISOString().slice(11, 16)
    const quiet = { ...DAY, on: true, from: china(-3_600_000), to: china(3_600_000) }
    await remind()
    await workAll()
    await choose({ quiet })
    await workLater()
    expect(mail.mails).toHaveLength(1)
    const { rows } = await owner.query<{ minutes: number }>(
      "SELECT (extract(epoch FROM not_before - now()) / 60)::float8 AS minutes FROM job WHERE kind = 'deliver' AND state = 'waiting'",
    )
    expect(rows).toHaveLength(1)
    expect(rows[0]!.minutes).toBeGreaterThan(57)
    expect(rows[0]!.minutes).toBeLessThan(61)
    await choose({ quiet: DAY })
    await workLater()
    expect(mail.mails).toHaveLength(2)
  })

  it('is not sent of kinds that nobody chose', async () => {
    await mailOn()
    await choose({ kinds: { returned: ['mail'] } })
    await remind()
    await workLater()
    expect(mail.mails).toHaveLength(1)
  })

  it('is tried again when the server refuses, then given up, said, and begun anew', async () => {
    await mailOn()
    await remind()
    weather.mailRefuses = true
    for (let n = 0; n < 7; n += 1) await workLater()
    weather.mailRefuses = false
    const { channels } = await must(clerk('/messages/settings'))
    expect(channels).toMatchObject([{ state: 'off', offBecause: '邮件服务器拒收（450）' }])
    await remind()
    await workLater()
    expect(mail.mails).toHaveLength(1)
    await mailOn()
    expect(mail.mails).toHaveLength(2)
  })

  it('has addresses and codes nowhere in clear, and in no entry of the log', async () => {
    await mailOn()
    const { body } = lastMail()
    const tables = ['message_channel', 'job', 'log_entry', 'answered', 'message']
    for (const table of tables) {
      const { rows } = await owner.query<{ row: string }>(`SELECT t::text AS row FROM ${table} t`)
      const all = rows.map(({ row }) => row).join('\n')
      const forms = [ADDRESS, codeIn(body)].flatMap((text) => [
        text,
        Buffer.from(text).toString('hex'),
        Buffer.from(text).toString('base64'),
      ])
      expect([table, forms.filter((form) => all.includes(form))]).toEqual([table, []])
    }
  })

  it('takes a code five times at most, fifteen minutes long, and once a minute', async () => {
    await must(clerk('/messages/channels/mail', put({ address: ADDRESS })))
    const again = await clerk('/messages/channels/mail', put({ address: ADDRESS }))
    expect([again.status, again.json.title]).toEqual([409, '验证码刚刚发过'])
    await workAll()
    const code = codeIn(lastMail().body)
    const confirm = '/messages/channels/mail/confirm'
    await owner.query("UPDATE message_channel SET code_until = now() - interval '1 minute'")
    expect((await must(clerk(confirm, post({ code })))).accepted).toBe(false)
    await owner.query("UPDATE message_channel SET code_until = now() + interval '1 minute'")
    for (let n = 0; n < 4; n += 1) await must(clerk(confirm, post({ code: 'xxxxxx' })))
    expect((await must(clerk(confirm, post({ code })))).accepted).toBe(false)
  })

  it.each([
    'a@b',
    'a b@example.cn',
    'a@example.cn\r\nBcc: b@example.cn',
    'a@example.cn, b@example.cn',
  ])('refuses %j as an address', async (address) => {
    const { status, json } = await clerk('/messages/channels/mail', put({ address }))
    expect([status, json.faults[0].pointer]).toEqual([422, '/body/address'])
  })

  it('goes nowhere any more when the address was removed', async () => {
    await mailOn()
    await remind()
    await must(clerk('/messages/channels/mail', { method: 'DELETE' }))
    await workLater()
    expect(mail.mails).toHaveLength(1)
  })
})

describe('the bots of groups', { timeout: 60_000 }, () => {
  const textIn = ({ body }: Posted): string => body.text?.content ?? body.content?.text
  const last = (): Posted => bots.got.at(-1)!

  it.each(['wecom', 'dingtalk', 'feishu'])('%s gets code and messages in its form', async (bot) => {
    const address = `${bots.origin}/hook?key=k-${bot}`
    await enable(bot, { address, secret: 'SEC-of-the-bot' }, () => textIn(last()))
    await remind()
    await workLater()
    expect(textIn(last())).toBe(
      '考核系统有 1 条新消息\n催报提醒（2023年度考核）：1 件\n请登录查看：https://kaohe.example.cn/messages',
    )
    expect(last().url.searchParams.get('key')).toBe(`k-${bot}`)
    // Once more, and by other means than the source: bots.test.ts computes HMAC from its definition.
    const { url, body } = last()
    const signed = {
      wecom: [url.searchParams.get('sign'), null],
      dingtalk: [
        url.searchParams.get('sign'),
        createHmac('sha256', 'SEC-of-the-bot')
          .update(`${url.searchParams.get('timestamp')}\nSEC-of-the-bot`)
          .digest('base64'),
      ],
      feishu: [
        body.sign,
        createHmac('sha256', `${body.timestamp}\nSEC-of-the-bot`).update('').digest('base64'),
      ],
    }[bot]!
    expect(signed[0]).toBe(signed[1])
  })

  it('that refuse are tried again, and told on the page when they are given up', async () => {
    await enable('dingtalk', { address: `${bots.origin}/x`, secret: 's' }, () => textIn(last()))
    await remind()
    weather.answer = { body: '{"errcode":310000,"errmsg":"sign not match"}' }
    for (let n = 0; n < 7; n += 1) await workLater()
    weather.answer = undefined
    const { channels } = await must(clerk('/messages/settings'))
    expect(channels).toMatchObject([{ state: 'off', offBecause: '钉钉没有接受（310000）' }])
  })

  it('are nobody else than the makers’ own, where the installation allows none', async () => {
    const address = 'http://169.254.169.254/latest/meta-data'
    const { status, json } = await clerk('/messages/channels/wecom', put({ address }))
    expect([status, json.faults[0].pointer]).toEqual([422, '/body/address'])
    expect(bots.got).toEqual([])
  })
})

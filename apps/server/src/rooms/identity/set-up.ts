import { randomUUID } from 'node:crypto'
import { identity, type SetUpProgress, type Slip } from '@kaohe/contract'
import { type Role, roles } from '@kaohe/domain'
import {
  type Acting,
  acting,
  askAs,
  claimInstallation,
  enrol,
  insertUnit,
  installation,
  maySetUp,
} from '@kaohe/storage'
import type { Context, Hono } from 'hono'
import { seedDemo } from '../../demo/seed.ts'
import { received } from '../../http/input.ts'
import { conflict, invalid } from '../../http/problem.ts'
import { routeOf } from '../../http/serve.ts'
import { hashOf } from '../../http/token.ts'
import type { Services } from '../../services.ts'
import { dayOf } from './day.ts'
import { isLocal } from './door.ts'
import { note } from './note.ts'
import { newLogin, slipFor } from './slips.ts'

const notEmpty = () => conflict('这个系统已经建立好了', '请直接登录')

/** @throws Stop when it is not empty any more, or whoever asks may not set it up */
async function mayBegin(services: Services, c: Context, code: string | null): Promise<void> {
  if (!(await installation(services.db)).empty) throw notEmpty()
  if (services.door.localSetUp && isLocal(c)) return
  if (code !== null && (await maySetUp(services.db, hashOf(code)))) return
  throw invalid([
    { pointer: '/body/code', message: '设置码不对；启动服务器的终端里有带设置码的链接' },
  ])
}

async function enrolAndInvite(
  db: Acting,
  at: { readonly org: string; readonly orgName: string },
  role: Role,
  name: string,
  now: Date,
): Promise<Slip> {
  const { org, orgName } = at
  const place = { org, path: [org], from: dayOf(now) }
  const { person: id, login } = await enrol(db, { ...place, name, role, login: newLogin })
  await askAs(db, { org, path: [org], role: 'system-administrator' })
  return slipFor(db, { org, id, name, login }, orgName, roles[role].name, now)
}

async function organisation(services: Services, c: Context): Promise<{ slips: Slip[] }> {
  const { body } = await received(c, identity.setUpOrganisation)
  await mayBegin(services, c, body.code)
  const cast = [
    ['system-administrator', body.system],
    ['security-administrator', body.security],
    ['audit-administrator', body.audit],
    ['organiser', body.organiser],
  ] as const
  if (new Set(cast.map(([, name]) => name)).size < cast.length)
    throw invalid([{ pointer: '/body/system', message: '三员和组织部要由四个不同的人担任' }])
  const now = services.now()
  return acting(services.db, {}, async (db) => {
    if (!(await claimInstallation(db, false))) throw notEmpty()
    const org = randomUUID()
    const { name, kind } = body
    await askAs(db, { org, path: [org] })
    await insertUnit(db, [], { id: org, name, kind }, dayOf(now))
    const slips: Slip[] = []
    for (const [role, person] of cast)
      slips.push(await enrolAndInvite(db, { org, orgName: name }, role, person, now))
    const after = {
      name,
      kind,
      people: slips.map(({ person, name: called }) => ({ person, called })),
    }
    await note(db, c, now, { act: 'set-up.organisation', object: `unit/${org}`, org, after })
    return { slips }
  })
}

/** An empty installation is filled once: with the demonstration, or with an organisation and its first people. */
export function setUpRoutes(app: Hono, services: Services): void {
  let progress: SetUpProgress = { state: 'idle', done: 0, of: 1, what: '' }

  app.post(routeOf(identity.loadDemo), async (c) => {
    const { body } = await received(c, identity.loadDemo)
    if (progress.state === 'running') return c.json(progress)
    await mayBegin(services, c, body.code)
    progress = { state: 'running', done: 0, of: 1, what: '准备' }
    const seeding = seedDemo(services, (done, of, what) => {
      progress = { state: 'running', done, of, what }
    })
    // It goes on while the page asks how far it is.
    void seeding.then(
      () => {
        progress = { ...progress, state: 'done', done: progress.of }
      },
      (err: unknown) => {
        services.log.error({ err }, 'the demonstration could not be loaded')
        progress = { ...progress, state: 'failed' }
      },
    )
    return c.json(progress)
  })

  app.get(routeOf(identity.setUpProgress), (c) => c.json(progress))
  app.post(routeOf(identity.setUpOrganisation), async (c) =>
    c.json(await organisation(services, c)),
  )
}

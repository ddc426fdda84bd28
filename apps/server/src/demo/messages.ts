import { type Acting, findScheme, listCycles, type NewMessage, tell } from '@kaohe/storage'
import { watchDeadlines } from '../rooms/messages/deadlines-job.ts'
import { tellPublished, unitRoles } from '../rooms/messages/tell.ts'
import type { DemoSystem } from './systems.ts'

interface Told {
  readonly db: Acting
  readonly system: DemoSystem
  readonly org: string
  /** The first unit that is assessed: the one that was reminded, and given an item back. */
  readonly first: string
  readonly now: Date
}

const REQUEST = 'demo'

/** What the people of a demonstration find when they sign in; and from now on its deadlines are looked at. */
export async function seedMessages({ db, system, org, first, now }: Told): Promise<void> {
  const cycle = (await listCycles(db)).find((one) => one.org === org && one.title === system.cycle)
  const scheme = cycle && (await findScheme(db, cycle.scheme))
  if (cycle === undefined || scheme === undefined) throw new Error(`${system.key}: no cycle`)
  const call = { db, now, request: REQUEST, actor: { org, orgName: system.committee } }
  await tellPublished(call, scheme)
  const shared = { org: first, roles: unitRoles, cycle: cycle.title }
  const page = `/cycles/${cycle.id}/reports/${first}`
  const reminder: NewMessage = {
    ...shared,
    kind: 'reminder',
    title: `${cycle.title}：请完成填报`,
    text: '上半年的情况请在6月30日前填好',
    page,
  }
  const returned: NewMessage = {
    ...shared,
    kind: 'returned',
    title: `${cycle.title}：有一项被退回`,
    text: '请补充上半年的具体数字和活动照片',
    page,
  }
  await tell(db, [reminder, returned], { at: now.toISOString(), request: REQUEST, from: org })
  await watchDeadlines(db, org, REQUEST)
}

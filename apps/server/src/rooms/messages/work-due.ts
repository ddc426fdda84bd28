import { type NearWork, nearWork, stateOf } from '@kaohe/domain'
import type { Priorities } from '@kaohe/scheme'
import {
  type NewMessage,
  planSteps,
  plansOf,
  type StoredCycle,
  type StoredPlan,
  unitsNamed,
} from '@kaohe/storage'
import type { Step } from '../../jobs/kind.ts'
import { planOf } from '../planning/plan-page.ts'
import { nowIn, todayOf } from '../reporting/clock.ts'
import { unitRoles } from './tell.ts'

const OFFICE = ['organiser', 'department-head'] as const

function sayDays(days: number): string {
  if (days < 0) return `已经过期 ${-days} 天`
  return days === 0 ? '今天到期' : `还有 ${days} 天到期`
}

interface Owned {
  readonly plan: Priorities
  readonly stored: StoredPlan
  readonly cycle: StoredCycle | undefined
}

const MOST_NAMED = 20

/** One message for all that falls on a day, at one stage. */
function messagesFor(
  near: readonly NearWork[],
  { stored }: Owned,
  org: string,
  roles: readonly string[],
) {
  const days = [...Map.groupBy(near, ({ on, stage }) => `${on}/${stage}`)]
  return days.map(([day, all]): NewMessage => {
    const [{ what, on, inDays }] = all as [NearWork]
    const many = all.length === 1 ? '' : `等 ${all.length} 项`
    const more = all.length > MOST_NAMED ? ['……'] : []
    const named = [...all.slice(0, MOST_NAMED).map((one) => one.what), ...more].join('；')
    return {
      org,
      roles,
      kind: 'work',
      title: `“${what}”${many}${sayDays(inDays)}（${on}）`,
      text: all.length === 1 ? undefined : named,
      cycle: stored.title,
      page: `/plans/${stored.id}`,
      key: `work/${stored.id}/${day}`,
    }
  })
}

// The office supervises; owners that are units below, by their names, are told of their own.
async function nearIn({ db, now }: Step, owned: Owned) {
  const { plan, stored, cycle } = owned
  const today = todayOf(cycle === undefined ? now : nowIn(cycle, now))
  const steps = await planSteps(db, stored.id)
  const end = plan.period?.to
  const open = plan.tasks.some((task) => stateOf(task, steps, today, end) !== 'closed')
  const near = nearWork(plan.tasks, steps, today, end)
  if (near.length === 0) return { messages: [], open }
  const names = new Map((plan.parties ?? []).map(({ id, name }) => [id, name]))
  const owners = new Map(
    plan.tasks.map((task) => [task.id, (task.owners ?? []).flatMap((id) => names.get(id) ?? [])]),
  )
  const asked = new Set(near.flatMap(({ task }) => owners.get(task) ?? []))
  const units = (await unitsNamed(db, [...asked])).filter(({ id }) => id !== stored.org)
  const ofUnits = units.flatMap(({ id, name }) => {
    const own = near.filter(({ task }) => owners.get(task)?.includes(name))
    return messagesFor(own, owned, id, unitRoles)
  })
  return { messages: [...messagesFor(near, owned, stored.org, OFFICE), ...ofUnits], open }
}

/** Tells of the dates of an organisation's work points. @returns whether any of them is still open */
export async function tellWork(step: Step, cycles: readonly StoredCycle[]): Promise<boolean> {
  const org = step.org!
  let isOpen = false
  for (const stored of await plansOf(step.db, org)) {
    const plan = planOf(stored.text)
    if (plan === undefined) continue
    const cycle = cycles.find(({ id }) => id === stored.cycle)
    const { messages, open } = await nearIn(step, { plan, stored, cycle })
    isOpen ||= open
    await step.tell(messages, org)
  }
  return isOpen
}

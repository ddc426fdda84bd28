import { dueOn } from '@kaohe/domain'
import { type Acting, measuresDue, type NewMessage, type StoredMeasure } from '@kaohe/storage'
import { nowIn, todayOf } from '../reporting/clock.ts'
import { unitRoles } from './tell.ts'

function sayDays(inDays: number): string {
  if (inDays < 0) return `已过期限 ${-inDays} 天`
  return inDays === 0 ? '今天到期' : `还有 ${inDays} 天到期`
}

// Whoever looks after it, by name; where nobody does, the office that has to give it to somebody.
function toOffice(one: StoredMeasure): Pick<NewMessage, 'org' | 'roles' | 'person' | 'page'> {
  const { org, cycle, owner } = one
  const page = owner === null ? `/cycles/${cycle}/followup` : '/followup'
  return owner === null
    ? { org, roles: ['organiser'], page }
    : { org, roles: [], person: owner, page }
}

function remindersOf(one: StoredMeasure, now: Date): NewMessage[] {
  const due = one.due_on === null ? undefined : dueOn(one.due_on, todayOf(nowIn(one, now)))
  if (due === undefined) return []
  const said = `${sayDays(due.inDays)}（${one.due_on}）`
  const key = `measure/${one.id}/${one.due_on}/${due.stage}`
  const office = {
    ...toOffice(one),
    kind: 'measure',
    title: `${one.unit_name}的“${one.name}”${said}`,
    cycle: one.title,
    key: `${key}/${one.owner ?? ''}`,
  }
  if (one.kind !== 'rectify') return [office]
  const title = `整改“${one.name}”${said}`
  const unit = { org: one.unit, roles: unitRoles, page: '/rectifications' }
  return [office, { ...unit, kind: 'rectification', title, cycle: one.title, key }]
}

/** Who is reminded today of measures that are due soon or overdue; and whether any are open at all. */
export async function dueMeasures(db: Acting, org: string, now: Date) {
  const open = await measuresDue(db, org)
  return { messages: open.flatMap((one) => remindersOf(one, now)), any: open.length > 0 }
}

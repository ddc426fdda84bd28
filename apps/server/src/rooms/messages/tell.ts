import type { Endpoint } from '@kaohe/contract'
import type { MessageKind, Role } from '@kaohe/domain'
import {
  concernedByCycle,
  concernedByScheme,
  type NewMessage,
  type StoredCycle,
  type StoredProposal,
  type StoredScheme,
  tell,
} from '@kaohe/storage'
import type { Actor, Call } from '../../http/call.ts'

/** Who is told what concerns a unit's report. */
export const unitRoles: readonly Role[] = ['unit-clerk', 'unit-head']

const officeRoles: readonly Role[] = ['organiser']
const departmentRoles: readonly Role[] = ['department-head', 'department-reviewer']

/** The part of a request that messages are told in. */
export type Telling = Pick<Call<Endpoint>, 'db' | 'now' | 'request'> & {
  readonly actor: Pick<Actor, 'org' | 'orgName'>
}

/** The part of a message that goes by its kind. */
type About = Pick<NewMessage, 'title' | 'page' | 'text'> & { readonly kind: MessageKind }
type Cycle = Pick<StoredCycle, 'id' | 'org' | 'title'>

async function send(
  { db, now, request }: Telling,
  messages: readonly NewMessage[],
  from: string,
): Promise<void> {
  await tell(db, messages, { at: now.toISOString(), request, from })
}

/** Tells units of a cycle; the organisation that leads it stands above them all. */
async function toUnits(
  call: Telling,
  cycle: Cycle,
  units: readonly string[],
  aboutOf: (unit: string) => About,
): Promise<void> {
  const shared = { roles: unitRoles, cycle: cycle.title }
  const messages = units.map((org) => ({ org, ...shared, ...aboutOf(org) }))
  await send(call, messages, cycle.org)
}

const reportPage = (cycle: Cycle, unit: string): string => `/cycles/${cycle.id}/reports/${unit}`

/** Units are reminded of their report. */
export async function tellReminded(
  call: Telling,
  cycle: Cycle,
  units: readonly string[],
  text: string,
): Promise<void> {
  await toUnits(call, cycle, units, (unit) => ({
    kind: 'reminder',
    title: `${cycle.title}：请完成填报`,
    text,
    page: reportPage(cycle, unit),
  }))
}

/** Units are to tell their leader of their work before he is asked by letter. */
export async function tellBriefingDue(
  call: Telling,
  cycle: Cycle,
  units: readonly string[],
  name: string,
): Promise<void> {
  await toUnits(call, cycle, units, (unit) => ({
    kind: 'reminder',
    title: `${cycle.title}：请记录专题汇报`,
    text: `${name}。汇报以后，请写明哪天、向谁汇报、汇报了什么。`,
    page: `/cycles/${cycle.id}/briefings/${unit}`,
  }))
}

/** An item of a report is given back to its unit. */
export async function tellReturned(
  call: Telling,
  cycle: Cycle,
  unit: string,
  item: string,
  reason: string,
): Promise<void> {
  await toUnits(call, cycle, [unit], () => ({
    kind: 'returned',
    title: `${cycle.title}：“${item}”被退回`,
    text: reason,
    page: reportPage(cycle, unit),
  }))
}

/** A report was handed in, to those who wait for it. */
export async function tellSubmitted(
  call: Telling,
  cycle: Cycle,
  unit: { readonly id: string; readonly name: string },
): Promise<void> {
  const about = {
    kind: 'submitted',
    title: `${unit.name}提交了${cycle.title}的填报`,
    page: reportPage(cycle, unit.id),
    cycle: cycle.title,
  }
  await send(call, [{ org: cycle.org, roles: officeRoles, ...about }], cycle.org)
}

/** A notice went out, and each unit is to acknowledge that it arrived. */
export async function tellNotice(call: Telling, cycle: Cycle, title: string): Promise<void> {
  const units = (await concernedByCycle(call.db, cycle.id)).map(({ unit }) => unit)
  await toUnits(call, cycle, units, () => ({
    kind: 'notice',
    title: `新通知，请签收：${title}`,
    page: `/cycles/${cycle.id}?tab=notices`,
  }))
}

/** The meeting answered what a unit had asked. */
export async function tellRuling(
  call: Telling,
  cycle: Cycle,
  unit: string,
  clause: string,
): Promise<void> {
  await toUnits(call, cycle, [unit], () => ({
    kind: 'ruling',
    title: `您问的“${clause}”已有决定`,
    page: `/cycles/${cycle.id}?tab=questions`,
  }))
}

type Proposed = Pick<StoredProposal, 'id' | 'org'>
type Titled = Pick<StoredScheme, 'id' | 'org' | 'title'>

/** A department handed its draft in. */
export async function tellHandedIn(
  call: Telling,
  { org }: Proposed,
  scheme: Titled,
): Promise<void> {
  const page = `/schemes/${scheme.id}/proposals`
  const about = { kind: 'proposal', title: `部门交来“${scheme.title}”的一份草案`, page }
  await send(call, [{ org, roles: officeRoles, ...about }], org)
}

/** The organiser took a department's draft, or gave it back. */
export async function tellDecided(
  call: Telling,
  { org, id }: Proposed,
  scheme: Titled,
  because: string | null,
): Promise<void> {
  const what = because === null ? '已采用' : '被退回'
  const about = {
    kind: 'proposal',
    title: `“${scheme.title}”的一份部门草案${what}`,
    text: because ?? undefined,
    page: `/proposals/${id}`,
  }
  await send(call, [{ org, roles: ['department-head'], ...about }], org)
}

/** A scheme is in force, or a corrected one: in the office, and for whoever it assesses already. */
export async function tellPublished(
  call: Telling,
  scheme: Titled & Pick<StoredScheme, 'corrects' | 'reason'>,
): Promise<void> {
  const { id, org, corrects, reason } = scheme
  const done = corrects === null ? '已发布' : '已更正'
  const about = {
    kind: 'scheme',
    title: `方案“${scheme.title}”${done}`,
    text: reason ?? undefined,
    page: `/schemes/${id}`,
  }
  const units = await concernedByScheme(call.db, id)
  const messages = units.map(({ unit, cycle_title: cycle }) => ({
    org: unit,
    roles: unitRoles,
    cycle,
    ...about,
  }))
  await send(call, [{ org, roles: departmentRoles, ...about }, ...messages], org)
}

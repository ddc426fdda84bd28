import type { Role } from '@kaohe/domain'
import { type StoredCycle, type StoredMeasure, type StoredObjection, tell } from '@kaohe/storage'
import { type Telling, unitRoles } from './tell.ts'

type Step = 'filed' | 'replied' | 'ruled' | 'carried'

const TITLE: Readonly<Record<Step, (one: StoredObjection) => string>> = {
  filed: (one) => `${one.unit_name}对${one.figure_name}提出申诉`,
  replied: (one) => `${one.unit_name}对${one.figure_name}的申诉已答复，请裁定`,
  ruled: (one) => `对${one.figure_name}的申诉已有裁定`,
  carried: (one) => `对${one.figure_name}的申诉已经落实更正`,
}
const TO_COMMITTEE: Readonly<Partial<Record<Step, readonly Role[]>>> = {
  filed: ['organiser'],
  replied: ['ratifier'],
}

/** Those who are next are told of an objection: what it is about and where it is, not what it says. */
export async function tellObjection(
  { db, now, request }: Telling,
  one: StoredObjection,
  step: Step,
): Promise<void> {
  const roles = TO_COMMITTEE[step]
  const to =
    roles === undefined
      ? { org: one.org, roles: unitRoles, page: '/released' }
      : { org: one.committee, roles, page: `/cycles/${one.cycle}/objections` }
  const message = { ...to, kind: 'objection', title: TITLE[step](one), cycle: one.title }
  await tell(db, [message], { at: now.toISOString(), request, from: one.committee })
}

/** Units are told that there is something for them to make good. */
export async function tellRectification(
  { db, now, request }: Telling,
  { org: from, title: cycle }: Pick<StoredCycle, 'org' | 'title'>,
  units: readonly string[],
  name: string,
): Promise<void> {
  const about = { kind: 'rectification', title: `请整改：${name}`, cycle, page: '/rectifications' }
  const messages = units.map((org) => ({ org, roles: unitRoles, ...about }))
  await tell(db, messages, { at: now.toISOString(), request, from })
}

/** A unit says that it has made something good; somebody has to go and look. */
export async function tellRectified(
  { db, now, request }: Telling,
  one: StoredMeasure,
): Promise<void> {
  const title = `${one.unit_name}报告整改完成：${one.name}`
  const to = { org: one.org, roles: ['organiser'], page: `/cycles/${one.cycle}/followup` }
  const message = { ...to, kind: 'rectification', title, cycle: one.title }
  await tell(db, [message], { at: now.toISOString(), request, from: one.org })
}

import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { dayNumber, dayOf } from '@kaohe/engine'
import { readScheme } from '@kaohe/scheme'
import {
  type Acting,
  addDepartments,
  askAs,
  departmentsOf,
  findCycle,
  findScheme,
  insertPlan,
  insertQuestion,
  insertStep,
  replaceItemLeads,
  sendNotice,
} from '@kaohe/storage'
import { filesOf } from '../rooms/planning/files.ts'
import { leadNames, leadsAsWritten } from '../rooms/planning/leads.ts'
import { lookAt } from '../rooms/planning/look.ts'
import { rule } from '../rooms/planning/ruling.ts'
import { castOf, type Person } from './people.ts'
import type { DemoSystem } from './systems.ts'

/** A committee with its cycle, as it was seeded. */
export interface DemoPlanned {
  readonly db: Acting
  readonly system: DemoSystem
  readonly org: string
}

const DAYS_TO_DECIDE = 9

// The notice of the year, as the scheme dates it.
function issuedOn({ scheme, startsOn }: DemoSystem): string {
  const file = new URL(`../../../../schemes/${scheme}/scheme.yaml`, import.meta.url)
  const { issue } = readScheme(readFileSync(fileURLToPath(file), 'utf8')).scheme ?? {}
  return issue?.signed ?? startsOn
}

interface DemoCycle {
  readonly id: string
  readonly scheme: string
}

// The one of this year: the year before is seeded after everything else.
async function cycleOf({ db, org }: DemoPlanned): Promise<DemoCycle> {
  await askAs(db, { org, path: [org] })
  return db
    .selectFrom('cycle')
    .select(['id', 'scheme'])
    .where('org', '=', org)
    .executeTakeFirstOrThrow()
}

/** Departments as the scheme names them, with their indicators. @returns the one that leads most */
export async function seedDepartments(planned: DemoPlanned): Promise<string | undefined> {
  const { db, org } = planned
  const { id: cycle, scheme } = await cycleOf(planned)
  const stored = await findScheme(db, scheme)
  const read = stored && lookAt(filesOf(stored)).scheme
  if (read === undefined) return undefined
  const names = [...new Set(read.items.flatMap(leadNames(read)))]
  await addDepartments(db, org, names)
  const departments = await departmentsOf(db, org)
  const leads = leadsAsWritten(read, departments)
  await replaceItemLeads(db, { org, cycle }, leads)
  const led = Map.groupBy([...leads.values()].flat(), (id) => id)
  return [...led].toSorted(([, a], [, b]) => b.length - a.length)[0]?.[0]
}

// Most acknowledged, some not yet: that is what the organiser wants to see.
async function seedNotice(
  { db, system, org }: DemoPlanned,
  cycle: string,
  by: Person,
): Promise<void> {
  const sent_at = `${issuedOn(system)}T01:00:00Z`
  const title = `关于开展${system.cycle}的通知`
  const text = '请各单位对照方案和日程开展工作，按时填报，收到后签收。'
  const { id } = await sendNotice(db, { org, cycle, title, text, sent_at, sent_by: by.id })
  const receipts = await db
    .selectFrom('receipt')
    .select('unit')
    .where('notice', '=', id)
    .orderBy('unit')
    .execute()
  for (const { unit } of receipts.slice(Math.ceil(receipts.length / 4))) {
    await askAs(db, { org: unit, path: [org, unit] })
    await db
      .updateTable('receipt')
      .set({ acknowledged_at: `${issuedOn(system)}T06:30:00Z`, acknowledged_by: '经办人' })
      .where('notice', '=', id)
      .where('unit', '=', unit)
      .execute()
  }
  await askAs(db, { org, path: [org] })
}

async function seedQuestions({ db, system, org }: DemoPlanned, cycle: string): Promise<void> {
  const units = await db
    .selectFrom('assessee')
    .select('unit')
    .where('cycle', '=', cycle)
    .where('excluded_because', 'is', null)
    .orderBy('unit')
    .limit(2)
    .execute()
  const asked = [
    { clause: system.question.clause, text: system.question.text },
    { clause: system.question.clause, text: '材料的原件要不要一起报送？' },
  ]
  const ids: string[] = []
  for (const [at, { unit }] of units.entries()) {
    await askAs(db, { org: unit, path: [org, unit] })
    const asked_at = `${issuedOn(system)}T08:00:00Z`
    ids.push(await insertQuestion(db, { org, cycle, unit, item: null, asked_at, ...asked[at]! }))
  }
  await askAs(db, { org, path: [org] })
  const found = await findCycle(db, cycle)
  const [question] = ids
  if (found === undefined || question === undefined) return
  const { clause, text, answer, body } = system.question
  const decidedOn = dayOf(dayNumber(issuedOn(system)) + DAYS_TO_DECIDE)
  const minutes = {
    question,
    clause,
    asked: text,
    answer,
    body,
    decidedOn,
    reason: '统一各单位的做法',
  }
  await rule(db, found, { ...minutes, reading: null }, `${decidedOn}T10:00:00Z`)
}

const STEPS = [
  {
    task: 'lecturers',
    kind: 'report',
    text: '讲师团名单已经确定，开始备课',
    evidence: '讲师名单',
    days: '04-20',
  },
  {
    task: 'theme-education',
    kind: 'reminder',
    text: '请六月底前报主题教育的安排',
    evidence: null,
    days: '05-28',
  },
  {
    task: 'youth-study',
    kind: 'report',
    text: '上半年各期的参学情况已经汇总',
    evidence: '参学汇总表',
    days: '07-03',
  },
] as const

async function seedPlan(
  { db, system, org }: DemoPlanned,
  cycle: string,
  by: Person,
): Promise<void> {
  const { plan: folder } = system
  if (folder === undefined) return
  const file = new URL(`../../../../schemes/${folder}/priorities.yaml`, import.meta.url)
  const text = readFileSync(fileURLToPath(file), 'utf8')
  const title = /^名称: *(.+)$/m.exec(text)?.[1] ?? folder
  const loaded_at = `${system.startsOn}T02:00:00Z`
  const plan = await insertPlan(db, { org, cycle, title, text, loaded_at })
  const year = system.startsOn.slice(0, 4)
  for (const { days, ...step } of STEPS)
    await insertStep(db, {
      org,
      plan,
      target: null,
      reached: null,
      ...step,
      person: by.id,
      person_name: by.name,
      at: `${year}-${days}T03:00:00Z`,
    })
}

/** A notice with receipts, a question with a ruling, and work points. */
export async function seedPlanning(planned: DemoPlanned): Promise<void> {
  const { id: cycle } = await cycleOf(planned)
  const by = (await castOf(planned.db, planned.org)).organiser
  await seedNotice(planned, cycle, by)
  await seedQuestions(planned, cycle)
  await seedPlan(planned, cycle, by)
}

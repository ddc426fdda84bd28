import { sql } from 'kysely'
import type { Acting } from './acting.ts'

export interface StoredPlan {
  readonly org: string
  readonly id: string
  readonly cycle: string | null
  readonly title: string
  readonly text: string
  readonly loaded_at: string
}

/** Work points that the asker may see, without their texts, the newest first. */
export async function listPlans(db: Acting): Promise<Omit<StoredPlan, 'text'>[]> {
  return db
    .selectFrom('plan')
    .select(['org', 'id', 'cycle', 'title', 'loaded_at'])
    .orderBy('loaded_at', 'desc')
    .limit(200)
    .execute()
}

/** An organisation's own work points with their texts, the newest first. */
export async function plansOf(db: Acting, org: string): Promise<StoredPlan[]> {
  return db
    .selectFrom('plan')
    .selectAll()
    .where('org', '=', org)
    .orderBy('loaded_at', 'desc')
    .limit(50)
    .execute()
}

export async function findPlan(db: Acting, id: string): Promise<StoredPlan | undefined> {
  return db.selectFrom('plan').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function insertPlan(db: Acting, plan: Omit<StoredPlan, 'id'>): Promise<string> {
  const row = await db.insertInto('plan').values(plan).returning('id').executeTakeFirstOrThrow()
  return row.id
}

export interface StoredStep {
  readonly org: string
  readonly id: string
  readonly plan: string
  readonly task: string
  readonly target: number | null
  readonly kind: 'report' | 'reminder' | 'closing' | 'reopening'
  readonly text: string
  readonly evidence: string | null
  readonly reached: string | null
  readonly person: string
  readonly person_name: string
  readonly at: string
}

/** The supervision of a plan, from the earliest step. */
export async function planSteps(db: Acting, plan: string): Promise<StoredStep[]> {
  return db.selectFrom('plan_step').selectAll().where('plan', '=', plan).orderBy('at').execute()
}

export async function insertStep(db: Acting, step: Omit<StoredStep, 'id'>): Promise<string> {
  const row = await db
    .insertInto('plan_step')
    .values(step)
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** A file that came with a report of progress, or waits for one. */
export interface StoredPlanFile {
  readonly org: string
  readonly id: string
  readonly plan: string
  readonly task: string
  readonly step: string | null
  readonly sha256: string
  readonly name: string
  readonly type: string
  readonly size: number
  readonly person: string
  readonly at: string
}

export async function insertPlanFile(
  db: Acting,
  file: Omit<StoredPlanFile, 'id'>,
): Promise<StoredPlanFile> {
  return db.insertInto('plan_file').values(file).returningAll().executeTakeFirstOrThrow()
}

export async function findPlanFile(db: Acting, id: string): Promise<StoredPlanFile | undefined> {
  return db.selectFrom('plan_file').selectAll().where('id', '=', id).executeTakeFirst()
}

/** The files of a plan that came with its reports. */
export async function planFiles(db: Acting, plan: string): Promise<StoredPlanFile[]> {
  return db
    .selectFrom('plan_file')
    .selectAll()
    .where('plan', '=', plan)
    .where('step', 'is not', null)
    .orderBy('at')
    .execute()
}

/** Those of these files that wait for a report of this task. */
export async function waitingFiles(
  db: Acting,
  { plan, task }: Pick<StoredStep, 'plan' | 'task'>,
  ids: readonly string[],
): Promise<StoredPlanFile[]> {
  return db
    .selectFrom('plan_file')
    .selectAll()
    .where('plan', '=', plan)
    .where('task', '=', task)
    .where('step', 'is', null)
    .where('id', '=', sql<string>`ANY (${[...ids]}::uuid[])`)
    .orderBy('at')
    .execute()
}

/** Says with which report files came. */
export async function attachFiles(db: Acting, step: string, ids: readonly string[]): Promise<void> {
  await db
    .updateTable('plan_file')
    .set({ step })
    .where('id', '=', sql<string>`ANY (${[...ids]}::uuid[])`)
    .execute()
}

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

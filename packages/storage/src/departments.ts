import { sql } from 'kysely'
import type { Acting } from './acting.ts'
import { byName } from './names.ts'

export interface StoredDepartment {
  readonly id: string
  readonly name: string
}

/** The departments of an organisation that are there today, by name. */
export async function departmentsOf(db: Acting, org: string): Promise<StoredDepartment[]> {
  return db
    .selectFrom('department')
    .select(['id', 'name'])
    .where('org', '=', org)
    .where('ended_on', 'is', null)
    .orderBy(byName('name'))
    .execute()
}

/** Adds departments by name; those that are there stay as they are. @returns how many are new */
export async function addDepartments(
  db: Acting,
  org: string,
  names: readonly string[],
): Promise<number> {
  if (names.length === 0) return 0
  const { numInsertedOrUpdatedRows = 0n } = await db
    .insertInto('department')
    .values(names.map((name) => ({ org, name, ended_on: null })))
    .onConflict((conflict) => conflict.columns(['org', 'name']).doNothing())
    .executeTakeFirst()
  return Number(numInsertedOrUpdatedRows)
}

/** The departments of a post: its own, or null when it is for no department in particular. */
export async function departmentOfPost(db: Acting, post: string): Promise<string | null> {
  const row = await db
    .selectFrom('post')
    .select('department')
    .where('id', '=', post)
    .executeTakeFirst()
  return row?.department ?? null
}

export interface ItemLead {
  readonly item: string
  readonly department: string
}

/** Which departments answer for which indicators of a cycle. */
export async function itemLeads(db: Acting, cycle: string): Promise<ItemLead[]> {
  return db
    .selectFrom('item_department')
    .select(['item', 'department'])
    .where('cycle', '=', cycle)
    .orderBy('item')
    .execute()
}

/** Puts these departments in the place of those that answered for an indicator. */
export async function replaceItemLeads(
  db: Acting,
  { org, cycle }: { readonly org: string; readonly cycle: string },
  leads: ReadonlyMap<string, readonly string[]>,
): Promise<void> {
  const items = [...leads.keys()]
  if (items.length === 0) return
  await db
    .deleteFrom('item_department')
    .where('cycle', '=', cycle)
    .where('item', '=', sql<string>`ANY(${items}::text[])`)
    .execute()
  const rows = [...leads].flatMap(([item, departments]) =>
    departments.map((department) => ({ org, cycle, item, department })),
  )
  if (rows.length > 0) await db.insertInto('item_department').values(rows).execute()
}

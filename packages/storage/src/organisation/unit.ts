import { sql } from 'kysely'
import type { Acting } from '../acting.ts'
import { byName } from '../names.ts'

const PAGE = 100

/** A unit with its path from the top, as policies need it. */
export interface StoredUnit {
  readonly id: string
  readonly path: string[]
  readonly parent: string | null
  readonly kind: string
  readonly name: string
  readonly short_name: string | null
  readonly founded_on: string | null
  readonly ended_on: string | null
  readonly peer_group: string | null
  readonly version: number
}

export type UnitWithChildren = StoredUnit & { readonly children: number }

/** One unit, or undefined when there is none that the asker may see. */
export async function findUnit(db: Acting, id: string): Promise<StoredUnit | undefined> {
  return db.selectFrom('unit').selectAll().where('id', '=', id).executeTakeFirst()
}

/** The units above one, from the top, as far as the asker may see them. */
export async function unitsAbove(
  db: Acting,
  unit: Pick<StoredUnit, 'path'>,
): Promise<{ id: string; name: string }[]> {
  const above = unit.path.slice(0, -1)
  if (above.length === 0) return []
  return db
    .selectFrom('unit')
    .select(['id', 'name'])
    .where('id', 'in', above)
    .orderBy(sql`cardinality(path)`)
    .execute()
}

/** A page of the units right below one, by name, with how many each has below it. */
export async function unitsBelow(
  db: Acting,
  parent: string,
  after: string | undefined,
): Promise<{ units: UnitWithChildren[]; next: string | null }> {
  const rows = await db
    .selectFrom('unit')
    .selectAll()
    .select((eb) =>
      eb
        .selectFrom('unit as child')
        .select((inner) => inner.fn.countAll<number>().as('count'))
        .whereRef('child.parent', '=', 'unit.id')
        .where('child.ended_on', 'is', null)
        .as('children'),
    )
    .where('parent', '=', parent)
    .where('ended_on', 'is', null)
    .$if(after !== undefined, (query) => query.where(byName('name'), '>', after!))
    .orderBy(byName('name'))
    .limit(PAGE + 1)
    .execute()
  const units = rows.slice(0, PAGE).map((row) => ({ ...row, children: row.children ?? 0 }))
  return { units, next: rows.length > PAGE ? units.at(-1)!.name : null }
}

/** How many units stand right below one today. */
export async function countBelow(db: Acting, parent: string): Promise<number> {
  const { count } = await db
    .selectFrom('unit')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('parent', '=', parent)
    .where('ended_on', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}

/**
 * Lets no other change of the same tree happen until the end of the transaction: paths of many units hang
 * together. Reading goes on.
 */
export async function lockTree(db: Acting, path: readonly string[]): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`tree/${path[0] ?? ''}`}, 0))`.execute(
    db,
  )
}

/** Did the database refuse because this name is taken? (`unit_name`, `department_org_name_key`) */
export function isTaken(error: unknown, constraint: string): boolean {
  const { code, constraint: broken } = error as { code?: string; constraint?: string }
  return code === '23505' && broken === constraint
}

/** Those of these units that the asker may see. */
export async function findUnits(db: Acting, ids: readonly string[]): Promise<StoredUnit[]> {
  return db
    .selectFrom('unit')
    .selectAll()
    .where('id', '=', sql<string>`ANY (${ids}::uuid[])`)
    .execute()
}

/** The identifiers of all units that stand right below any of these today. */
export async function unitsBelowAll(db: Acting, parents: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('unit')
    .select('id')
    .where('parent', '=', sql<string>`ANY (${parents}::uuid[])`)
    .where('ended_on', 'is', null)
    .execute()
  return rows.map(({ id }) => id)
}

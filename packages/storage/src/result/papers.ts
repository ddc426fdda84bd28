import { sql } from 'kysely'
import type { Acting } from '../acting.ts'

/** A template of the committee's own for a kind of paper. */
export interface StoredTemplate {
  readonly org: string
  readonly id: string
  readonly cycle: string
  readonly paper: string
  readonly sha256: string
  readonly name: string
  readonly size: number
  readonly person: string
  readonly at: string
}

/** The templates of a cycle that are in use. */
export async function templatesOf(db: Acting, cycle: string): Promise<StoredTemplate[]> {
  return db
    .selectFrom('paper_template')
    .select(['org', 'id', 'cycle', 'paper', 'sha256', 'name', 'size', 'person', 'at'])
    .where('cycle', '=', cycle)
    .where('removed_at', 'is', null)
    .execute()
}

type Place = Pick<StoredTemplate, 'cycle' | 'paper'>

/** Takes the template of a kind of paper out of use. @returns it; undefined when there was none */
export async function removeTemplate(
  db: Acting,
  { cycle, paper }: Place,
  at: string,
): Promise<StoredTemplate | undefined> {
  return db
    .updateTable('paper_template')
    .set({ removed_at: at })
    .where('cycle', '=', cycle)
    .where('paper', '=', paper)
    .where('removed_at', 'is', null)
    .returning(['org', 'id', 'cycle', 'paper', 'sha256', 'name', 'size', 'person', 'at'])
    .executeTakeFirst()
}

/** Puts a template into use, in the place of the one before. */
export async function insertTemplate(
  db: Acting,
  fresh: Omit<StoredTemplate, 'id'>,
): Promise<StoredTemplate> {
  await removeTemplate(db, fresh, fresh.at)
  return db
    .insertInto('paper_template')
    .values(fresh)
    .returning(['org', 'id', 'cycle', 'paper', 'sha256', 'name', 'size', 'person', 'at'])
    .executeTakeFirstOrThrow()
}

/** What the office writes on a kind of paper of one result. */
export interface StoredDetail {
  readonly org: string
  readonly snapshot: string
  readonly paper: string
  readonly number: string
  readonly signed_on: string | null
  readonly copies: string
  readonly contact: string
}

export async function detailsOf(db: Acting, snapshot: string): Promise<StoredDetail[]> {
  return db.selectFrom('paper_detail').selectAll().where('snapshot', '=', snapshot).execute()
}

export async function putDetail(db: Acting, { org, snapshot, paper, ...said }: StoredDetail) {
  await db
    .insertInto('paper_detail')
    .values({ org, snapshot, paper, ...said })
    .onConflict((on) => on.columns(['org', 'snapshot', 'paper']).doUpdateSet(said))
    .execute()
}

/** Whom letters about these units go to on a day: the body or person that answers for each, if one is known. */
export async function leadersOf(
  db: Acting,
  units: readonly string[],
  on: string,
): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('answers_for')
    .leftJoin('unit', 'unit.id', 'answers_for.body')
    .select(['answers_for.org', sql<string>`coalesce(unit.name, answers_for.name)`.as('name')])
    .where('answers_for.org', '=', sql<string>`ANY (${[...units]}::uuid[])`)
    .where('from_on', '<=', on)
    .where((where) => where.or([where('to_on', 'is', null), where('to_on', '>=', on)]))
    .orderBy('capacity', 'desc')
    .orderBy('answers_for.id', 'desc')
    .execute()
  return new Map(rows.map(({ org, name }) => [org, name]))
}

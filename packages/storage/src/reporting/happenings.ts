import { sql } from 'kysely'
import type { Acting } from '../acting.ts'

/** Something that happened, as it was written down. */
export interface StoredHappening {
  readonly org: string
  readonly id: string
  readonly committee: string
  readonly cycle: string
  readonly event: string
  readonly happened_on: string
  /** By the ids of the attributes, as people write them. */
  readonly attributes: Readonly<Record<string, string>>
  readonly source: string
  readonly person: string
  readonly at: string
  readonly voided_because: string | null
  readonly version: number
}

/** The same with the files that go with it, each with what it is there as. */
export interface ProvedHappening extends StoredHappening {
  readonly files: readonly { readonly id: string; readonly name: string; readonly shows: string }[]
}

type Written = Omit<StoredHappening, 'id' | 'voided_because' | 'version'>

/** All that was written down of a unit in a cycle, also what was voided, oldest first. */
export async function happeningsOf(
  db: Acting,
  cycle: string,
  unit: string,
): Promise<ProvedHappening[]> {
  return db
    .selectFrom('happening')
    .selectAll()
    .select(
      sql<ProvedHappening['files']>`(SELECT coalesce(jsonb_agg(jsonb_build_object('id', f.id,
        'name', f.name, 'shows', a.shows) ORDER BY f.at, f.id), '[]')
        FROM happening_file a JOIN evidence_file f ON f.org = a.org AND f.id = a.file
        WHERE a.org = happening.org AND a.happening = happening.id AND a.removed_at IS NULL)`.as(
        'files',
      ),
    )
    .where('cycle', '=', cycle)
    .where('org', '=', unit)
    .orderBy('happened_on')
    .orderBy('id')
    .execute()
}

export async function insertHappening(db: Acting, written: Written): Promise<StoredHappening> {
  return db
    .insertInto('happening')
    .values({ ...written, attributes: JSON.stringify(written.attributes), voided_because: null })
    .returningAll()
    .executeTakeFirstOrThrow()
}

const AT_ONCE = 1000

/** Writes down many, in few statements. */
export async function insertHappenings(db: Acting, all: readonly Written[]): Promise<void> {
  for (let at = 0; at < all.length; at += AT_ONCE)
    await db
      .insertInto('happening')
      .values(
        all.slice(at, at + AT_ONCE).map((written) => ({
          ...written,
          attributes: JSON.stringify(written.attributes),
          voided_because: null,
        })),
      )
      .execute()
}

type Change = Pick<Written, 'happened_on' | 'attributes' | 'source' | 'person' | 'at'>

/** Writes over a row that still has `version`. @returns undefined when it has changed since, or was voided */
export async function changeHappening(
  db: Acting,
  { org, id, version }: Pick<StoredHappening, 'org' | 'id' | 'version'>,
  change: Change,
): Promise<StoredHappening | undefined> {
  const { happened_on, attributes, source, person, at } = change
  return db
    .updateTable('happening')
    .set({
      happened_on,
      attributes: JSON.stringify(attributes),
      source,
      person,
      at,
      version: version + 1,
    })
    .where('org', '=', org)
    .where('id', '=', id)
    .where('version', '=', version)
    .where('voided_because', 'is', null)
    .returningAll()
    .executeTakeFirst()
}

export interface Declared {
  readonly org: string
  readonly committee: string
  readonly cycle: string
  readonly event: string
  readonly complete: boolean
  readonly person: string
  readonly at: string
}

/** Says that all events of a kind are in, or takes that back. */
export async function declareComplete(db: Acting, declared: Declared): Promise<void> {
  const { complete, person, at } = declared
  await db
    .insertInto('declared_complete')
    .values(declared)
    .onConflict((conflict) =>
      conflict.columns(['org', 'cycle', 'event']).doUpdateSet({ complete, person, at }),
    )
    .execute()
}

/** A file goes with an event, as something that the scheme asks for; null when it does not any more. */
export async function attachToHappening(
  db: Acting,
  { org, id }: Pick<StoredHappening, 'org' | 'id'>,
  file: string,
  shows: string | null,
): Promise<void> {
  if (shows === null) {
    await db
      .updateTable('happening_file')
      .set({ removed_at: sql<string>`now()` })
      .where('org', '=', org)
      .where('happening', '=', id)
      .where('file', '=', file)
      .execute()
    return
  }
  await db
    .insertInto('happening_file')
    .values({ org, happening: id, file, shows, removed_at: null })
    .onConflict((conflict) =>
      conflict.columns(['org', 'happening', 'file']).doUpdateSet({ shows, removed_at: null }),
    )
    .execute()
}

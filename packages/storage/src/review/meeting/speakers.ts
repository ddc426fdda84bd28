import { sql } from 'kysely'
import type { Acting } from '../../acting.ts'

/** A unit that speaks in a meeting, and where it stands. */
export interface StoredSpeaker {
  readonly org: string
  readonly id: string
  readonly meeting: string
  readonly unit: string
  readonly name: string
  readonly position: number
  readonly state: 'waiting' | 'scoring' | 'sealed' | 'absent'
  readonly because: string | null
  readonly sealed_at: string | null
  readonly digest: string | null
  readonly has_summary: boolean
}

const LIGHT = [
  'org',
  'id',
  'meeting',
  'unit',
  'name',
  'position',
  'state',
  'because',
  'sealed_at',
  'digest',
] as const

/** The agenda in its order, without what was written. */
export async function speakersOf(db: Acting, meeting: string): Promise<StoredSpeaker[]> {
  return db
    .selectFrom('speaker')
    .select(LIGHT)
    .select(sql<boolean>`summary IS NOT NULL`.as('has_summary'))
    .where('meeting', '=', meeting)
    .orderBy('position')
    .execute()
}

/** How many gave their ballot, and how many are asked, by speaker: phones, and sheets that are settled. */
export async function turnoutOf(
  db: Acting,
  meeting: string,
): Promise<ReadonlyMap<string, { readonly given: number; readonly expected: number }>> {
  const { rows } = await sql<{ id: string; given: number; expected: number }>`
    SELECT s.id,
      ((SELECT count(*) FROM turnout t WHERE t.org = s.org AND t.speaker = s.id)
        + (SELECT count(*) FROM sheet p WHERE p.org = s.org AND p.speaker = s.id AND p.state = 'settled'))::integer
        AS given,
      ((SELECT count(*) FROM judge j WHERE j.org = s.org AND j.meeting = s.meeting)
        - (SELECT count(*) FROM judge_conflict c WHERE c.org = s.org AND c.speaker = s.id))::integer AS expected
    FROM speaker s WHERE s.meeting = ${meeting}::uuid`.execute(db)
  return new Map(rows.map(({ id, ...counts }) => [id, counts]))
}

/** Who speaks and in which order: those that are new come, those left out go, the others keep what they have. */
export async function placeSpeakers(
  db: Acting,
  { org, meeting }: Pick<StoredSpeaker, 'org' | 'meeting'>,
  units: readonly { readonly unit: string; readonly name: string }[],
): Promise<void> {
  const ids = units.map(({ unit }) => unit)
  await db
    .deleteFrom('speaker')
    .where('org', '=', org)
    .where('meeting', '=', meeting)
    .where('unit', '<>', sql<string>`ALL (${ids}::uuid[])`)
    .execute()
  if (units.length === 0) return
  await db
    .insertInto('speaker')
    .values(units.map((one, at) => ({ org, meeting, ...one, position: at + 1 })))
    .onConflict((taken) =>
      taken
        .columns(['org', 'meeting', 'unit'])
        .doUpdateSet((eb) => ({ position: eb.ref('excluded.position') })),
    )
    .execute()
}

type Moved = Pick<StoredSpeaker, 'state' | 'because' | 'sealed_at'>

export async function moveSpeaker(
  db: Acting,
  { org, id }: Pick<StoredSpeaker, 'org' | 'id'>,
  moved: Moved,
): Promise<void> {
  await db.updateTable('speaker').set(moved).where('org', '=', org).where('id', '=', id).execute()
}

/** Keeps the digest of the ballots that were sealed. */
export async function keepDigest(
  db: Acting,
  { org, id }: Pick<StoredSpeaker, 'org' | 'id'>,
  digest: string,
): Promise<void> {
  const query = db.updateTable('speaker').set({ digest })
  await query.where('org', '=', org).where('id', '=', id).execute()
}

/** The written summary of a speaker; null where there is none, undefined where one sees no such speaker. */
export async function summaryOf(
  db: Acting,
  id: string,
): Promise<{ readonly name: string; readonly summary: string | null } | undefined> {
  return db
    .selectFrom('speaker')
    .select(['name', 'summary'])
    .where('id', '=', id)
    .executeTakeFirst()
}

export async function writeSummary(
  db: Acting,
  { org, id }: Pick<StoredSpeaker, 'org' | 'id'>,
  summary: string | null,
): Promise<void> {
  const query = db.updateTable('speaker').set({ summary })
  await query.where('org', '=', org).where('id', '=', id).execute()
}

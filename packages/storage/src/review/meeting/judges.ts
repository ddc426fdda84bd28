import { sql } from 'kysely'
import type { Acting } from '../../acting.ts'

/** Who scores in a meeting. */
export interface StoredJudge {
  readonly org: string
  readonly id: string
  readonly meeting: string
  readonly number: number
  readonly name: string
  readonly judge_group: string
  readonly unit: string | null
  readonly affiliation: string
  readonly paper: boolean
  readonly issued_at: string | null
}

export interface StoredConflict {
  readonly judge: string
  readonly speaker: string
  readonly because: string
}

const SHOWN = [
  'org',
  'id',
  'meeting',
  'number',
  'name',
  'judge_group',
  'unit',
  'affiliation',
  'paper',
  'issued_at',
] as const

/** The judges of a meeting; his own row where a judge asks. */
export async function judgesOf(db: Acting, meeting: string): Promise<StoredJudge[]> {
  return db
    .selectFrom('judge')
    .select(SHOWN)
    .where('meeting', '=', meeting)
    .orderBy('number')
    .execute()
}

/** The judge whom a token was given to; row security shows it to nobody else. */
export async function judgeOf(
  db: Acting,
  token: Buffer,
): Promise<(StoredJudge & { readonly closed_at: string | null }) | undefined> {
  return (
    db
      .selectFrom('judge')
      .select(SHOWN)
      // His meeting is over at that moment.
      .select(({ selectFrom }) =>
        selectFrom('meeting')
          .select('meeting.closed_at')
          .whereRef('meeting.org', '=', 'judge.org')
          .whereRef('meeting.id', '=', 'judge.meeting')
          .as('closed_at'),
      )
      .where('token', '=', token)
      .executeTakeFirst()
  )
}

/** Whom the judges of a meeting do not score; only one's own where a judge asks. */
export async function conflictsOf(db: Acting, meeting: string): Promise<StoredConflict[]> {
  return db
    .selectFrom('judge_conflict')
    .innerJoin('speaker', (join) =>
      join
        .onRef('speaker.org', '=', 'judge_conflict.org')
        .onRef('speaker.id', '=', 'judge_conflict.speaker'),
    )
    .select(['judge_conflict.judge', 'judge_conflict.speaker', 'judge_conflict.because'])
    .where('speaker.meeting', '=', meeting)
    .execute()
}

type Fresh = Omit<StoredJudge, 'id' | 'issued_at'>

export async function insertJudges(db: Acting, all: readonly Fresh[]): Promise<StoredJudge[]> {
  if (all.length === 0) return []
  return db
    .insertInto('judge')
    .values([...all])
    .returning(SHOWN)
    .execute()
}

export async function deleteJudge(
  db: Acting,
  { org, id }: Pick<StoredJudge, 'org' | 'id'>,
): Promise<void> {
  await db.deleteFrom('judge').where('org', '=', org).where('id', '=', id).execute()
}

/** Whether a judge gave any ballot; which ones nobody knows. */
export async function hasVoted(db: Acting, judge: string): Promise<boolean> {
  const found = await db
    .selectFrom('turnout')
    .select('judge')
    .where('judge', '=', judge)
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

/** Adds what judges do not score; what is known already stays as it is. */
export async function insertConflicts(
  db: Acting,
  org: string,
  all: readonly StoredConflict[],
): Promise<void> {
  if (all.length === 0) return
  await db
    .insertInto('judge_conflict')
    .values(all.map((one) => ({ ...one, org })))
    .onConflict((known) => known.doNothing())
    .execute()
}

export async function clearConflicts(db: Acting, org: string, judge: string): Promise<void> {
  await db.deleteFrom('judge_conflict').where('org', '=', org).where('judge', '=', judge).execute()
}

/** Gives judges their links: the hashes of fresh tokens, over which older ones are gone. */
export async function linkJudges(
  db: Acting,
  org: string,
  links: readonly { readonly judge: string; readonly token: Buffer }[],
  at: string,
): Promise<void> {
  if (links.length === 0) return
  const judges = links.map(({ judge }) => judge)
  const tokens = links.map(({ token }) => token)
  await sql`
    UPDATE judge SET token = fresh.token, issued_at = ${at}::timestamptz, paper = false
    FROM unnest(${judges}::uuid[], ${tokens}::bytea[]) AS fresh (id, token)
    WHERE judge.org = ${org}::uuid AND judge.id = fresh.id`.execute(db)
}

/** Takes a judge's link away: he writes on paper from now on. */
export async function putOnPaper(
  db: Acting,
  { org, id }: Pick<StoredJudge, 'org' | 'id'>,
): Promise<void> {
  const query = db.updateTable('judge').set({ paper: true, token: null, issued_at: null })
  await query.where('org', '=', org).where('id', '=', id).execute()
}

/** Units with those above them, from the top, as far as one may see them. */
export async function pathsOf(
  db: Acting,
  units: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (units.length === 0) return new Map()
  const rows = await db
    .selectFrom('unit')
    .select(['id', 'path'])
    .where('id', '=', sql<string>`ANY (${[...new Set(units)]}::uuid[])`)
    .execute()
  return new Map(rows.map(({ id, path }) => [id, path]))
}

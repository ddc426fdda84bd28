import { sql } from 'kysely'
import type { Acting } from './acting.ts'
import { byName } from './names.ts'

export interface StoredNotice {
  readonly org: string
  readonly id: string
  readonly cycle: string
  readonly title: string
  readonly text: string
  readonly sent_at: string
}

export interface StoredReceipt {
  readonly notice: string
  readonly unit: string
  readonly name: string
  readonly acknowledged_at: string | null
  readonly acknowledged_by: string | null
}

/** The notices of a cycle, the newest first. */
export async function noticesOf(db: Acting, cycle: string): Promise<StoredNotice[]> {
  return db
    .selectFrom('notice')
    .select(['org', 'id', 'cycle', 'title', 'text', 'sent_at'])
    .where('cycle', '=', cycle)
    .orderBy('sent_at', 'desc')
    .limit(100)
    .execute()
}

export async function findNotice(db: Acting, id: string): Promise<StoredNotice | undefined> {
  return db
    .selectFrom('notice')
    .select(['org', 'id', 'cycle', 'title', 'text', 'sent_at'])
    .where('id', '=', id)
    .executeTakeFirst()
}

/** The address lists of the notices of a cycle, as far as one may see them. */
export async function receiptsOf(db: Acting, cycle: string): Promise<StoredReceipt[]> {
  return db
    .selectFrom('receipt')
    .innerJoin('notice', (join) =>
      join.onRef('notice.org', '=', 'receipt.org').onRef('notice.id', '=', 'receipt.notice'),
    )
    .innerJoin('unit', 'unit.id', 'receipt.unit')
    .select(['receipt.notice', 'receipt.unit', 'acknowledged_at', 'acknowledged_by', 'unit.name'])
    .where('notice.cycle', '=', cycle)
    .orderBy(byName('unit.name'))
    .execute()
}

/** Sends a notice to all who take part in its cycle. @returns its identifier, and how many they are */
export async function sendNotice(
  db: Acting,
  notice: Omit<StoredNotice, 'id'> & { readonly sent_by: string },
): Promise<{ id: string; units: number }> {
  const { id } = await db
    .insertInto('notice')
    .values(notice)
    .returning('id')
    .executeTakeFirstOrThrow()
  const { numAffectedRows = 0n } = await sql`
    INSERT INTO receipt (org, notice, unit)
    SELECT org, ${id}, unit FROM assessee
    WHERE cycle = ${notice.cycle} AND excluded_because IS NULL`.execute(db)
  return { id, units: Number(numAffectedRows) }
}

/** A unit says that a notice arrived; the first time counts. @returns undefined when it was not addressed */
export async function acknowledge(
  db: Acting,
  notice: string,
  unit: string,
  by: string,
  at: string,
): Promise<{ at: string; fresh: boolean } | undefined> {
  const row = await db
    .updateTable('receipt')
    .set({ acknowledged_at: at, acknowledged_by: by })
    .where('notice', '=', notice)
    .where('unit', '=', unit)
    .where('acknowledged_at', 'is', null)
    .returning('acknowledged_at')
    .executeTakeFirst()
  if (row !== undefined) return { at, fresh: true }
  const before = await db
    .selectFrom('receipt')
    .select('acknowledged_at')
    .where('notice', '=', notice)
    .where('unit', '=', unit)
    .executeTakeFirst()
  const known = before?.acknowledged_at
  return known ? { at: known, fresh: false } : undefined
}

export interface StoredQuestion {
  readonly org: string
  readonly id: string
  readonly cycle: string
  readonly unit: string
  readonly unit_name: string
  readonly clause: string
  readonly item: string | null
  readonly text: string
  readonly asked_at: string
}

const questions = (db: Acting) =>
  db
    .selectFrom('question')
    .innerJoin('unit', 'unit.id', 'question.unit')
    .selectAll('question')
    .select('unit.name as unit_name')

export async function questionsOf(db: Acting, cycle: string): Promise<StoredQuestion[]> {
  return questions(db).where('cycle', '=', cycle).orderBy('asked_at', 'desc').limit(500).execute()
}

export async function findQuestion(db: Acting, id: string): Promise<StoredQuestion | undefined> {
  return questions(db).where('question.id', '=', id).executeTakeFirst()
}

export async function insertQuestion(
  db: Acting,
  question: Omit<StoredQuestion, 'id' | 'unit_name'>,
): Promise<string> {
  const row = await db
    .insertInto('question')
    .values(question)
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export interface StoredRuling {
  readonly org: string
  readonly id: string
  readonly cycle: string
  readonly question: string | null
  readonly clause: string
  readonly asked: string
  readonly answer: string
  readonly body: string
  readonly decided_on: string
  readonly reading: string
  readonly draft: string
  readonly recorded_at: string
}

/** The rulings of a cycle; in force since the version that carries them was published. */
export async function rulingsOf(
  db: Acting,
  cycle: string,
): Promise<(StoredRuling & { in_force: boolean })[]> {
  return (
    db
      .selectFrom('ruling')
      .leftJoin('scheme', (join) =>
        join.onRef('scheme.org', '=', 'ruling.org').onRef('scheme.id', '=', 'ruling.draft'),
      )
      .selectAll('ruling')
      // A draft is not visible to those below: what they do not see is not in force.
      .select(sql<boolean>`coalesce(scheme.state = 'published', false)`.as('in_force'))
      .where('ruling.cycle', '=', cycle)
      .orderBy('decided_on', 'desc')
      .execute()
  )
}

export async function insertRuling(db: Acting, ruling: Omit<StoredRuling, 'id'>): Promise<string> {
  const row = await db.insertInto('ruling').values(ruling).returning('id').executeTakeFirstOrThrow()
  return row.id
}

/** The draft that corrects a scheme and is not published yet: further rulings go into the same one. */
export async function openCorrection(db: Acting, scheme: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('scheme')
    .select('id')
    .where('corrects', '=', scheme)
    .where('state', '=', 'draft')
    .orderBy('changed_at', 'desc')
    .executeTakeFirst()
  return row?.id
}

import { sql } from 'kysely'
import { type Acting, acting } from '../acting.ts'
import type { Database } from '../connect.ts'
import { insertJobFile, type JobFile } from './ask.ts'

/** Work that a process has taken. */
export interface Claimed {
  readonly org: string
  readonly id: string
  readonly kind: string
  readonly title: string | null
  readonly input: object
  readonly request: string
  readonly cancelling: boolean
  /** The how manyeth try this is, from 1. */
  readonly attempts: number
}

const asKeeper = <T>(db: Database, work: (keeper: Acting) => Promise<T>): Promise<T> =>
  acting(db, { role: 'job-keeper' }, work)

/**
 * Takes the work that has waited longest, or whose lease ran out: of several processes each takes another.
 * All times are the database's, so that servers need not agree about theirs.
 * @param ticket the hash of what opens the work from now on
 */
export async function claimJob(
  db: Database,
  ticket: Buffer,
  leaseSeconds: number,
): Promise<Claimed | undefined> {
  const { rows } = await asKeeper(db, (keeper) =>
    sql<Claimed>`
      UPDATE job SET state = 'running', ticket_hash = ${ticket}, attempts = attempts + 1,
        lease_until = now() + make_interval(secs => ${leaseSeconds}), begun_at = coalesce(begun_at, now())
      WHERE (org, id) = (
        SELECT org, id FROM job
        WHERE (state = 'waiting' AND not_before <= now() AND NOT EXISTS (
            SELECT FROM job other WHERE other.key = job.key AND other.state = 'running'))
          OR (state = 'running' AND lease_until <= now())
        ORDER BY not_before, asked_at LIMIT 1 FOR UPDATE SKIP LOCKED)
      RETURNING org, id, kind, title, input, request, cancelling, attempts`.execute(keeper),
  )
  return rows[0]
}

/** What the one who works is told between steps. */
export interface Held {
  readonly cancelling: boolean
}

/** Says how far it is and keeps the lease. @returns undefined when another has the work by now */
export async function keepJob(
  db: Database,
  ticket: Buffer,
  leaseSeconds: number,
  progress: { readonly done: number; readonly total: number | null; readonly said: string | null },
): Promise<Held | undefined> {
  return asKeeper(db, (keeper) =>
    keeper
      .updateTable('job')
      .set({
        ...progress,
        lease_until: sql<string>`now() + make_interval(secs => ${leaseSeconds})`,
      })
      .where('ticket_hash', '=', ticket)
      .where('state', '=', 'running')
      .returning('cancelling')
      .executeTakeFirst(),
  )
}

/**
 * Puts work back, to be tried again after so many seconds. Where another of its key waits already, that one
 * does for both, and this one is over.
 */
export async function putBackJob(
  db: Database,
  ticket: Buffer,
  seconds: number,
  attempts: number,
): Promise<void> {
  await asKeeper(db, (keeper) =>
    sql`
      UPDATE job SET lease_until = NULL, attempts = ${attempts},
        not_before = now() + make_interval(secs => ${seconds}),
        state = CASE WHEN another.waits THEN 'cancelled' ELSE 'waiting' END,
        ended_at = CASE WHEN another.waits THEN now() END
      FROM (SELECT EXISTS (SELECT FROM job w JOIN job mine ON mine.key = w.key
        WHERE mine.ticket_hash = ${ticket} AND w.state = 'waiting') AS waits) another
      WHERE ticket_hash = ${ticket} AND state = 'running'`.execute(keeper),
  )
}

/** Ends work without result. */
export async function endJob(
  db: Acting,
  ticket: Buffer,
  state: 'failed' | 'cancelled',
  problem: string | null,
): Promise<void> {
  await db
    .updateTable('job')
    .set({ state, problem, ended_at: sql<string>`now()` })
    .where('ticket_hash', '=', ticket)
    .where('state', '=', 'running')
    .execute()
}

/** As the keeper, where the one who asked cannot be acted for any more. */
export async function abandonJob(db: Database, ticket: Buffer, problem: string): Promise<void> {
  await asKeeper(db, (keeper) => endJob(keeper, ticket, 'failed', problem))
}

export async function dropJob(db: Database, ticket: Buffer): Promise<void> {
  await asKeeper(db, (keeper) => endJob(keeper, ticket, 'cancelled', null))
}

/** What came of work, in one sentence; and as a page, or as a file to fetch. */
export interface JobResult {
  readonly said: string | null
  readonly page?: string
  readonly file?: JobFile
}

/**
 * Ends work well, in the transaction of its last step: what it did and that it is done are stored together.
 * @returns false when it was cancelled, or is another's by now; then nothing may be stored
 */
export async function finishJob(
  db: Acting,
  ticket: Buffer,
  { said, page, file }: JobResult,
): Promise<boolean> {
  const row = await db
    .updateTable('job')
    .set({
      state: 'done',
      said,
      page: page ?? null,
      done: sql<number>`coalesce(total, done)`,
      ended_at: sql<string>`now()`,
    })
    .where('ticket_hash', '=', ticket)
    .where('state', '=', 'running')
    .where('cancelling', '=', false)
    .returning(['org', 'id', 'person'])
    .executeTakeFirst()
  if (row === undefined) return false
  const { person } = row
  if (file !== undefined && person !== null)
    await insertJobFile(db, { ...row, person }, 'result', file)
  return true
}

/** As whom work is done, as the database was told. */
export interface EnteredJob {
  readonly job: string
  readonly person: string | null
  readonly person_name: string | null
  readonly post: string | null
  readonly role: string | null
  readonly org: string | null
  readonly org_name: string | null
  readonly path: string[] | null
}

/** Tells the database for whom the work of a ticket is done, for the rest of the transaction, and says it. */
export async function enterJob(db: Acting, ticket: Buffer): Promise<EnteredJob | undefined> {
  const { rows } = await sql<EnteredJob>`SELECT * FROM kaohe_enter_job(${ticket})`.execute(db)
  return rows[0]
}

/** Removes what ended so many days ago, with its files. @returns how many */
export async function tidyJobs(db: Database, days: number): Promise<number> {
  const rows = await asKeeper(db, (keeper) =>
    keeper
      .deleteFrom('job')
      .where('ended_at', '<', sql<string>`now() - make_interval(days => ${days})`)
      .returning('id')
      .execute(),
  )
  return rows.length
}

/** How much waits and runs, for those who watch. */
export async function countJobs(
  db: Database,
): Promise<{ readonly waiting: number; readonly running: number }> {
  return asKeeper(db, (keeper) =>
    keeper
      .selectFrom('job')
      .select([
        sql<number>`count(*) FILTER (WHERE state = 'waiting' AND not_before <= now())`.as(
          'waiting',
        ),
        sql<number>`count(*) FILTER (WHERE state = 'running')`.as('running'),
      ])
      .where('state', 'in', ['waiting', 'running'])
      .executeTakeFirstOrThrow(),
  )
}

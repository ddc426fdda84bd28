import { sql } from 'kysely'
import type { Acting } from '../acting.ts'
import type { JobState } from '../tables.ts'

/** Bytes that go into a job or come out of it. */
export interface JobFile {
  readonly name: string
  readonly type: string
  readonly content: Uint8Array
}

/** Work for the person who asks, on the post in use. */
export interface NewJob {
  readonly org: string
  readonly person: string
  readonly post: string
  readonly kind: string
  /** As its owner sees it; null for work that no page shows. */
  readonly title: string | null
  readonly input: object
  readonly request: string
  readonly file?: JobFile
}

/** Asks for work. @returns its identifier */
export async function insertJob(db: Acting, { file, input, ...rest }: NewJob): Promise<string> {
  const { id } = await db
    .insertInto('job')
    .values({ ...rest, input: JSON.stringify(input) })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (file !== undefined) await insertJobFile(db, { ...rest, id }, 'input', file)
  return id
}

export async function insertJobFile(
  db: Acting,
  { org, id: job, person }: { readonly org: string; readonly id: string; readonly person: string },
  part: 'input' | 'result',
  { content, name, type }: JobFile,
): Promise<void> {
  await db
    .insertInto('job_file')
    .values({ org, job, part, person, name, type, content: Buffer.from(content) })
    .execute()
}

/** Work of an organisation itself, or of a person alone. */
export interface QuietJob {
  readonly org: string
  readonly person?: string
  readonly kind: 'announce' | 'deadlines' | 'deliver'
  readonly key: string
  readonly input?: object
  readonly request: string
  /** Not before this instant; absent for now. */
  readonly from?: string
}

/** Asks for work that nobody waits for; what waits already under the same key does for both. */
export async function askQuietly(db: Acting, jobs: readonly QuietJob[]): Promise<void> {
  if (jobs.length === 0) return
  const rows = jobs.map(({ from, input = {}, person = null, ...rest }) => ({
    ...rest,
    person,
    input: JSON.stringify(input),
    ...(from !== undefined && { not_before: from }),
  }))
  // Without naming the index, and without an answer: the asker may not be one who sees the row.
  await db
    .insertInto('job')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** A job as its owner looks at it. */
export interface StoredJob {
  readonly org: string
  readonly id: string
  readonly kind: string
  readonly title: string | null
  readonly state: JobState
  readonly done: number
  readonly total: number | null
  readonly said: string | null
  readonly cancelling: boolean
  readonly attempts: number
  readonly not_before: string
  readonly problem: string | null
  readonly page: string | null
  readonly asked_at: string
  readonly begun_at: string | null
  readonly ended_at: string | null
  readonly file: string | null
}

const MOST_SHOWN = 100

const shown = (db: Acting) =>
  db
    .selectFrom('job')
    .leftJoin('job_file', (join) =>
      join
        .onRef('job_file.org', '=', 'job.org')
        .onRef('job_file.job', '=', 'job.id')
        .on('job_file.part', '=', 'result'),
    )
    .select([
      'job.org',
      'job.id',
      'job.kind',
      'job.title',
      'job.state',
      'job.done',
      'job.total',
      'job.said',
      'job.cancelling',
      'job.attempts',
      'job.not_before',
      'job.problem',
      'job.page',
      'job.asked_at',
      'job.begun_at',
      'job.ended_at',
      'job_file.name as file',
    ])
    .where('job.title', 'is not', null)

/** What a person asked for lately, the newest first. */
export async function jobsOf(db: Acting, person: string): Promise<StoredJob[]> {
  return shown(db)
    .where('job.person', '=', person)
    .orderBy('job.asked_at', 'desc')
    .orderBy('job.id')
    .limit(MOST_SHOWN)
    .execute()
}

export async function findJob(
  db: Acting,
  person: string,
  id: string,
): Promise<StoredJob | undefined> {
  return shown(db).where('job.person', '=', person).where('job.id', '=', id).executeTakeFirst()
}

/** @returns what went into a job, or came out of it */
export async function readJobFile(
  db: Acting,
  job: string,
  part: 'input' | 'result',
): Promise<JobFile | undefined> {
  return db
    .selectFrom('job_file')
    .select(['name', 'type', 'content'])
    .where('job', '=', job)
    .where('part', '=', part)
    .executeTakeFirst()
}

/**
 * Its owner does not want it any more: what waits is over at once, what runs stops at its next step.
 * @returns undefined when it has ended before
 */
export async function cancelJob(
  db: Acting,
  person: string,
  id: string,
): Promise<JobState | undefined> {
  const row = await db
    .updateTable('job')
    .set({
      cancelling: true,
      state: sql<JobState>`CASE state WHEN 'waiting' THEN 'cancelled' ELSE state END`,
      ended_at: sql<string>`CASE state WHEN 'waiting' THEN now() END`,
    })
    .where('id', '=', id)
    .where('person', '=', person)
    .where('state', 'in', ['waiting', 'running'])
    .returning('state')
    .executeTakeFirst()
  return row?.state
}

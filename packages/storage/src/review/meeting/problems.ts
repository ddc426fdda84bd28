import { sql } from 'kysely'
import type { Acting } from '../../acting.ts'

/** What went wrong for a judge, as he told it, and what was done about it. */
export interface StoredProblem {
  readonly org: string
  readonly id: string
  readonly meeting: string
  readonly judge: string
  readonly client: string
  readonly text: string
  readonly at: string
  readonly dealt_at: string | null
  readonly answer: string | null
}

/** The same for those who deal with it. */
export interface NamedProblem extends StoredProblem {
  readonly number: number
  readonly name: string
}

const SHOWN = [
  'judge_problem.org',
  'judge_problem.id',
  'judge_problem.meeting',
  'judge_problem.judge',
  'judge_problem.client',
  'judge_problem.text',
  'judge_problem.at',
  'judge_problem.dealt_at',
  'judge_problem.answer',
] as const

/** What the judges of a meeting told, in its order; one's own where a judge asks. */
export async function problemsOf(db: Acting, meeting: string): Promise<NamedProblem[]> {
  return db
    .selectFrom('judge_problem')
    .innerJoin('judge', (join) =>
      join
        .onRef('judge.org', '=', 'judge_problem.org')
        .onRef('judge.id', '=', 'judge_problem.judge'),
    )
    .select([...SHOWN, 'judge.number', 'judge.name'])
    .where('judge_problem.meeting', '=', meeting)
    .orderBy('judge_problem.at')
    .orderBy('judge_problem.id')
    .execute()
}

/** The same of the judge who asks, while no other attempt of his is taken until the end of the transaction. */
export async function lockProblems(
  db: Acting,
  { id, meeting }: { readonly id: string; readonly meeting: string },
): Promise<NamedProblem[]> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`problem/${id}`}, 0))`.execute(db)
  return problemsOf(db, meeting)
}

type Fresh = Omit<StoredProblem, 'id' | 'dealt_at' | 'answer'>

/** Keeps what a judge told. @throws where his attempt is known already */
export async function insertProblem(db: Acting, fresh: Fresh): Promise<StoredProblem> {
  const query = db.insertInto('judge_problem').values(fresh).returning(SHOWN)
  return query.executeTakeFirstOrThrow()
}

interface Dealt {
  readonly dealt_at: string
  readonly dealt_by: string
  readonly answer: string | null
}

/** Says that a problem was dealt with. @returns whether it was this that did so: somebody may have been faster */
export async function dealWithProblem(
  db: Acting,
  { org, id }: Pick<StoredProblem, 'org' | 'id'>,
  dealt: Dealt,
): Promise<boolean> {
  const rows = await db
    .updateTable('judge_problem')
    .set(dealt)
    .where('org', '=', org)
    .where('id', '=', id)
    .where('dealt_at', 'is', null)
    .returning('id')
    .execute()
  return rows.length > 0
}

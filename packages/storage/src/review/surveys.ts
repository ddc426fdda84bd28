import { type Insertable, sql } from 'kysely'
import type { Acting } from '../acting.ts'
import type { SurveyFigure, SurveyTable } from '../tables/survey.ts'

export type { SurveyFigure } from '../tables/survey.ts'

/** One version of what a survey came to. */
export interface StoredSurvey {
  readonly org: string
  readonly id: string
  readonly cycle: string
  readonly name: string
  readonly method: string
  readonly source: string
  readonly from_on: string
  readonly to_on: string
  readonly answers: number | null
  readonly file: string
  readonly sha256: string
  readonly figures: readonly SurveyFigure[]
  readonly replaces: string | null
  readonly because: string | null
  readonly person: string
  readonly at: string
}

/** A survey as a result is made of it. */
export type ContentSurvey = Pick<
  StoredSurvey,
  'id' | 'name' | 'method' | 'source' | 'from_on' | 'to_on' | 'answers' | 'figures'
>

export interface StoredReopening {
  readonly id: string
  readonly because: string
  readonly asked_by: string
  readonly asked_at: string
  readonly agreed_by: string | null
  readonly agreed_at: string | null
}

/** The surveys of a cycle with all that the page says of them. */
export interface SurveysOfCycle {
  /** All versions, the newest first. */
  readonly surveys: readonly (StoredSurvey & { readonly by: string | null })[]
  /** The last time that somebody asked to open them again. */
  readonly reopening: (StoredReopening & { readonly by: string | null }) | null
  /** The newest frozen result. */
  readonly frozen: { readonly name: string; readonly at: string } | null
}

/** What stands of a cycle, in one query. */
export async function surveysOf(db: Acting, cycle: string): Promise<SurveysOfCycle> {
  const { rows } = await sql<{ found: SurveysOfCycle }>`
    SELECT jsonb_build_object(
      'surveys', (SELECT coalesce(jsonb_agg(to_jsonb(s) || jsonb_build_object('by', p.name)
          ORDER BY s.at DESC, s.id DESC), '[]')
        FROM survey s LEFT JOIN person p ON p.id = s.person WHERE s.cycle = ${cycle}::uuid),
      'reopening', (SELECT to_jsonb(r) || jsonb_build_object('by', p.name)
        FROM survey_reopening r LEFT JOIN person p ON p.id = r.asked_by
        WHERE r.cycle = ${cycle}::uuid ORDER BY r.asked_at DESC, r.id DESC LIMIT 1),
      'frozen', (SELECT jsonb_build_object('name', f.name, 'at', f.at) FROM snapshot f
        WHERE f.cycle = ${cycle}::uuid ORDER BY f.at DESC LIMIT 1)
    ) AS found`.execute(db)
  return rows[0]!.found
}

/** The same, held until the end of the transaction, so that two files do not give one figure. */
export async function lockSurveys(db: Acting, cycle: string): Promise<SurveysOfCycle> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`survey/${cycle}`}, 0))`.execute(db)
  return surveysOf(db, cycle)
}

type Fresh = Omit<Insertable<SurveyTable>, 'id' | 'figures'> & {
  readonly figures: readonly SurveyFigure[]
}

/** Stores a version. @returns its id */
export async function insertSurvey(db: Acting, { figures, ...fresh }: Fresh): Promise<string> {
  const { id } = await db
    .insertInto('survey')
    .values({ ...fresh, figures: JSON.stringify(figures) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

interface Asked {
  readonly org: string
  readonly cycle: string
  readonly because: string
  readonly asked_by: string
  readonly asked_at: string
}

export async function askSurveyReopening(db: Acting, asked: Asked): Promise<void> {
  await db.insertInto('survey_reopening').values(asked).execute()
}

/** Another person agrees; false when somebody did already. */
export async function agreeSurveyReopening(
  db: Acting,
  id: string,
  agreed: { readonly agreed_by: string; readonly agreed_at: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('survey_reopening')
    .set(agreed)
    .where('id', '=', id)
    .where('agreed_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

import { sql } from 'kysely'
import type { Acting } from '../../acting.ts'

/** What changes on the screens of a meeting. */
export interface Agenda {
  readonly version: number
  readonly state: 'preparing' | 'running' | 'closed'
  /** Who is being scored. */
  readonly now: string | null
  /** How many gave their ballot for him. */
  readonly given: number
  /** How often judges told of a problem, or one was dealt with. */
  readonly problems: number
}

/** In one query, which is asked several times a second: whatever the number of screens, once. */
export async function agendaNow(db: Acting, meeting: string): Promise<Agenda | undefined> {
  const { rows } = await sql<Agenda>`
    SELECT m.version, m.state, s.id AS now,
      (SELECT count(*)::integer FROM turnout t WHERE t.org = s.org AND t.speaker = s.id) AS given,
      (SELECT (count(*) + count(p.dealt_at))::integer FROM judge_problem p
        WHERE p.org = m.org AND p.meeting = m.id) AS problems
    FROM meeting m LEFT JOIN speaker s ON s.org = m.org AND s.meeting = m.id AND s.state = 'scoring'
    WHERE m.id = ${meeting}::uuid`.execute(db)
  return rows[0]
}

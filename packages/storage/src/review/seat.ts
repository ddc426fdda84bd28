import { sql } from 'kysely'
import type { Acting } from '../acting.ts'

/** As what one looks at the desks of a cycle. */
export interface StoredSeat {
  /** The name of the department of one's post; null for a post of no department. */
  readonly department: string | null
  /** Assessed units at which, or below which, one has a post: those one does not mark. */
  readonly own: readonly string[]
}

/** One query for both. */
export async function seatOf(
  db: Acting,
  {
    post,
    person,
    cycle,
  }: { readonly post: string; readonly person: string; readonly cycle: string },
): Promise<StoredSeat> {
  const { rows } = await sql<StoredSeat>`
    SELECT
      (SELECT d.name FROM post p JOIN department d ON d.org = p.org AND d.id = p.department
        WHERE p.id = ${post}::uuid) AS department,
      (SELECT coalesce(array_agg(a.unit), '{}') FROM assessee a
        WHERE a.cycle = ${cycle}::uuid AND EXISTS (
          SELECT FROM post p JOIN unit u ON u.id = p.org
          WHERE p.person = ${person}::uuid AND u.path @> ARRAY[a.unit]
            AND (p.to_on IS NULL OR p.to_on > current_date))) AS own`.execute(db)
  return rows[0] ?? { department: null, own: [] }
}

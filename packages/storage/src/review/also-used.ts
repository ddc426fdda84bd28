import { sql } from 'kysely'
import type { Acting } from '../acting.ts'

/** One place where the bytes of a file were handed in: by whom, in which cycle, for which item. */
export interface UsedFile {
  readonly sha256: string
  readonly file: string
  readonly name: string
  readonly unit: string
  readonly unitName: string
  readonly cycle: string
  readonly title: string
  readonly item: string
  readonly at: string
}

/** Every use of these bytes in cycles of the same committee, oldest first; one query whatever their number. */
export async function alsoUsed(
  db: Acting,
  committee: string,
  hashes: readonly string[],
): Promise<UsedFile[]> {
  const { rows } = await sql<UsedFile>`
    SELECT f.sha256, f.id AS file, f.name, f.org AS unit, u.name AS "unitName", f.cycle, c.title,
      i.item, f.at
    FROM evidence_file f
      JOIN evidence_item i ON i.org = f.org AND i.file = f.id AND i.removed_at IS NULL
      JOIN unit u ON u.id = f.org
      JOIN cycle c ON c.id = f.cycle
    WHERE f.sha256 = ANY (${[...hashes]}) AND c.org = ${committee}::uuid
    ORDER BY f.at, f.id, i.item`.execute(db)
  return rows
}

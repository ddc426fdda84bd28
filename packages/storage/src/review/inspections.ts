import { sql } from 'kysely'
import type { Acting } from '../acting.ts'

/** What was found of a unit on one thing to check; an empty text is one that was taken back. */
export interface StoredFinding {
  readonly org: string
  /** Named by the telephone. */
  readonly id: string
  readonly cycle: string
  readonly unit: string
  readonly subject: string
  readonly text: string
  readonly note: string | null
  readonly noted_at: string
  readonly person: string
  readonly at: string
}

export interface StoredChecklist {
  readonly org: string
  readonly cycle: string
  readonly unit: string
  readonly handed: boolean
  readonly person: string
  readonly at: string
}

/** A finding as a result is made of it. */
export type ContentFinding = Pick<
  StoredFinding,
  'unit' | 'subject' | 'text' | 'note' | 'person' | 'at'
>

/** What stands of a cycle, the last finding on each thing, and which checklists were handed in. */
export async function findingsOf(
  db: Acting,
  cycle: string,
): Promise<{
  findings: (StoredFinding & { readonly by: string | null })[]
  sheets: StoredChecklist[]
}> {
  const { rows } = await sql<{ found: Awaited<ReturnType<typeof findingsOf>> }>`
    SELECT jsonb_build_object(
      'findings', (SELECT coalesce(jsonb_agg(to_jsonb(l) ORDER BY l.unit, l.subject), '[]') FROM (
        SELECT DISTINCT ON (f.unit, f.subject) f.*, p.name AS by
        FROM finding f LEFT JOIN person p ON p.id = f.person
        WHERE f.cycle = ${cycle}::uuid
        ORDER BY f.unit, f.subject, f.noted_at DESC, f.id DESC) l),
      'sheets', (SELECT coalesce(jsonb_agg(to_jsonb(s)), '[]') FROM inspection_sheet s
        WHERE s.cycle = ${cycle}::uuid)
    ) AS found`.execute(db)
  return rows[0]!.found
}

/** Writes a finding down; one of the same name that is there already stays as it is. */
export async function insertFinding(db: Acting, finding: StoredFinding): Promise<void> {
  await db
    .insertInto('finding')
    .values(finding)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Hands the checklist of a unit in, or takes it back. */
export async function writeChecklist(db: Acting, sheet: StoredChecklist): Promise<void> {
  const { handed, person, at } = sheet
  await db
    .insertInto('inspection_sheet')
    .values(sheet)
    .onConflict((conflict) =>
      conflict.columns(['org', 'cycle', 'unit']).doUpdateSet({ handed, person, at }),
    )
    .execute()
}

/** The checklist of a unit, held until the end of the transaction so that nothing slips in while it is handed in. */
export async function lockChecklist(
  db: Acting,
  place: Pick<StoredChecklist, 'org' | 'cycle' | 'unit'>,
): Promise<StoredChecklist | undefined> {
  const { org, cycle, unit } = place
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`inspection/${org}/${cycle}/${unit}`}, 0))`.execute(
    db,
  )
  return db
    .selectFrom('inspection_sheet')
    .selectAll()
    .where('org', '=', org)
    .where('cycle', '=', cycle)
    .where('unit', '=', unit)
    .executeTakeFirst()
}

import { sql } from 'kysely'
import type { Acting } from '../acting.ts'

export type Verdict = 'accepted' | 'returned' | 'doubtful' | 'open'

/** What a department thinks of a file on an item. */
export interface StoredVerdict {
  readonly org: string
  readonly cycle: string
  readonly unit: string
  readonly item: string
  readonly file: string
  readonly party: string
  readonly verdict: Verdict
  readonly reason: string | null
  readonly person: string
  readonly at: string
  readonly version: number
}

/** A verdict as a result tells of it, beside the mark that it was weighed for. */
export type ContentVerdict = Pick<StoredVerdict, 'unit' | 'item'> & {
  readonly name: string
  readonly verdict: Exclude<Verdict, 'open'>
}

/** A file of evidence that waits on a desk, or was looked at. */
export interface StoredExhibit {
  readonly unit: string
  readonly unitName: string
  readonly item: string
  readonly file: string
  readonly name: string
  readonly type: string
  readonly size: number
  readonly sha256: string
  readonly shows_on: string | null
  readonly at: string
  readonly verdict:
    | (Pick<StoredVerdict, 'verdict' | 'reason' | 'at' | 'version'> & {
        readonly by: string | null
      })
    | null
}

/** All evidence of a cycle on these items, in the order of units; one query. */
export async function exhibitsOf(
  db: Acting,
  { org, id }: { readonly org: string; readonly id: string },
  items: readonly string[],
): Promise<StoredExhibit[]> {
  const { rows } = await sql<StoredExhibit>`
    SELECT f.org AS unit, u.name AS "unitName", i.item, f.id AS file, f.name, f.type, f.size::integer AS size,
      f.sha256, f.shows_on::text AS shows_on, f.at,
      (SELECT jsonb_build_object('verdict', v.verdict, 'reason', v.reason, 'at', v.at,
          'version', v.version, 'by', p.name)
        FROM evidence_verdict v LEFT JOIN person p ON p.id = v.person
        WHERE v.org = ${org}::uuid AND v.item = i.item AND v.file = f.id) AS verdict
    FROM evidence_item i JOIN evidence_file f ON f.org = i.org AND f.id = i.file
      JOIN unit u ON u.id = f.org
      JOIN assessee a ON a.org = ${org}::uuid AND a.cycle = f.cycle AND a.unit = f.org
    WHERE f.cycle = ${id}::uuid AND i.item = ANY (${[...items]}) AND i.removed_at IS NULL
      AND a.excluded_because IS NULL
    ORDER BY i.item, u.name, u.id, f.at, f.id`.execute(db)
  return rows
}

/**
 * Writes verdicts over those of the versions that one saw; 0 where there was none.
 * @returns those written; fewer when some have changed since
 */
export async function writeVerdicts(
  db: Acting,
  verdicts: readonly (Omit<StoredVerdict, 'version'> & { readonly saw: number })[],
): Promise<StoredVerdict[]> {
  const { rows } = await sql<StoredVerdict>`
    INSERT INTO evidence_verdict (org, cycle, unit, item, file, party, verdict, reason, person, at, version)
    SELECT org, cycle, unit, item, file, party, verdict, reason, person, at, saw + 1
    FROM jsonb_to_recordset(${JSON.stringify(verdicts)}::jsonb) AS v (org uuid, cycle uuid, unit uuid,
      item text, file uuid, party text, verdict text, reason text, person uuid, at timestamptz, saw integer)
    ON CONFLICT (org, item, file) DO UPDATE SET party = excluded.party, verdict = excluded.verdict,
      reason = excluded.reason, person = excluded.person, at = excluded.at, version = excluded.version
      WHERE evidence_verdict.version = excluded.version - 1
    RETURNING *`.execute(db)
  return rows
}

/** Files go back to their units, whose reports are open again. What was given back before keeps its reason. */
export async function returnEvidence(
  db: Acting,
  returned: readonly Pick<
    StoredVerdict,
    'unit' | 'org' | 'cycle' | 'item' | 'file' | 'reason' | 'person' | 'at'
  >[],
): Promise<void> {
  if (returned.length === 0) return
  await db
    .insertInto('evidence_return')
    .values(
      returned.map(({ unit, org, cycle, item, file, reason, person, at }) => ({
        cycle,
        item,
        file,
        person,
        at,
        org: unit,
        committee: org,
        reason: reason ?? '',
        settled_at: null,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await db
    .updateTable('submission')
    .set((eb) => ({ state: 'returned', version: eb('version', '+', 1) }))
    .where('org', 'in', [...new Set(returned.map(({ unit }) => unit))])
    .where('cycle', '=', returned[0]!.cycle)
    .where('state', '=', 'confirmed')
    .execute()
}

/** What went back and is judged otherwise now waits with the unit no more. */
export async function settleEvidence(
  db: Acting,
  files: readonly { readonly item: string; readonly file: string }[],
): Promise<void> {
  if (files.length === 0) return
  await db
    .updateTable('evidence_return')
    .set({ settled_at: sql<string>`now()` })
    .where('item', '=', files[0]!.item)
    .where(
      'file',
      'in',
      files.map(({ file }) => file),
    )
    .where('settled_at', 'is', null)
    .execute()
}

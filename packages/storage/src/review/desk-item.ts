import { sql } from 'kysely'
import type { Acting } from '../acting.ts'
import type { StoredEntry } from '../reporting/entries.ts'

/** What is known of each unit on one indicator. */
export interface StoredDeskItem {
  readonly entries: readonly StoredEntry[]
  readonly files: readonly {
    readonly org: string
    readonly id: string
    readonly name: string
    readonly type: string
    readonly size: number
    readonly shows_on: string | null
    readonly at: string
    readonly verdict: 'accepted' | 'returned' | 'doubtful' | 'open' | null
  }[]
  readonly observations: readonly {
    readonly unit: string
    readonly observed_on: string
    readonly text: string
    readonly by: string | null
  }[]
  readonly submissions: readonly {
    readonly org: string
    readonly state: 'draft' | 'confirmed' | 'returned'
    readonly late_days: number | null
  }[]
}

/** All of it in one query, for one indicator and the data that it asks about. */
export async function deskItemOf(
  db: Acting,
  { org, id }: { readonly org: string; readonly id: string },
  item: string,
  facts: readonly string[],
): Promise<StoredDeskItem> {
  const { rows } = await sql<{ found: StoredDeskItem }>`
    SELECT jsonb_build_object(
      'entries', (SELECT coalesce(jsonb_agg(to_jsonb(e)), '[]') FROM entry e
        WHERE e.committee = ${org}::uuid AND e.cycle = ${id}::uuid AND e.fact = ANY (${[...facts]})
          AND e.state <> 'blank'),
      'files', (SELECT coalesce(jsonb_agg(jsonb_build_object('org', f.org, 'id', f.id, 'name', f.name,
          'type', f.type, 'size', f.size, 'shows_on', f.shows_on, 'at', f.at,
          'verdict', (SELECT v.verdict FROM evidence_verdict v
            WHERE v.org = ${org}::uuid AND v.item = i.item AND v.file = f.id)) ORDER BY f.at), '[]')
        FROM evidence_item i JOIN evidence_file f ON f.org = i.org AND f.id = i.file
        WHERE f.cycle = ${id}::uuid AND i.item = ${item} AND i.removed_at IS NULL),
      'observations', (SELECT coalesce(jsonb_agg(jsonb_build_object('unit', o.unit, 'observed_on',
          o.observed_on, 'text', o.text, 'by', p.name) ORDER BY o.observed_on), '[]')
        FROM observation o LEFT JOIN person p ON p.id = o.person
        WHERE o.org = ${org}::uuid AND o.cycle = ${id}::uuid AND o.item = ${item}
          AND o.voided_because IS NULL),
      'submissions', (SELECT coalesce(jsonb_agg(jsonb_build_object('org', s.org, 'state', s.state,
          'late_days', s.late_days)), '[]')
        FROM submission s WHERE s.committee = ${org}::uuid AND s.cycle = ${id}::uuid)
    ) AS found`.execute(db)
  return rows[0]!.found
}

import { sql } from 'kysely'
import type { Acting } from '../acting.ts'

/** What the office says of a claim; `of_version` is that of the claim it looked at. */
export interface StoredClaimRuling {
  readonly org: string
  readonly cycle: string
  readonly unit: string
  readonly happening: string
  readonly of_version: number
  /** By the ids of the attributes, as they were typed. */
  readonly attributes: Readonly<Record<string, string>>
  readonly reason: string
  readonly person: string
  readonly at: string
  readonly version: number
}

/** A ruling as a result is made of it. */
export type ContentRuling = Pick<
  StoredClaimRuling,
  'unit' | 'happening' | 'attributes' | 'reason' | 'person' | 'at'
>

/** Something that a unit claims, of this cycle or of another one. */
export interface StoredClaim {
  readonly id: string
  readonly unit: string
  readonly unitName: string
  readonly cycle: string
  readonly title: string
  readonly event: string
  readonly happened_on: string
  readonly attributes: Readonly<Record<string, string>>
  readonly source: string
  readonly at: string
  readonly version: number
  readonly files: readonly {
    readonly id: string
    readonly name: string
    readonly type: string
    readonly size: number
    readonly sha256: string
    readonly shows: string
    readonly shows_on: string | null
    readonly at: string
  }[]
  readonly ruling: (StoredClaimRuling & { readonly by: string | null }) | null
}

/** All claims of these kinds in all cycles of a committee, with their files and what was ruled; one query. */
export async function claimsOf(
  db: Acting,
  committee: string,
  events: readonly string[],
): Promise<StoredClaim[]> {
  const { rows } = await sql<StoredClaim>`
    SELECT h.id, h.org AS unit, u.name AS "unitName", h.cycle, c.title, h.event, h.happened_on,
      h.attributes, h.source, h.at, h.version,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'type', f.type,
          'size', f.size, 'sha256', f.sha256, 'shows', a.shows, 'shows_on', f.shows_on, 'at', f.at)
          ORDER BY f.at, f.id), '[]')
        FROM happening_file a JOIN evidence_file f ON f.org = a.org AND f.id = a.file
        WHERE a.org = h.org AND a.happening = h.id AND a.removed_at IS NULL) AS files,
      (SELECT to_jsonb(r) || jsonb_build_object('by', p.name)
        FROM claim_ruling r LEFT JOIN person p ON p.id = r.person
        WHERE r.org = h.committee AND r.happening = h.id) AS ruling
    FROM happening h JOIN unit u ON u.id = h.org JOIN cycle c ON c.org = h.committee AND c.id = h.cycle
    WHERE h.committee = ${committee}::uuid AND h.event = ANY (${[...events]})
      AND h.voided_because IS NULL
    ORDER BY h.at, h.id`.execute(db)
  return rows
}

/**
 * Writes a ruling over the one of `version`; 0 when there was none.
 * @returns undefined when it has changed since
 */
export async function writeClaimRuling(
  db: Acting,
  ruling: Omit<StoredClaimRuling, 'version'>,
  version: number,
): Promise<StoredClaimRuling | undefined> {
  const values = { ...ruling, attributes: JSON.stringify(ruling.attributes) }
  if (version === 0)
    return db
      .insertInto('claim_ruling')
      .values(values)
      .onConflict((conflict) => conflict.doNothing())
      .returningAll()
      .executeTakeFirst()
  return db
    .updateTable('claim_ruling')
    .set({ ...values, version: version + 1 })
    .where('org', '=', ruling.org)
    .where('happening', '=', ruling.happening)
    .where('version', '=', version)
    .returningAll()
    .executeTakeFirst()
}

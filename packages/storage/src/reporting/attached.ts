import { sql } from 'kysely'
import type { Acting } from '../acting.ts'
import type { StoredEvidence } from './standing.ts'

/** The files that go with objects of one kind, each named by `kind/` and its identifier; one query for all. */
export async function attachedTo(
  db: Acting,
  kind: string,
  objects: readonly string[],
): Promise<ReadonlyMap<string, StoredEvidence[]>> {
  if (objects.length === 0) return new Map()
  const items = objects.map((id) => `${kind}/${id}`)
  const rows = await db
    .selectFrom('evidence_file')
    .innerJoin('evidence_item', (join) =>
      join
        .onRef('evidence_item.org', '=', 'evidence_file.org')
        .onRef('evidence_item.file', '=', 'evidence_file.id'),
    )
    .select(['id', 'item', 'name', 'type', 'size', 'at'])
    .select(sql<string | null>`shows_on::text`.as('shows_on'))
    .where('item', '=', sql<string>`ANY (${items}::text[])`)
    .where('removed_at', 'is', null)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return Map.groupBy(rows, ({ item }) => item.slice(kind.length + 1))
}

import type { Acting } from '../acting.ts'

/** What is withdrawn and never deleted: a happening, or an observation, as it stood on the screen. */
export interface Standing {
  readonly org: string
  readonly id: string
  readonly version: number
}

/**
 * Withdraws a row: it counts no more, and stays readable with the reason.
 * @returns its identifier; undefined when it has changed since, or was withdrawn before
 */
export async function voidRow(
  db: Acting,
  table: 'happening' | 'observation',
  { org, id, version }: Standing,
  reason: string,
): Promise<{ readonly id: string; readonly version: number } | undefined> {
  return db
    .updateTable(table)
    .set({ voided_because: reason, version: version + 1 })
    .where('org', '=', org)
    .where('id', '=', id)
    .where('version', '=', version)
    .where('voided_because', 'is', null)
    .returning(['id', 'version'])
    .executeTakeFirst()
}

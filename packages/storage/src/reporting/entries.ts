import type { Acting } from '../acting.ts'

/** What a unit said of one datum in one period. `text` is as it was typed, or as it was written to be read again. */
export interface StoredEntry {
  readonly org: string
  readonly committee: string
  readonly cycle: string
  readonly fact: string
  readonly period: string
  readonly state: 'value' | 'blank' | 'inapplicable'
  readonly text: string | null
  readonly reason: string | null
  readonly source: string
  readonly person: string
  readonly at: string
  /** Of a unit above those that are assessed: they see it. */
  readonly shared: boolean
  readonly version: number
}

/** All that a unit reported in a cycle. */
export async function entriesOf(db: Acting, cycle: string, unit: string): Promise<StoredEntry[]> {
  return db
    .selectFrom('entry')
    .selectAll()
    .where('cycle', '=', cycle)
    .where('org', '=', unit)
    .execute()
}

type Written = Omit<StoredEntry, 'version'>

/**
 * Writes an entry over the one of `version`; 0 when there was none.
 * @returns undefined when it has changed since
 */
export async function writeEntry(
  db: Acting,
  entry: Written,
  version: number,
): Promise<StoredEntry | undefined> {
  if (version === 0) {
    return db
      .insertInto('entry')
      .values(entry)
      .onConflict((conflict) => conflict.doNothing())
      .returningAll()
      .executeTakeFirst()
  }
  const { state, text, reason, source, person, at } = entry
  return db
    .updateTable('entry')
    .set({ state, text, reason, source, person, at, version: version + 1 })
    .where('org', '=', entry.org)
    .where('cycle', '=', entry.cycle)
    .where('fact', '=', entry.fact)
    .where('period', '=', entry.period)
    .where('version', '=', version)
    .returningAll()
    .executeTakeFirst()
}

/** The entry as it stands, for one who wrote over an older one. */
export async function findEntry(
  db: Acting,
  { cycle, org, fact, period }: Pick<Written, 'cycle' | 'org' | 'fact' | 'period'>,
): Promise<StoredEntry | undefined> {
  return db
    .selectFrom('entry')
    .selectAll()
    .where('cycle', '=', cycle)
    .where('org', '=', org)
    .where('fact', '=', fact)
    .where('period', '=', period)
    .executeTakeFirst()
}

/**
 * Writes many entries in one statement, each over the version that its own is one above.
 * @returns how many were written; fewer than given when some have changed since
 */
export async function writeEntries(db: Acting, entries: readonly StoredEntry[]): Promise<number> {
  if (entries.length === 0) return 0
  const written = await db
    .insertInto('entry')
    .values([...entries])
    .onConflict((conflict) =>
      conflict
        .columns(['org', 'cycle', 'fact', 'period'])
        .doUpdateSet((eb) => ({
          state: eb.ref('excluded.state'),
          text: eb.ref('excluded.text'),
          reason: eb.ref('excluded.reason'),
          source: eb.ref('excluded.source'),
          person: eb.ref('excluded.person'),
          at: eb.ref('excluded.at'),
          shared: eb.ref('excluded.shared'),
          version: eb.ref('excluded.version'),
        }))
        .where((eb) => eb('entry.version', '=', eb('excluded.version', '-', 1))),
    )
    .returning('fact')
    .execute()
  return written.length
}

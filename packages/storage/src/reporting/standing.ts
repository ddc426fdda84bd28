import { sql } from 'kysely'
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres'
import type { Acting } from '../acting.ts'
import type { StoredAssessee, StoredCycle } from '../planning.ts'

/** A unit's part in a cycle, and as what it is assessed. */
export interface StoredPart {
  readonly cycle: StoredCycle
  readonly assessee: StoredAssessee
}

/** One query for both; undefined when the unit has no part in the cycle, or one may not see it. */
export async function findPart(
  db: Acting,
  cycle: string,
  unit: string,
): Promise<StoredPart | undefined> {
  const row = await db
    .selectFrom('assessee')
    .selectAll('assessee')
    .select((eb) =>
      jsonObjectFrom(
        eb
          .selectFrom('cycle')
          .selectAll('cycle')
          .whereRef('cycle.org', '=', 'assessee.org')
          .whereRef('cycle.id', '=', 'assessee.cycle'),
      ).as('within'),
    )
    .where('assessee.cycle', '=', cycle)
    .where('assessee.unit', '=', unit)
    .executeTakeFirst()
  if (row === undefined || row.within === null) return undefined
  const { within, ...assessee } = row
  return { cycle: within, assessee }
}

export interface StoredContest {
  readonly id: string
  readonly fact: string
  readonly period: string
  readonly reason: string
  readonly at: string
  readonly answer: string | null
  readonly answered_at: string | null
}

export interface StoredReturn {
  readonly id: string
  readonly item: string
  readonly reason: string
  readonly at: string
  readonly by: string | null
}

export interface StoredSubmission {
  readonly state: 'draft' | 'confirmed' | 'returned'
  readonly confirmed_at: string | null
  readonly deadline: string | null
  readonly late_days: number | null
  readonly version: number
}

export interface StoredEvidence {
  readonly id: string
  readonly item: string
  readonly name: string
  readonly type: string
  readonly size: number
  readonly shows_on: string | null
  readonly at: string
}

/** What surrounds the data of a report. */
export interface StoredSurroundings {
  readonly contests: readonly StoredContest[]
  readonly returns: readonly StoredReturn[]
  readonly complete: readonly string[]
  readonly submission: StoredSubmission | null
  readonly exception: { readonly due_on: string; readonly reason: string } | null
  readonly evidence: readonly StoredEvidence[]
  readonly reminders: readonly { readonly text: string; readonly at: string }[]
}

const REMINDERS_SHOWN = 5

/** All of it in one query, however much there is. */
export async function surroundingsOf(
  db: Acting,
  cycle: string,
  unit: string,
): Promise<StoredSurroundings> {
  const row = await db
    .selectNoFrom((eb) => [
      jsonArrayFrom(
        eb
          .selectFrom('contest')
          .select(['id', 'fact', 'period', 'reason', 'at', 'answer', 'answered_at'])
          .where('cycle', '=', cycle)
          .where('org', '=', unit)
          .orderBy('at'),
      ).as('contests'),
      jsonArrayFrom(
        eb
          .selectFrom('item_return')
          .leftJoin('person', 'person.id', 'item_return.person')
          .select(['item_return.id', 'item', 'reason', 'at', 'person.name as by'])
          .where('cycle', '=', cycle)
          .where('item_return.org', '=', unit)
          .where('settled_at', 'is', null),
      ).as('returns'),
      jsonArrayFrom(
        eb
          .selectFrom('declared_complete')
          .select('event')
          .where('cycle', '=', cycle)
          .where('org', '=', unit)
          .where('complete', '=', true),
      ).as('complete'),
      jsonObjectFrom(
        eb
          .selectFrom('submission')
          .select(['state', 'confirmed_at', 'deadline', 'late_days', 'version'])
          .where('cycle', '=', cycle)
          .where('org', '=', unit),
      ).as('submission'),
      jsonObjectFrom(
        eb
          .selectFrom('deadline_exception')
          .select([sql<string>`due_on::text`.as('due_on'), 'reason'])
          .where('cycle', '=', cycle)
          .where('org', '=', unit),
      ).as('exception'),
      jsonArrayFrom(
        eb
          .selectFrom('evidence_file')
          .innerJoin('evidence_item', (join) =>
            join
              .onRef('evidence_item.org', '=', 'evidence_file.org')
              .onRef('evidence_item.file', '=', 'evidence_file.id'),
          )
          .select(['id', 'item', 'name', 'type', 'size', 'at'])
          .select(sql<string | null>`shows_on::text`.as('shows_on'))
          .where('cycle', '=', cycle)
          .where('evidence_file.org', '=', unit)
          .where('removed_at', 'is', null)
          .orderBy('at'),
      ).as('evidence'),
      jsonArrayFrom(
        eb
          .selectFrom('reminder')
          .select(['text', 'at'])
          .where('cycle', '=', cycle)
          .where('org', '=', unit)
          .orderBy('at', 'desc')
          .limit(REMINDERS_SHOWN),
      ).as('reminders'),
    ])
    .executeTakeFirstOrThrow()
  return { ...row, complete: row.complete.map(({ event }) => event) }
}

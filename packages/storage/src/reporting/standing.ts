import { sql } from 'kysely'
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres'
import type { Acting } from '../acting.ts'
import type { StoredAssessee, StoredCycle, StoredScheme } from '../planning.ts'

/** A unit's part in a cycle: the cycle, the scheme, and as what it is assessed. */
export interface StoredPart {
  readonly cycle: StoredCycle
  readonly scheme: StoredScheme
  readonly assessee: StoredAssessee
}

/** One query for the three; undefined when the unit has no part in the cycle, or one may not see it. */
export async function findPart(
  db: Acting,
  cycle: string,
  unit: string,
): Promise<StoredPart | undefined> {
  const row = await db
    .selectFrom('assessee')
    .innerJoin('cycle', (join) =>
      join.onRef('cycle.org', '=', 'assessee.org').onRef('cycle.id', '=', 'assessee.cycle'),
    )
    .innerJoin('scheme', (join) =>
      join.onRef('scheme.org', '=', 'cycle.org').onRef('scheme.id', '=', 'cycle.scheme'),
    )
    .selectAll('assessee')
    .select([
      'cycle.scheme',
      'cycle.title',
      'cycle.starts_on',
      'cycle.ends_on',
      'cycle.state',
      'cycle.version',
      'scheme.title as scheme_title',
      'scheme.text',
      'scheme.readings',
      'scheme.state as scheme_state',
      'scheme.version as scheme_version',
    ])
    .where('assessee.cycle', '=', cycle)
    .where('assessee.unit', '=', unit)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { org, scheme, title, starts_on, ends_on, state, version, text, readings } = row
  const { type, peer_group, excluded_because } = row
  return {
    cycle: { org, id: cycle, scheme, title, starts_on, ends_on, state, version },
    scheme: {
      org,
      id: scheme,
      title: row.scheme_title,
      text,
      readings,
      state: row.scheme_state,
      version: row.scheme_version,
    },
    assessee: { org, cycle, unit, type, peer_group, excluded_because },
  }
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

import { sql } from 'kysely'
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres'
import type { Acting } from '../acting.ts'
import type { StoredAssessee, StoredCycle, StoredScheme } from '../planning.ts'

/** An assessed unit for which another one reports too. */
export interface CountsFor {
  readonly unit: string
  readonly name: string
  readonly type: string
}

/** A unit's part in a cycle: as what it is assessed, or else for whom it reports. */
export interface StoredPart {
  readonly cycle: StoredCycle
  readonly scheme: StoredScheme
  readonly assessee: StoredAssessee | null
  readonly kind: string
  /** Assessed units above or below it; none for a unit that is assessed itself. */
  readonly countsFor: readonly CountsFor[]
}

const MOST_COUNTED = 500

/** One query for all of it; undefined when one may not see the cycle or the unit. */
export async function findPart(
  db: Acting,
  cycle: string,
  { id, path }: { readonly id: string; readonly path: readonly string[] },
): Promise<StoredPart | undefined> {
  const row = await db
    .selectFrom('cycle')
    .innerJoin('unit', (join) => join.on('unit.id', '=', id))
    .selectAll('cycle')
    .select('unit.kind as kind')
    .select((eb) => [
      jsonObjectFrom(
        eb
          .selectFrom('scheme')
          .selectAll('scheme')
          .whereRef('scheme.org', '=', 'cycle.org')
          .whereRef('scheme.id', '=', 'cycle.scheme'),
      ).as('rules'),
      jsonObjectFrom(
        eb
          .selectFrom('assessee')
          .selectAll('assessee')
          .where('assessee.cycle', '=', cycle)
          .where('assessee.unit', '=', id),
      ).as('assessee'),
      jsonArrayFrom(
        eb
          .selectFrom('assessee')
          .innerJoin('unit as other', 'other.id', 'assessee.unit')
          .select(['assessee.unit', 'other.name', 'assessee.type'])
          .where('assessee.cycle', '=', cycle)
          .where('assessee.unit', '<>', id)
          .where(
            sql<boolean>`(assessee.unit = ANY (${[...path]}::uuid[]) OR other.path @> ARRAY[${id}::uuid])`,
          )
          .orderBy('other.name')
          .limit(MOST_COUNTED),
      ).as('countsFor'),
    ])
    .where('cycle.id', '=', cycle)
    .executeTakeFirst()
  if (row === undefined || row.rules === null) return undefined
  const { rules, assessee, countsFor, kind, ...cycleOf } = row
  const others = assessee === null ? countsFor : []
  return { cycle: cycleOf, scheme: rules, assessee, kind, countsFor: others }
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
  /** Why it went back to the unit, until that hands in again; not asked everywhere. */
  readonly returned?: string | null
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
          .select(
            sql<
              string | null
            >`(SELECT r.reason FROM evidence_return r WHERE r.org = evidence_file.org
              AND r.file = evidence_file.id AND r.item = evidence_item.item
              AND r.settled_at IS NULL)`.as('returned'),
          )
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

import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Acting } from '../acting.ts'
import { unwaited } from '../lines/index.ts'
import type { StoredEvidence } from './standing.ts'
import { violates } from '../violation.ts'

/** What a department saw of a unit on a day, on one indicator. */
export interface StoredObservation {
  readonly org: string
  readonly id: string
  readonly cycle: string
  readonly unit: string
  readonly item: string
  readonly observed_on: string
  readonly text: string
  readonly person: string
  readonly at: string
  readonly voided_because: string | null
  readonly version: number
}

const MOST = 500

/** The observations of a cycle, of one unit or of all, newest first. */
export async function observationsOf(
  db: Acting,
  cycle: string,
  unit: string | undefined,
): Promise<(StoredObservation & { unit_name: string; by: string | null })[]> {
  return db
    .selectFrom('observation')
    .innerJoin('unit', 'unit.id', 'observation.unit')
    .leftJoin('person', 'person.id', 'observation.person')
    .selectAll('observation')
    .select(['unit.name as unit_name', 'person.name as by'])
    .where('cycle', '=', cycle)
    .$if(unit !== undefined, (query) => query.where('observation.unit', '=', unit!))
    .orderBy('observed_on', 'desc')
    .orderBy('observation.at', 'desc')
    .limit(MOST)
    .execute()
}

type Written = Omit<StoredObservation, 'id' | 'voided_because' | 'version'>

/**
 * Writes an observation down, at the latest with the commit: which fails, as `isNotAssessed` tells, when the unit
 * is not assessed in the cycle.
 */
export async function insertObservation(db: Acting, fresh: Written): Promise<string> {
  const id = randomUUID()
  const written = db.insertInto('observation').values({ ...fresh, id, voided_because: null })
  await db.executeQuery(unwaited(written.compile()))
  return id
}

/** Did an observation fail because its unit is not assessed in its cycle? */
export function isNotAssessed(error: unknown): boolean {
  return violates(error, 'observation_assessee')
}

export async function findObservation(
  db: Acting,
  id: string,
): Promise<StoredObservation | undefined> {
  return db.selectFrom('observation').selectAll().where('id', '=', id).executeTakeFirst()
}

/** What files of an observation are linked to: this, and its identifier. */
export const OBSERVATION_ITEM = 'observation/'

/** The files of all observations of a cycle. */
export async function observationFiles(
  db: Acting,
  cycle: string,
  org: string,
): Promise<StoredEvidence[]> {
  return db
    .selectFrom('evidence_file')
    .innerJoin('evidence_item', (join) =>
      join
        .onRef('evidence_item.org', '=', 'evidence_file.org')
        .onRef('evidence_item.file', '=', 'evidence_file.id'),
    )
    .select(['id', 'item', 'name', 'type', 'size', 'at'])
    .select(sql<string | null>`shows_on::text`.as('shows_on'))
    .where('evidence_file.org', '=', org)
    .where('cycle', '=', cycle)
    .where('item', 'like', `${OBSERVATION_ITEM}%`)
    .where('removed_at', 'is', null)
    .orderBy('at')
    .execute()
}

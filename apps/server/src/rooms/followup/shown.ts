import type { Measure } from '@kaohe/contract'
import {
  type Acting,
  attachedTo,
  findMeasure,
  followupSteps,
  standingSnapshot,
  type StoredFollowupStep,
  type StoredMeasure,
} from '@kaohe/storage'
import { nowIn, todayOf } from '../reporting/clock.ts'
import { shownFile } from '../reporting/shown.ts'

/** What files of a measure are linked to, before a slash and its identifier. */
export const MEASURE = 'measure'

const isUnderWay = ({ state }: StoredMeasure): boolean => state === 'open' || state === 'done'

function decidedOf({ body, decided_on: on, number }: StoredMeasure): Measure['decided'] {
  return body === null || on === null ? null : { body, on, number }
}

const stepOf = ({ id, kind, side, text, at }: StoredFollowupStep) => ({ id, kind, side, text, at })

interface Shown {
  readonly now: Date
  /** The snapshot that stands; undefined for those who may not see it. */
  readonly standing: string | undefined
}

/** Measures for a page, with what was done about them and the files: two queries for all. */
export async function shownMeasures(
  db: Acting,
  stored: readonly StoredMeasure[],
  { now, standing }: Shown,
): Promise<Measure[]> {
  const ids = stored.map(({ id }) => id)
  const steps = await followupSteps(db, ids)
  const files = await attachedTo(db, MEASURE, ids)
  return stored.map((one) => ({
    id: one.id,
    cycle: one.cycle,
    title: one.title,
    unit: one.unit,
    unitName: one.unit_name,
    origin: one.origin,
    source: one.source,
    kind: one.kind,
    name: one.name,
    clause: one.clause,
    state: one.state,
    reason: one.reason,
    decided: decidedOf(one),
    facts: one.facts && [...one.facts],
    pointsLost: one.points_lost,
    owner:
      one.owner === null || one.owner_name === null
        ? null
        : { id: one.owner, name: one.owner_name },
    dueOn: one.due_on,
    overdue: one.due_on !== null && isUnderWay(one) && one.due_on < todayOf(nowIn(one, now)),
    copies: [...one.copies],
    places: one.places,
    persons: one.persons,
    amount: one.amount,
    closing: one.closing,
    outdated: standing !== undefined && standing !== one.snapshot,
    steps: (steps.get(one.id) ?? []).map(stepOf),
    files: (files.get(one.id) ?? []).map(shownFile),
    version: one.version,
  }))
}

/** One measure as it is stored now. */
export async function shownAgain(db: Acting, id: string, now: Date): Promise<Measure> {
  const stored = (await findMeasure(db, id))!
  const standing = await standingSnapshot(db, stored.cycle)
  const [shown] = await shownMeasures(db, [stored], { now, standing: standing?.id })
  return shown!
}

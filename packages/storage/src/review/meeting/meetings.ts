import { type RawBuilder, sql } from 'kysely'
import type { Acting } from '../../acting.ts'

/** What a judge gives on a ballot, as the scheme declares it. Points are texts, for they are exact. */
export interface StoredField {
  readonly id: string
  readonly name: string
  readonly kind: 'points' | 'word'
  readonly unit: string | null
  readonly least: string | null
  readonly most: string | null
  readonly whole: boolean
  readonly words: readonly string[]
}

/** A debrief in which judges score the speakers of a cycle. */
export interface StoredMeeting {
  readonly org: string
  readonly id: string
  readonly cycle: string
  readonly event: string
  readonly fields: readonly StoredField[]
  readonly groups: readonly string[]
  readonly group_field: string | null
  readonly name: string
  readonly held_on: string
  readonly place: string
  readonly state: 'preparing' | 'running' | 'closed'
  readonly seed: string | null
  readonly order_because: string | null
  readonly closed_at: string | null
  readonly version: number
  readonly person: string
  readonly at: string
}

type Row = Omit<StoredMeeting, 'fields' | 'groups'> & { readonly fields: object; groups: object }

const meetingOf = (row: Row): StoredMeeting => row as unknown as StoredMeeting

/** The meetings of a cycle, the latest first. */
export async function meetingsOf(db: Acting, cycle: string): Promise<StoredMeeting[]> {
  const rows = await db
    .selectFrom('meeting')
    .selectAll()
    .where('cycle', '=', cycle)
    .orderBy('held_on', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(meetingOf)
}

/** A meeting as one may see it. A judge sees his own. */
export async function findMeeting(db: Acting, id: string): Promise<StoredMeeting | undefined> {
  const row = await db.selectFrom('meeting').selectAll().where('id', '=', id).executeTakeFirst()
  return row && meetingOf(row)
}

/** The same, locked until the end of the transaction: one hand on the agenda at a time. */
export async function lockMeeting(db: Acting, id: string): Promise<StoredMeeting | undefined> {
  const row = await db
    .selectFrom('meeting')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row && meetingOf(row)
}

type Fresh = Omit<
  StoredMeeting,
  'id' | 'state' | 'seed' | 'order_because' | 'closed_at' | 'version'
>

export async function insertMeeting(db: Acting, fresh: Fresh): Promise<StoredMeeting> {
  const { fields, groups } = fresh
  const row = await db
    .insertInto('meeting')
    .values({ ...fresh, fields: JSON.stringify(fields), groups: JSON.stringify(groups) })
    .returningAll()
    .executeTakeFirstOrThrow()
  return meetingOf(row)
}

type Changed = Partial<
  Pick<
    StoredMeeting,
    'name' | 'held_on' | 'place' | 'state' | 'seed' | 'order_because' | 'closed_at'
  >
>

/** Changes a meeting that was locked; every change has a number of its own, which the screens follow. */
export async function changeMeeting(
  db: Acting,
  { org, id }: Pick<StoredMeeting, 'org' | 'id'>,
  changed: Changed = {},
): Promise<StoredMeeting> {
  const next: RawBuilder<number> = sql`version + 1`
  const row = await db
    .updateTable('meeting')
    .set({ ...changed, version: next })
    .where('org', '=', org)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  return meetingOf(row)
}

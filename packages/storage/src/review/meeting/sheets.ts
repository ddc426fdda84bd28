import { sql } from 'kysely'
import type { Acting } from '../../acting.ts'
import type { BallotMarks } from '../../tables/meeting.ts'

/** A ballot on paper. What others entered is seen once two have entered it. */
export interface StoredSheet {
  readonly org: string
  readonly id: string
  readonly speaker: string
  readonly number: string
  readonly judge_group: string
  readonly state: 'once' | 'differs' | 'settled'
  readonly marks: BallotMarks | null
  readonly because: string | null
}

/** What one person read on a sheet. */
export interface StoredEntryOfSheet {
  readonly sheet: string
  readonly person: string
  readonly name: string | null
  readonly marks: BallotMarks
}

const SHOWN = [
  'sheet.org',
  'sheet.id',
  'sheet.speaker',
  'sheet.number',
  'sheet.judge_group',
  'sheet.state',
  'sheet.marks',
  'sheet.because',
] as const

/** The sheets of a meeting with what one may see of their entries; two queries whatever their number. */
export async function sheetsOf(
  db: Acting,
  meeting: string,
): Promise<{ sheets: StoredSheet[]; entries: StoredEntryOfSheet[] }> {
  const sheets = await db
    .selectFrom('sheet')
    .innerJoin('speaker', (join) =>
      join.onRef('speaker.org', '=', 'sheet.org').onRef('speaker.id', '=', 'sheet.speaker'),
    )
    .select(SHOWN)
    .where('speaker.meeting', '=', meeting)
    .orderBy('speaker.position')
    .orderBy('sheet.number')
    .execute()
  const ids = sheets.map(({ id }) => id)
  return { sheets, entries: await sheetEntriesOf(db, ids) }
}

/** What was entered of some sheets, as far as one may see it. */
export async function sheetEntriesOf(
  db: Acting,
  sheets: readonly string[],
): Promise<StoredEntryOfSheet[]> {
  return db
    .selectFrom('sheet_entry')
    .leftJoin('person', 'person.id', 'sheet_entry.person')
    .select(['sheet', 'sheet_entry.person', 'person.name', 'marks'])
    .where('sheet', '=', sql<string>`ANY (${[...sheets]}::uuid[])`)
    .orderBy('sheet_entry.at')
    .execute()
}

type Place = Pick<StoredSheet, 'org' | 'speaker' | 'number'>

/** A sheet by its number, locked; undefined while nobody entered it. */
export async function lockSheet(db: Acting, place: Place): Promise<StoredSheet | undefined> {
  return db
    .selectFrom('sheet')
    .select(SHOWN)
    .where('sheet.org', '=', place.org)
    .where('speaker', '=', place.speaker)
    .where('number', '=', place.number)
    .forUpdate()
    .executeTakeFirst()
}

/** The same by its identifier. */
export async function lockSheetOf(db: Acting, id: string): Promise<StoredSheet | undefined> {
  return db
    .selectFrom('sheet')
    .select(SHOWN)
    .where('sheet.id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

export async function insertSheet(
  db: Acting,
  fresh: Place & Pick<StoredSheet, 'judge_group'>,
): Promise<StoredSheet> {
  return db
    .insertInto('sheet')
    .values({ ...fresh, marks: null, settled_by: null, because: null })
    .returning(SHOWN)
    .executeTakeFirstOrThrow()
}

export async function insertSheetEntry(
  db: Acting,
  entry: {
    readonly org: string
    readonly sheet: string
    readonly person: string
    readonly marks: BallotMarks
    readonly at: string
  },
): Promise<void> {
  await db
    .insertInto('sheet_entry')
    .values({ ...entry, marks: JSON.stringify(entry.marks) })
    .execute()
}

interface Settled {
  readonly state: StoredSheet['state']
  readonly marks: BallotMarks | null
  readonly settled_by: string | null
  readonly because: string | null
}

export async function settleSheet(
  db: Acting,
  { org, id }: Pick<StoredSheet, 'org' | 'id'>,
  settled: Settled,
): Promise<void> {
  const marks = settled.marks === null ? null : JSON.stringify(settled.marks)
  await db
    .updateTable('sheet')
    .set({ ...settled, marks })
    .where('org', '=', org)
    .where('id', '=', id)
    .execute()
}

import type { Acting } from '../acting.ts'
import type { AnsweredMark } from '../tables/letters.ts'
import type { StoredLetter } from './letters.ts'

/** What was answered to a letter, in one way. */
export interface StoredLetterAnswer {
  readonly org: string
  readonly letter: string
  readonly way: 'link' | 'first' | 'second' | 'settled'
  readonly marks: readonly AnsweredMark[]
  readonly comment: string
  readonly suggestion: string
  readonly person: string | null
  readonly because: string | null
  readonly attempt: string | null
  readonly receipt: string | null
  readonly at: string
  readonly counts: boolean
}

/** An answer as a result takes it: no name of the leader in it. */
export interface ContentLetter {
  readonly unit: string
  readonly party: string
  readonly marks: readonly AnsweredMark[]
  readonly comment: string
  readonly at: string
}

/** What row security shows of the answers to a letter now. */
export async function answersTo(db: Acting, letter: string): Promise<StoredLetterAnswer[]> {
  return db.selectFrom('letter_answer').selectAll().where('letter', '=', letter).execute()
}

/** The answers that count in a cycle, as far as they may be read: those of collections that were closed. */
export async function openedAnswers(db: Acting, cycle: string): Promise<StoredLetterAnswer[]> {
  return db
    .selectFrom('letter_answer')
    .innerJoin('letter', (join) =>
      join
        .onRef('letter.org', '=', 'letter_answer.org')
        .onRef('letter.id', '=', 'letter_answer.letter'),
    )
    .innerJoin('letter_round', (join) =>
      join
        .onRef('letter_round.org', '=', 'letter.org')
        .onRef('letter_round.cycle', '=', 'letter.cycle')
        .onRef('letter_round.source', '=', 'letter.source'),
    )
    .selectAll('letter_answer')
    .where('letter.cycle', '=', cycle)
    .where('letter_round.closed_at', 'is not', null)
    .where('letter_answer.counts', '=', true)
    .execute()
}

type Answered = Pick<StoredLetter, 'answered_at' | 'answered_by'>

/**
 * Marks a letter as answered, unless it was or was withdrawn: of many who try at once, one succeeds.
 * @returns whether this was the one
 */
export async function markAnswered(db: Acting, id: string, done: Answered): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('letter')
    .set((eb) => ({ ...done, differs: false, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('answered_at', 'is', null)
    .where('withdrawn_because', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Notes who typed a sheet, or that two differ. */
export async function notePaper(
  db: Acting,
  id: string,
  noted: Partial<Pick<StoredLetter, 'first_by' | 'second_by' | 'differs'>>,
): Promise<void> {
  await db
    .updateTable('letter')
    .set((eb) => ({ ...noted, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export async function insertAnswer(db: Acting, answer: StoredLetterAnswer): Promise<void> {
  await db
    .insertInto('letter_answer')
    .values({ ...answer, marks: JSON.stringify(answer.marks) })
    .execute()
}

/** Mends what the first typed, while no second has. */
export async function mendFirst(
  db: Acting,
  { org, letter, marks, comment, suggestion, at }: StoredLetterAnswer,
): Promise<void> {
  await db
    .updateTable('letter_answer')
    .set({ marks: JSON.stringify(marks), comment, suggestion, at })
    .where('org', '=', org)
    .where('letter', '=', letter)
    .where('way', '=', 'first')
    .execute()
}

/** The sheet of paper that an answer was typed from. */
export interface StoredScan {
  readonly org: string
  readonly letter: string
  readonly file_sha256: string
  readonly file_name: string
  readonly file_type: string
  readonly file_size: number
  readonly person: string
  readonly at: string
}

export async function findScan(db: Acting, letter: string): Promise<StoredScan | undefined> {
  return db.selectFrom('letter_scan').selectAll().where('letter', '=', letter).executeTakeFirst()
}

/** Keeps a scan; one that was there before is replaced. */
export async function writeScan(db: Acting, scan: StoredScan): Promise<void> {
  const { org: _, letter: __, ...fresh } = scan
  await db
    .insertInto('letter_scan')
    .values(scan)
    .onConflict((taken) => taken.columns(['org', 'letter']).doUpdateSet(fresh))
    .execute()
}

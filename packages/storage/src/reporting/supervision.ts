import type { Acting } from '../acting.ts'
import type { StoredContest } from './standing.ts'

export interface NewContest {
  readonly org: string
  readonly committee: string
  readonly cycle: string
  readonly fact: string
  readonly period: string
  readonly reason: string
  readonly person: string
  readonly at: string
}

const SHOWN = ['id', 'fact', 'period', 'reason', 'at', 'answer', 'answered_at'] as const

/** @returns undefined when the datum is contested already and not answered */
export async function insertContest(
  db: Acting,
  fresh: NewContest,
): Promise<StoredContest | undefined> {
  return db
    .insertInto('contest')
    .values({ ...fresh, answer: null, answered_by: null, answered_at: null })
    .onConflict((conflict) => conflict.doNothing())
    .returning(SHOWN)
    .executeTakeFirst()
}

/** @returns undefined when there is none to answer */
export async function answerContest(
  db: Acting,
  { org, id }: { readonly org: string; readonly id: string },
  answer: string,
  person: string,
  at: string,
): Promise<StoredContest | undefined> {
  return db
    .updateTable('contest')
    .set({ answer, answered_by: person, answered_at: at })
    .where('org', '=', org)
    .where('id', '=', id)
    .where('answered_at', 'is', null)
    .returning(SHOWN)
    .executeTakeFirst()
}

export interface NewReminder {
  readonly org: string
  readonly committee: string
  readonly cycle: string
  readonly text: string
  readonly person: string
  readonly at: string
}

/** Reminds many units in one statement. */
export async function insertReminders(
  db: Acting,
  reminders: readonly NewReminder[],
): Promise<void> {
  if (reminders.length === 0) return
  await db
    .insertInto('reminder')
    .values([...reminders])
    .execute()
}

import { sql } from 'kysely'
import type { Acting } from '../acting.ts'
import { byName } from '../names.ts'

/** One collection: a source of the scheme in a cycle. */
export interface StoredRound {
  readonly org: string
  readonly cycle: string
  readonly source: string
  readonly due_on: string
  readonly grace_days: number
  readonly closed_by: string | null
  readonly closed_at: string | null
  readonly version: number
}

/** A letter without its link, which is known to nobody but who holds it. */
export interface StoredLetter {
  readonly org: string
  readonly id: string
  readonly cycle: string
  readonly source: string
  readonly party: string
  readonly unit: string
  /** As what kind of assessee. */
  readonly type: string
  readonly unit_name: string
  readonly body: string
  readonly leader: string
  readonly post: string
  readonly issued: number
  readonly issued_at: string | null
  readonly reminded: number
  readonly first_by: string | null
  readonly second_by: string | null
  readonly differs: boolean
  readonly answered_at: string | null
  readonly answered_by: 'link' | 'paper' | null
  readonly withdrawn_because: string | null
  readonly version: number
}

export type RoundPlace = Pick<StoredRound, 'org' | 'cycle' | 'source'>

/** To whom a letter about a unit goes. */
export type Receiver = Pick<
  StoredLetter,
  'party' | 'unit' | 'type' | 'unit_name' | 'body' | 'leader' | 'post'
>

// Not the hash of the link.
const COLUMNS = [
  'org',
  'id',
  'cycle',
  'source',
  'party',
  'unit',
  'type',
  'unit_name',
  'body',
  'leader',
  'post',
  'issued',
  'issued_at',
  'reminded',
  'first_by',
  'second_by',
  'differs',
  'answered_at',
  'answered_by',
  'withdrawn_because',
  'version',
] as const

export async function roundsOf(db: Acting, cycle: string): Promise<StoredRound[]> {
  return db.selectFrom('letter_round').selectAll().where('cycle', '=', cycle).execute()
}

const inRound = <Q extends { where(c: 'org' | 'cycle' | 'source', op: '=', v: string): Q }>(
  query: Q,
  { org, cycle, source }: RoundPlace,
): Q => query.where('org', '=', org).where('cycle', '=', cycle).where('source', '=', source)

/** Opens a round, or sets its days anew. */
export async function writeRound(
  db: Acting,
  place: RoundPlace,
  days: Pick<StoredRound, 'due_on' | 'grace_days'>,
): Promise<void> {
  await db
    .insertInto('letter_round')
    .values({ ...place, ...days, closed_by: null, closed_at: null })
    .onConflict((taken) => taken.columns(['org', 'cycle', 'source']).doUpdateSet(days))
    .execute()
}

/** Closes a round, once. @returns undefined when it was closed, or never opened */
export async function closeRound(
  db: Acting,
  place: RoundPlace,
  by: string,
  at: string,
): Promise<StoredRound | undefined> {
  const query = db.updateTable('letter_round').set({ closed_by: by, closed_at: at })
  return inRound(query, place).where('closed_at', 'is', null).returningAll().executeTakeFirst()
}

/** All letters of a cycle, also those that were withdrawn. */
export async function lettersOf(db: Acting, cycle: string): Promise<StoredLetter[]> {
  return db
    .selectFrom('letter')
    .select(COLUMNS)
    .where('cycle', '=', cycle)
    .orderBy(byName('unit_name'))
    .orderBy('id')
    .execute()
}

export async function findLetter(db: Acting, id: string): Promise<StoredLetter | undefined> {
  return db.selectFrom('letter').select(COLUMNS).where('id', '=', id).executeTakeFirst()
}

/** The same, locked until the end of the transaction. */
export async function lockLetter(db: Acting, id: string): Promise<StoredLetter | undefined> {
  return db.selectFrom('letter').select(COLUMNS).where('id', '=', id).forUpdate().executeTakeFirst()
}

/**
 * The letter that the hash of a token belongs to; row security shows no other.
 * @param lock until the end of the transaction, for who is about to answer it
 */
export async function heldLetter(
  db: Acting,
  token: Buffer,
  lock: boolean,
): Promise<StoredLetter | undefined> {
  const query = db.selectFrom('letter').select(COLUMNS).where('token_hash', '=', token)
  return (lock ? query.forUpdate() : query).executeTakeFirst()
}

/**
 * The letters of a round that were not withdrawn, locked until the end of the transaction: whoever answers at this
 * moment is waited for, and whoever comes later finds the round as this transaction leaves it.
 */
export async function lockStanding(db: Acting, place: RoundPlace): Promise<StoredLetter[]> {
  return inRound(db.selectFrom('letter').select(COLUMNS), place)
    .where('withdrawn_because', 'is', null)
    .forUpdate()
    .execute()
}

/** New letters, or other receivers of those that stand and are not answered. @returns how many */
export async function writeReceivers(
  db: Acting,
  { org, cycle, source }: RoundPlace,
  receivers: readonly Receiver[],
): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    INSERT INTO letter (org, cycle, source, party, unit, type, unit_name, body, leader, post)
    SELECT ${org}::uuid, ${cycle}::uuid, ${source}, r.party, r.unit, r.type, r.unit_name, r.body, r.leader, r.post
    FROM jsonb_to_recordset(${JSON.stringify(receivers)}::jsonb) AS r (
      party text, unit uuid, type text, unit_name text, body text, leader text, post text)
    ON CONFLICT (org, cycle, source, party, unit) WHERE withdrawn_because IS NULL
    DO UPDATE SET body = excluded.body, leader = excluded.leader, post = excluded.post,
      version = letter.version + 1
    WHERE letter.answered_at IS NULL
    RETURNING id`.execute(db)
  return rows.length
}

/** A fresh link. */
export interface IssuedLink {
  readonly letter: string
  /** SHA-256 of its token. */
  readonly hash: Buffer
}

/**
 * Gives letters that stand unanswered a new link each, and thereby ends the old ones.
 * @returns the letters that got one
 */
export async function issueLinks(
  db: Acting,
  links: readonly IssuedLink[],
  at: string,
  isReminder: boolean,
): Promise<string[]> {
  const rows = links.map(({ letter, hash }) => ({ letter, hash: hash.toString('hex') }))
  const done = await sql<{ id: string }>`
    UPDATE letter l SET token_hash = decode(r.hash, 'hex'), issued = l.issued + 1, issued_at = ${at}::timestamptz,
      reminded = l.reminded + ${isReminder ? 1 : 0}, version = l.version + 1
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r (letter uuid, hash text)
    WHERE l.id = r.letter AND l.answered_at IS NULL AND l.withdrawn_because IS NULL
    RETURNING l.id`.execute(db)
  return done.rows.map(({ id }) => id)
}

/** Takes a letter back, from the version that one saw; undefined when it has changed since. */
export async function withdrawLetter(
  db: Acting,
  id: string,
  version: number,
  because: string,
): Promise<StoredLetter | undefined> {
  return db
    .updateTable('letter')
    .set({ withdrawn_because: because, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('withdrawn_because', 'is', null)
    .returning(COLUMNS)
    .executeTakeFirst()
}

import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Acting } from '../../acting.ts'
import { unwaited } from '../../lines/index.ts'
import { canonical } from '../../log/record.ts'
import type { BallotMarks } from '../../tables/meeting.ts'
import type { StoredField } from './meetings.ts'

/** A ballot as its own link finds it. */
export interface StoredBallot {
  readonly speaker: string
  /** Where it lies: known to nobody who does not hold the link. */
  readonly box: Buffer
  readonly marks: BallotMarks
  readonly client: string | null
  /** How often it was changed, from 1; 0 once it is sealed. */
  readonly turn: number
  readonly sealed: boolean
}

/**
 * Tells the database, for this transaction, by what the ballots of a link are found.
 * @param secret made of the token itself, never of its hash, 32 bytes in hexadecimal
 */
export async function openBox(db: Acting, secret: string): Promise<void> {
  const told = sql`SELECT set_config('kaohe.box', ${secret}, true)`
  await db.executeQuery(unwaited(told.compile(db)))
}

/** The ballots of the link that asks, sealed ones too. */
export async function ownBallots(db: Acting, meeting: string): Promise<StoredBallot[]> {
  const { rows } = await sql<StoredBallot>`
    SELECT b.speaker, b.box, b.marks, b.client, b.turn, false AS sealed
    FROM speaker s JOIN ballot b ON b.org = s.org AND b.speaker = s.id AND b.box = kaohe_box(s.id)
    WHERE s.meeting = ${meeting}::uuid
    UNION ALL
    SELECT b.speaker, b.box, b.marks, NULL, 0, true
    FROM speaker s JOIN sealed_ballot b ON b.org = s.org AND b.speaker = s.id AND b.box = kaohe_box(s.id)
    WHERE s.meeting = ${meeting}::uuid`.execute(db)
  return rows
}

/** For which speakers a judge gave a ballot, by this link or by one before it. */
export async function turnoutOfJudge(db: Acting, judge: string): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('turnout').select('speaker').where('judge', '=', judge).execute()
  return new Set(rows.map(({ speaker }) => speaker))
}

const SCORING_LOCK = 7_240_010

/** Until its end the transaction may give ballots for a speaker: nobody seals him meanwhile. */
export async function whileScoring(db: Acting, speaker: string): Promise<void> {
  const lock = sql`SELECT pg_advisory_xact_lock_shared(${SCORING_LOCK}::int, hashtext(${speaker}))`
  await db.executeQuery(unwaited(lock.compile(db)))
}

/** Waits until the ballots on their way are in, and lets no other begin until the end of the transaction. */
async function afterScoring(db: Acting, speaker: string): Promise<void> {
  const lock = sql`SELECT pg_advisory_xact_lock(${SCORING_LOCK}::int, hashtext(${speaker}))`
  await db.executeQuery(unwaited(lock.compile(db)))
}

/** What a ballot is checked against, in one look. */
export interface BallotStanding {
  readonly state: 'waiting' | 'scoring' | 'sealed' | 'absent'
  readonly barred: string | null
  /** He gave one before, by whichever link. */
  readonly voted: boolean
  readonly client: string | null
  readonly turn: number | null
  readonly marks: BallotMarks | null
  readonly box: Buffer
  /** What is given in this meeting, and whether a ballot says its group. */
  readonly fields: readonly StoredField[]
  readonly grouped: boolean
}

/** Where a speaker of the judge's meeting stands for him; undefined for a speaker of another one. */
export async function standingFor(
  db: Acting,
  speaker: string,
  judge: string,
): Promise<BallotStanding | undefined> {
  const { rows } = await sql<BallotStanding>`
    SELECT s.state, c.because AS barred, t.judge IS NOT NULL AS voted, b.client, b.turn, b.marks,
      kaohe_box(s.id) AS box, m.fields, m.group_field IS NOT NULL AS grouped
    FROM speaker s JOIN meeting m ON m.org = s.org AND m.id = s.meeting
    LEFT JOIN judge_conflict c ON c.org = s.org AND c.speaker = s.id AND c.judge = ${judge}::uuid
    LEFT JOIN turnout t ON t.org = s.org AND t.speaker = s.id AND t.judge = ${judge}::uuid
    LEFT JOIN ballot b ON b.org = s.org AND b.speaker = s.id AND b.box = kaohe_box(s.id)
    WHERE s.id = ${speaker}::uuid`.execute(db)
  return rows[0]
}

interface Cast {
  readonly org: string
  readonly speaker: string
  readonly judge: string
  readonly judge_group: string
  readonly marks: BallotMarks
  readonly client: string
  readonly turn: number
}

/** Puts a ballot into its box, over the one that lay there; and notes that this judge gave one. */
export async function castBallot(db: Acting, { judge, ...cast }: Cast): Promise<void> {
  const { org, speaker, judge_group, client, turn } = cast
  const marks = JSON.stringify(cast.marks)
  await sql`
    INSERT INTO ballot (org, speaker, box, judge_group, marks, client, turn)
    VALUES (${org}, ${speaker}, kaohe_box(${speaker}::uuid), ${judge_group}, ${marks}::jsonb, ${client}, ${turn})
    ON CONFLICT (org, speaker, box) DO UPDATE
      SET marks = excluded.marks, client = excluded.client, turn = excluded.turn
      WHERE ballot.turn < excluded.turn`.execute(db)
  const gave = db
    .insertInto('turnout')
    .values({ org, speaker, judge })
    .onConflict((known) => known.doNothing())
    .compile()
  await db.executeQuery(unwaited(gave))
}

async function roleTo(db: Acting, role: string): Promise<void> {
  const told = sql`SELECT set_config('kaohe.role', ${role}, true)`
  await db.executeQuery(unwaited(told.compile(db)))
}

interface Emptied {
  readonly box: Buffer
  readonly judge_group: string
  readonly marks: BallotMarks
}

/** Lets nobody give a ballot for a speaker any more, until the end of the transaction. */
export const holdBallots = afterScoring

/**
 * Empties the box of a speaker who was just sealed: the ballots are written anew in the order of their boxes, so
 * that neither time nor order is left of how they came.
 * @param role that of the asker, who is himself again afterwards
 * @returns how many, and SHA-256 over them
 */
export async function emptyBox(
  db: Acting,
  { org, id }: { readonly org: string; readonly id: string },
  role: string,
): Promise<{ readonly count: number; readonly digest: string }> {
  await roleTo(db, 'ballot-box')
  const { rows } = await sql<Emptied>`
    DELETE FROM ballot WHERE org = ${org}::uuid AND speaker = ${id}::uuid
    RETURNING box, judge_group, marks`.execute(db)
  const sorted = rows.toSorted((a, b) => Buffer.compare(a.box, b.box))
  if (sorted.length > 0)
    await db
      .insertInto('sealed_ballot')
      .values(
        sorted.map(({ marks, ...one }) => ({
          org,
          speaker: id,
          ...one,
          marks: JSON.stringify(marks),
        })),
      )
      .execute()
  await roleTo(db, role)
  const lines = sorted.map(({ box, judge_group, marks }) =>
    canonical([box.toString('hex'), judge_group, marks]),
  )
  const digest = createHash('sha256').update(lines.join('\n')).digest('hex')
  return { count: sorted.length, digest }
}

/** A ballot as it counts: of a phone or of a sheet, without a judge. */
export interface CountedBallot {
  readonly speaker: string
  readonly unit: string
  /** SHA-256 of the receipt, or of the sheet's identifier, in hexadecimal. */
  readonly receipt: string
  readonly judge_group: string
  readonly marks: BallotMarks
}

/** The ballots of a sealed speaker, in an order that says nothing. */
export async function countedFor(db: Acting, speaker: string): Promise<CountedBallot[]> {
  const { rows } = await sql<CountedBallot>`
    SELECT s.id AS speaker, s.unit, encode(sha256(b.box), 'hex') AS receipt, b.judge_group, b.marks
    FROM speaker s JOIN sealed_ballot b ON b.org = s.org AND b.speaker = s.id
    WHERE s.id = ${speaker}::uuid AND s.state = 'sealed'
    UNION ALL
    SELECT s.id, s.unit, encode(sha256(uuid_send(p.id)), 'hex'), p.judge_group, p.marks
    FROM speaker s JOIN sheet p ON p.org = s.org AND p.speaker = s.id AND p.state = 'settled'
    WHERE s.id = ${speaker}::uuid AND s.state = 'sealed'
    ORDER BY receipt`.execute(db)
  return rows
}

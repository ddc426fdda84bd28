import { type RawBuilder, sql } from 'kysely'
import type { CountedBallot } from './ballots.ts'

/** What the closed meetings of a cycle gave: whom they heard, and the ballots, without judges. */
export interface ContentBallots {
  readonly heard: readonly {
    readonly unit: string
    readonly event: string
    readonly meeting: string
    readonly on: string
    /** The attribute that says the group of a ballot, where the rule asks for it. */
    readonly group: string | null
  }[]
  readonly cast: readonly (Omit<CountedBallot, 'speaker'> & {
    readonly event: string
    readonly meeting: string
  })[]
}

/** As one value of a query: nothing of a meeting counts before it is closed. */
export function countedIn(org: string, cycle: string): RawBuilder<ContentBallots> {
  const closed = sql`meeting m JOIN speaker s ON s.org = m.org AND s.meeting = m.id
    WHERE m.org = ${org}::uuid AND m.cycle = ${cycle}::uuid AND m.state = 'closed'`
  return sql<ContentBallots>`jsonb_build_object(
    'heard', (SELECT coalesce(jsonb_agg(jsonb_build_object('unit', s.unit, 'event', m.event, 'meeting', m.id,
      'on', m.held_on, 'group', m.group_field) ORDER BY s.unit, m.event, m.id), '[]') FROM ${closed}),
    'cast', (SELECT coalesce(jsonb_agg(jsonb_build_object('unit', c.unit, 'event', c.event, 'meeting', c.meeting,
        'receipt', c.receipt, 'judge_group', c.judge_group, 'marks', c.marks)
        ORDER BY c.unit, c.event, c.receipt), '[]')
      FROM (SELECT o.unit, o.event, o.meeting, encode(sha256(b.box), 'hex') AS receipt, b.judge_group, b.marks
        FROM (SELECT s.org, s.id, s.unit, m.event, m.id AS meeting FROM ${closed}) o
          JOIN sealed_ballot b ON b.org = o.org AND b.speaker = o.id
        UNION ALL
        SELECT o.unit, o.event, o.meeting, encode(sha256(uuid_send(p.id)), 'hex'), p.judge_group, p.marks
        FROM (SELECT s.org, s.id, s.unit, m.event, m.id AS meeting FROM ${closed}) o
          JOIN sheet p ON p.org = o.org AND p.speaker = o.id AND p.state = 'settled') c))`
}

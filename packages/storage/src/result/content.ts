import type { Came, KindsSaid, YearBefore } from '@kaohe/domain'
import { sql } from 'kysely'
import type { Acting } from '../acting.ts'
import type { StoredEntry } from '../reporting/entries.ts'
import type { StoredHappening } from '../reporting/happenings.ts'
import type { ContentRuling } from '../review/claims.ts'
import type { ContentLetter } from '../review/letter-answers.ts'
import type { ContentFinding } from '../review/inspections.ts'
import type { ContentVerdict } from '../review/verdicts.ts'
import type { ContentSurvey } from '../review/surveys.ts'
import type { StoredMark } from '../review/marks.ts'
import { type ContentBallots, countedIn } from '../review/meeting/counted.ts'
import type { StoredOpinion } from '../review/opinions.ts'

/** A unit in a result: one that is assessed, or one above or below that only supplies data. */
export interface ContentUnit {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly parent: string | null
  readonly founded_on: string | null
  readonly type: string | null
  readonly peer_group: string | null
  readonly excluded_because: string | null
  readonly attributes: readonly { readonly attribute: string; readonly value: string }[]
}

/** What a ratified result of an earlier year said of a unit. */
export interface PastOutcome {
  readonly unit: string
  readonly year: number
  readonly total: string | null
  readonly rank: number | null
  readonly grade: string | null
  /** Consequences that it met. */
  readonly met: readonly string[]
}

/** Everything that a result is made of, besides the scheme, as it was stored. */
export interface Content {
  readonly units: readonly ContentUnit[]
  readonly entries: readonly StoredEntry[]
  readonly happenings: readonly StoredHappening[]
  readonly complete: readonly { readonly org: string; readonly event: string }[]
  readonly descents: readonly Came[]
  /** Of the year before, also of units that merged into one of this year, or that one was split from. */
  readonly previous: readonly StoredEntry[]
  /** Not in what was frozen before it was kept: then `previous` is of the units themselves. */
  readonly previousYear?: YearBefore | null
  /** Of desks that were approved. */
  readonly marks: readonly StoredMark[]
  readonly opinions: readonly StoredOpinion[]
  /** Answers to letters, of collections that were closed. Not in what was frozen before there were any. */
  readonly letters?: readonly ContentLetter[]
  /** What the office said of claims as they stand. Not in what was frozen before there were any. */
  readonly rulings?: readonly ContentRuling[]
  /** What was found of evidence. Not in what was frozen before there were any. */
  readonly verdicts?: readonly ContentVerdict[]
  /** Units that marked themselves and handed in. Not in what was frozen before there were any. */
  readonly selfHanded?: readonly string[]
  /** Of checklists of inspections that were handed in. Not in what was frozen before there were any. */
  readonly findings?: readonly ContentFinding[]
  /** Surveys that stand. Not in what was frozen before there were any. */
  readonly surveys?: readonly ContentSurvey[]
  /** Of meetings that are closed. Not in what was frozen before there were any. */
  readonly ballots?: ContentBallots
  /** What the organiser said of kinds of unit. Not in what was frozen before there was any such thing. */
  readonly kinds?: KindsSaid
  /** Of ratified results of years before that still stand. */
  readonly history: readonly PastOutcome[]
}

interface Wanted {
  readonly id: string
  readonly org: string
  readonly starts_on: string
  readonly ends_on: string
  /** Whether rules look at units above or below those that are assessed: then all of these belong to it. */
  readonly elsewhere: boolean
}

// An earlier year ends at most this long before the next begins.
const GAP_DAYS = 200

/** All of a cycle in one query, in an order that depends on nothing but what is stored. */
export async function contentOf(db: Acting, cycle: Wanted): Promise<Content> {
  const { id, org, starts_on: start, ends_on: end, elsewhere } = cycle
  const { rows } = await sql<{ content: Content }>`
    WITH assessed AS (SELECT * FROM assessee WHERE org = ${org}::uuid AND cycle = ${id}::uuid),
    -- Also those that reported nothing: without them a share or an all-of would be of the diligent only.
    around AS (SELECT u.id FROM unit u
      WHERE ${elsewhere} AND u.ended_on IS NULL AND u.id <> ${org}::uuid AND u.path @> ARRAY[${org}::uuid]
        AND (u.path && ARRAY(SELECT unit FROM assessed)
          OR u.id IN (SELECT unnest(o.path) FROM unit o JOIN assessed a ON a.unit = o.id))),
    last_year AS (SELECT c.id, c.starts_on, c.ends_on FROM cycle c WHERE c.org = ${org}::uuid AND c.ends_on < ${start}::date
      AND c.ends_on > ${start}::date - ${GAP_DAYS}::integer ORDER BY c.ends_on DESC LIMIT 1)
    SELECT jsonb_build_object(
      'units', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', u.id, 'name', u.name, 'kind', u.kind,
          'parent', u.parent, 'founded_on', u.founded_on, 'type', a.type, 'peer_group', a.peer_group,
          'excluded_because', a.excluded_because,
          'attributes', (SELECT coalesce(jsonb_agg(jsonb_build_object('attribute', t.attribute,
            'value', t.value)), '[]') FROM (SELECT DISTINCT ON (attribute) attribute, value FROM unit_attribute
              WHERE org = u.id AND known_on <= ${end}::date ORDER BY attribute, known_on DESC) t)
        ) ORDER BY u.name, u.id), '[]')
        FROM unit u LEFT JOIN assessed a ON a.unit = u.id
        WHERE a.unit IS NOT NULL OR u.id IN (SELECT id FROM around)),
      'entries', (SELECT coalesce(jsonb_agg(to_jsonb(e) ORDER BY e.org, e.fact, e.period), '[]') FROM entry e
        WHERE e.committee = ${org}::uuid AND e.cycle = ${id}::uuid AND e.state <> 'blank'),
      'happenings', (SELECT coalesce(jsonb_agg(to_jsonb(h) ORDER BY h.happened_on, h.id), '[]') FROM happening h
        WHERE h.committee = ${org}::uuid AND h.cycle = ${id}::uuid AND h.voided_because IS NULL),
      'complete', (SELECT coalesce(jsonb_agg(jsonb_build_object('org', d.org, 'event', d.event)
          ORDER BY d.org, d.event), '[]') FROM declared_complete d
        WHERE d.committee = ${org}::uuid AND d.cycle = ${id}::uuid AND d.complete),
      'descents', (SELECT coalesce(jsonb_agg(jsonb_build_object('unit', l.org, 'earlier', l.earlier,
          'happenedOn', l.happened_on, 'kind', l.kind, 'name', l.earlier_name) ORDER BY l.org, l.earlier), '[]') FROM unit_lineage l
        WHERE l.org IN (SELECT unit FROM assessed)),
      'previous', (SELECT coalesce(jsonb_agg(to_jsonb(e) ORDER BY e.org, e.fact, e.period), '[]')
        FROM entry e JOIN last_year l ON l.id = e.cycle
        WHERE e.committee = ${org}::uuid AND e.state <> 'blank'
          AND e.org IN (SELECT unit FROM assessed UNION ALL
            SELECT n.earlier FROM unit_lineage n JOIN assessed a ON a.unit = n.org
            WHERE n.happened_on > l.ends_on)),
      'previousYear', (SELECT jsonb_build_object('endsOn', ends_on, 'years',
        extract(year FROM ${start}::date)::integer - extract(year FROM starts_on)::integer) FROM last_year),
      'kinds', (SELECT kinds FROM cycle WHERE org = ${org}::uuid AND id = ${id}::uuid),
      'marks', (SELECT coalesce(jsonb_agg(to_jsonb(m) ORDER BY m.item, m.party, m.unit), '[]')
        FROM mark m JOIN desk d ON d.org = m.org AND d.cycle = m.cycle AND d.party = m.party
        WHERE m.org = ${org}::uuid AND m.cycle = ${id}::uuid AND d.state = 'approved' AND m.text <> ''),
      'opinions', (SELECT coalesce(jsonb_agg(to_jsonb(o) ORDER BY o.party, o.unit), '[]')
        FROM opinion o JOIN desk d ON d.org = o.org AND d.cycle = o.cycle AND d.party = o.party
        WHERE o.org = ${org}::uuid AND o.cycle = ${id}::uuid AND d.state = 'approved'),
      'rulings', (SELECT coalesce(jsonb_agg(jsonb_build_object('unit', r.unit, 'happening', r.happening,
          'attributes', r.attributes, 'reason', r.reason, 'person', r.person, 'at', r.at)
          ORDER BY r.happening), '[]')
        FROM claim_ruling r JOIN happening h ON h.org = r.unit AND h.id = r.happening
          AND h.version = r.of_version
        WHERE r.org = ${org}::uuid AND r.cycle = ${id}::uuid AND h.voided_because IS NULL),
      'letters', (SELECT coalesce(jsonb_agg(jsonb_build_object('unit', l.unit, 'party', l.party,
          'marks', a.marks, 'comment', a.comment, 'at', a.at) ORDER BY l.source, l.party, l.unit), '[]')
        FROM letter l JOIN letter_round r ON r.org = l.org AND r.cycle = l.cycle AND r.source = l.source
          JOIN letter_answer a ON a.org = l.org AND a.letter = l.id
        WHERE l.org = ${org}::uuid AND l.cycle = ${id}::uuid AND l.withdrawn_because IS NULL
          AND r.closed_at IS NOT NULL AND a.counts),
      'surveys', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', v.id, 'name', v.name, 'method', v.method,
          'source', v.source, 'from_on', v.from_on, 'to_on', v.to_on, 'answers', v.answers,
          'figures', v.figures) ORDER BY v.at, v.id), '[]')
        FROM survey v WHERE v.org = ${org}::uuid AND v.cycle = ${id}::uuid AND v.figures <> '[]'
          AND NOT EXISTS (SELECT FROM survey n WHERE n.org = v.org AND n.replaces = v.id)),
      'ballots', ${countedIn(org, id)},
      'selfHanded', (SELECT coalesce(jsonb_agg(s.org ORDER BY s.org), '[]') FROM submission s
        WHERE s.committee = ${org}::uuid AND s.cycle = ${id}::uuid AND s.state = 'confirmed'
          AND EXISTS (SELECT FROM entry e WHERE e.org = s.org AND e.cycle = s.cycle
            AND e.fact LIKE 'self:%' AND e.state = 'value')),
      'findings', (SELECT coalesce(jsonb_agg(to_jsonb(n) ORDER BY n.subject, n.unit), '[]') FROM (
        SELECT DISTINCT ON (f.unit, f.subject) f.unit, f.subject, f.text, f.note, f.person, f.at
        FROM finding f JOIN inspection_sheet s ON s.org = f.org AND s.cycle = f.cycle AND s.unit = f.unit
        WHERE f.org = ${org}::uuid AND f.cycle = ${id}::uuid AND s.handed AND f.subject LIKE 'mark:%'
        ORDER BY f.unit, f.subject, f.noted_at DESC, f.id DESC) n WHERE n.text <> ''),
      'verdicts', (SELECT coalesce(jsonb_agg(jsonb_build_object('unit', v.unit, 'item', v.item,
          'name', f.name, 'verdict', v.verdict) ORDER BY v.item, v.unit, f.at, f.id), '[]')
        FROM evidence_verdict v JOIN evidence_file f ON f.org = v.unit AND f.id = v.file
          JOIN evidence_item i ON i.org = f.org AND i.file = f.id AND i.item = v.item AND i.removed_at IS NULL
        WHERE v.org = ${org}::uuid AND v.cycle = ${id}::uuid AND v.verdict <> 'open'),
      'history', (SELECT coalesce(jsonb_agg(one ORDER BY c.starts_on, one->>'unit'), '[]')
        FROM snapshot s JOIN cycle c ON c.org = s.org AND c.id = s.cycle,
          jsonb_array_elements(s.outcome) AS one
        WHERE s.org = ${org}::uuid AND c.ends_on < ${start}::date AND s.ratified_at IS NOT NULL
          AND NOT EXISTS (SELECT FROM snapshot n WHERE n.org = s.org AND n.replaces = s.id))
    ) AS content`.execute(db)
  return rows[0]!.content
}

import type { Came, YearBefore } from '@kaohe/domain'
import { sql } from 'kysely'
import type { Acting } from '../acting.ts'
import { byName } from '../names.ts'
import type { StoredEntry } from './entries.ts'
import type { StoredHappening } from './happenings.ts'

/** A unit above or below an assessed one, as far as a report rests on it. */
export interface RelatedUnit {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly parent: string | null
}

/** A datum that the same unit reported in another assessment of the same days. */
export interface KnownElsewhere {
  readonly fact: string
  readonly period: string
  readonly text: string
  readonly source: string
  readonly at: string
  readonly title: string
}

/** The cycle of the year before. */
export interface PreviousYear extends YearBefore {
  readonly title: string
}

/** What a report rests on besides the unit's own data of this cycle. */
export interface StoredRelated {
  readonly foundedOn: string | null
  readonly units: readonly RelatedUnit[]
  readonly entries: readonly StoredEntry[]
  readonly happenings: readonly StoredHappening[]
  readonly complete: readonly { readonly org: string; readonly event: string }[]
  /** As they were known last on the last day of the cycle. */
  readonly attributes: readonly {
    readonly attribute: string
    readonly value: string
    readonly source: string
    readonly known_on: string
  }[]
  readonly descents: readonly Came[]
  /** Of the year before: what the unit, and those that it came out of, reported then. */
  readonly previous: readonly StoredEntry[]
  readonly previousYear: PreviousYear | null
  readonly known: readonly KnownElsewhere[]
}

/** What is looked for. */
export interface Wanted {
  readonly cycle: {
    readonly id: string
    readonly org: string
    readonly starts_on: string
    readonly ends_on: string
  }
  readonly unit: { readonly id: string; readonly path: readonly string[] }
  /** Own data, which other assessments may know already. */
  readonly own: readonly string[]
  /** Data and kinds of events that units above or below supply. */
  readonly facts: readonly string[]
  readonly events: readonly string[]
  readonly previous: readonly string[]
}

const NONE: StoredRelated = {
  foundedOn: null,
  units: [],
  entries: [],
  happenings: [],
  complete: [],
  attributes: [],
  descents: [],
  previous: [],
  previousYear: null,
  known: [],
}

// An earlier year ends at most this long before the next begins.
const GAP_DAYS = 200

/** All of it in one query, however much there is. */
export async function relatedOf(db: Acting, wanted: Wanted): Promise<StoredRelated> {
  const { cycle, unit, own, facts, events, previous } = wanted
  const [id, path] = [unit.id, [...unit.path]]
  const elsewhere = facts.length + events.length > 0
  const { rows } = await sql<{ related: StoredRelated }>`
    WITH around AS (
      SELECT id, name, kind, parent FROM unit
      WHERE ${elsewhere} AND id <> ${id}::uuid AND id <> ${cycle.org}::uuid AND ended_on IS NULL
        AND (path @> ARRAY[${id}::uuid] OR id = ANY (${path}::uuid[]))
    ), came AS (
      SELECT org AS unit, earlier, happened_on, kind, earlier_name FROM unit_lineage WHERE org = ${id}::uuid
    ), last_year AS (
      SELECT c.id, c.title, c.starts_on, c.ends_on FROM cycle c
      WHERE ${previous.length > 0} AND c.org = ${cycle.org}::uuid
        AND c.ends_on < ${cycle.starts_on}::date AND c.ends_on > ${cycle.starts_on}::date - ${GAP_DAYS}::integer
        -- A unit that was split off does not see that the whole was assessed.
        AND (EXISTS (SELECT FROM came) OR EXISTS (SELECT FROM assessee a
          WHERE a.cycle = c.id AND a.unit = ${id}::uuid))
      ORDER BY EXISTS (SELECT FROM assessee a WHERE a.cycle = c.id AND a.unit = ${id}::uuid) DESC,
        c.ends_on DESC, c.id LIMIT 1
    )
    SELECT jsonb_build_object(
      'foundedOn', (SELECT founded_on FROM unit WHERE id = ${id}::uuid),
      'units', (SELECT coalesce(jsonb_agg(to_jsonb(a) ORDER BY ${byName('a.name')}), '[]') FROM around a),
      'entries', (SELECT coalesce(jsonb_agg(to_jsonb(e)), '[]') FROM entry e JOIN around a ON a.id = e.org
        WHERE e.cycle = ${cycle.id}::uuid AND e.fact = ANY (${[...facts]})),
      'happenings', (SELECT coalesce(jsonb_agg(to_jsonb(h)), '[]') FROM happening h JOIN around a ON a.id = h.org
        WHERE h.cycle = ${cycle.id}::uuid AND h.event = ANY (${[...events]})),
      'complete', (SELECT coalesce(jsonb_agg(jsonb_build_object('org', d.org, 'event', d.event)), '[]')
        FROM declared_complete d JOIN around a ON a.id = d.org
        WHERE d.cycle = ${cycle.id}::uuid AND d.complete AND d.event = ANY (${[...events]})),
      'attributes', (SELECT coalesce(jsonb_agg(to_jsonb(t)), '[]') FROM (
        SELECT DISTINCT ON (attribute) attribute, value, source, known_on FROM unit_attribute
        WHERE org = ${id}::uuid AND known_on <= ${cycle.ends_on}::date
        ORDER BY attribute, known_on DESC) t),
      'descents', (SELECT coalesce(jsonb_agg(jsonb_build_object('unit', unit, 'earlier', earlier,
        'happenedOn', happened_on, 'kind', kind, 'name', earlier_name) ORDER BY happened_on, earlier), '[]')
        FROM came),
      'previous', (SELECT coalesce(jsonb_agg(to_jsonb(e)), '[]') FROM entry e JOIN last_year l ON l.id = e.cycle
        WHERE e.org IN (SELECT ${id}::uuid UNION ALL SELECT earlier FROM came)
          AND e.fact = ANY (${[...previous]})),
      'previousYear', (SELECT jsonb_build_object('title', title, 'endsOn', ends_on,
        'years', extract(year FROM ${cycle.starts_on}::date)::integer - extract(year FROM starts_on)::integer)
        FROM last_year),
      'known', (SELECT coalesce(jsonb_agg(jsonb_build_object('fact', e.fact, 'period', e.period,
        'text', e.text, 'source', e.source, 'at', e.at, 'title', c.title) ORDER BY e.at), '[]')
        FROM entry e JOIN cycle c ON c.id = e.cycle AND c.org = e.committee
        WHERE e.org = ${id}::uuid AND e.cycle <> ${cycle.id}::uuid AND e.state = 'value'
          AND e.fact = ANY (${[...own]})
          AND c.starts_on <= ${cycle.ends_on}::date AND c.ends_on >= ${cycle.starts_on}::date)
    ) AS related`.execute(db)
  return rows[0]?.related ?? NONE
}

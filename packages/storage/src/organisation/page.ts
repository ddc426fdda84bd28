import { sql } from 'kysely'
import type { Acting } from '../acting.ts'
import { byName } from '../names.ts'
import type { StoredUnit } from './unit.ts'

export interface UnitPage {
  readonly above: { id: string; name: string }[]
  readonly places: {
    from: string
    to: string | null
    name: string
    kind: string
    parent: string | null
    parentName: string | null
  }[]
  readonly lineage: {
    id: string
    name: string
    on: string
    kind: 'merged' | 'split'
    direction: 'earlier' | 'later'
  }[]
  readonly attributes: {
    attribute: string
    knownOn: string
    value: string
    source: string
    version: number
  }[]
  readonly departments: { id: string; name: string; endedOn: string | null; version: number }[]
  readonly contacts: { id: string; name: string; duty: string; phone: string; version: number }[]
  readonly bodies: {
    id: string
    body: string | null
    name: string
    capacity: string
    from: string
    to: string | null
    version: number
  }[]
  readonly cycles: {
    cycle: string
    title: string
    from: string
    to: string
    state: 'preparing' | 'open' | 'closed'
    type: string
    peerGroup: string | null
    excludedBecause: string | null
    submission: string | null
  }[]
  readonly posts: { name: string; role: string; department: string | null }[]
  readonly children: number
}

/** All that the page of a unit shows, in one query; `on` is today, for who holds a post. */
export async function unitPage(
  db: Acting,
  { id, path }: Pick<StoredUnit, 'id' | 'path'>,
  on: string,
): Promise<UnitPage> {
  const { rows } = await sql<{ page: UnitPage }>`
    SELECT jsonb_build_object(
      'above', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name)
          ORDER BY cardinality(path)), '[]')
        FROM unit WHERE id = ANY (${path.slice(0, -1)}::uuid[])),
      'places', (SELECT coalesce(jsonb_agg(jsonb_build_object('from', p.from_on, 'to', p.to_on,
          'name', p.name, 'kind', p.kind, 'parent', p.parent, 'parentName', above.name)
          ORDER BY p.from_on DESC), '[]')
        FROM unit_place p LEFT JOIN unit above ON above.id = p.parent WHERE p.org = ${id}::uuid),
      'lineage', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', u.id, 'name', u.name,
          'on', l.happened_on, 'kind', l.kind, 'direction', l.direction)
          ORDER BY l.happened_on, u.name), '[]')
        FROM (SELECT earlier AS other, happened_on, kind, 'earlier' AS direction
            FROM unit_lineage WHERE org = ${id}::uuid
          UNION ALL SELECT org, happened_on, kind, 'later'
            FROM unit_lineage WHERE earlier = ${id}::uuid) l
        JOIN unit u ON u.id = l.other),
      'attributes', (SELECT coalesce(jsonb_agg(jsonb_build_object('attribute', attribute,
          'knownOn', known_on, 'value', value, 'source', source, 'version', version)
          ORDER BY attribute, known_on DESC), '[]')
        FROM unit_attribute WHERE org = ${id}::uuid),
      'departments', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name,
          'endedOn', ended_on, 'version', version) ORDER BY ended_on NULLS FIRST, ${byName('name')}), '[]')
        FROM department WHERE org = ${id}::uuid),
      'contacts', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name, 'duty', duty,
          'phone', phone, 'version', version) ORDER BY ${byName('name')}), '[]')
        FROM contact WHERE org = ${id}::uuid AND ended_on IS NULL),
      'bodies', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'body', a.body,
          'name', coalesce(u.name, a.name, ''), 'capacity', a.capacity, 'from', a.from_on,
          'to', a.to_on, 'version', a.version) ORDER BY a.to_on NULLS FIRST, a.capacity), '[]')
        FROM answers_for a LEFT JOIN unit u ON u.id = a.body WHERE a.org = ${id}::uuid),
      'cycles', (SELECT coalesce(jsonb_agg(jsonb_build_object('cycle', c.id, 'title', c.title,
          'from', c.starts_on, 'to', c.ends_on, 'state', c.state, 'type', a.type,
          'peerGroup', a.peer_group, 'excludedBecause', a.excluded_because, 'submission', s.state)
          ORDER BY c.starts_on DESC, c.title), '[]')
        FROM assessee a JOIN cycle c ON c.id = a.cycle
        LEFT JOIN submission s ON s.org = a.unit AND s.cycle = a.cycle
        WHERE a.unit = ${id}::uuid),
      'posts', (SELECT coalesce(jsonb_agg(jsonb_build_object('name', person.name, 'role', post.role,
          'department', department.name) ORDER BY post.role, ${byName('person.name')}), '[]')
        FROM post JOIN person ON person.id = post.person
        LEFT JOIN department ON department.org = post.org AND department.id = post.department
        WHERE post.org = ${id}::uuid AND (post.to_on IS NULL OR post.to_on >= ${on}::date)),
      'children', (SELECT count(*) FROM unit WHERE parent = ${id}::uuid AND ended_on IS NULL)
    ) AS page`.execute(db)
  return rows[0]!.page
}

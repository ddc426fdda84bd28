import type { Changes } from './change.ts'

const SRC = 'packages/storage/migrations'
const IDENTITY = 'apps/server/tests/identity'

/** The second wall: what the database itself refuses. The changed schema is brought up anew for each. */
export const DATABASE: readonly Changes[] = [
  {
    file: `${SRC}/0002_organisation.sql`,
    // What the database tells by itself: the server asks for the right rows anyway.
    tests: ['apps/server/tests/reach.test.ts'],
    changes: [
      ['RETURN org = kaohe_org() OR kaohe_is_above(org);', 'RETURN true;'],
      ['unit.id = org AND unit.path @> ARRAY[kaohe_org()]', 'unit.id = org'],
    ],
  },
  {
    file: `${SRC}/0003_identity.sql`,
    tests: [
      `${IDENTITY}/account.test.ts`,
      `${IDENTITY}/posts.test.ts`,
      `${IDENTITY}/factor.test.ts`,
    ],
    changes: [
      ['AND s.seen_at > now() - s.idle AND s.factors >= s.required', 'AND s.factors >= s.required'],
      [
        'AND s.seen_at > now() - s.idle AND s.factors >= s.required',
        'AND s.seen_at > now() - s.idle',
      ],
      [
        't.token_hash = token AND t.expires_at > now() AND t.revoked_at IS NULL',
        't.token_hash = token AND t.revoked_at IS NULL',
      ],
      [
        't.token_hash = token AND t.expires_at > now() AND t.revoked_at IS NULL',
        't.token_hash = token AND t.expires_at > now()',
      ],
      [
        'p.id = wanted AND p.from_on <= kaohe_today() AND (p.to_on IS NULL OR p.to_on > kaohe_today())',
        'p.id = wanted',
      ],
      [
        '(person WITH =, duty WITH <>, daterange(from_on, to_on) WITH &&)',
        '(person WITH =, role WITH =, daterange(from_on, to_on) WITH &&)',
      ],
      [
        'WITH CHECK (\n  person IS DISTINCT FROM kaohe_person() AND kaohe_reaches(org)',
        'WITH CHECK (\n  kaohe_reaches(org)',
      ],
    ],
  },
]

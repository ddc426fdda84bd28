import type { Changes } from './change.ts'

const SRC = 'apps/server/src/rooms/identity'
const TESTS = 'apps/server/tests/identity'

/** Signing in, second factors, sessions, tokens, posts lent and granted. */
export const SESSIONS: readonly Changes[] = [
  {
    file: `${SRC}/sign-in.ts`,
    tests: [`${TESTS}/sign-in.test.ts`],
    changes: [
      ['!right || person === undefined', 'person === undefined'],
      ['if (wait > 0) throw slowDown(wait)', ''],
      ['    await countFailure(db, attempt, now.toISOString())\n', ''],
      ["await note(db, c, now, { act: 'session.refuse', object, ...person })", ''],
      [
        'isPassword(found?.password_hash, body.password)',
        '(found !== undefined && isPassword(found.password_hash, body.password))',
      ],
      ['const known = isKnownDevice(c, services, attempt.login)', 'const known = true'],
      ['const known = isKnownDevice(c, services, attempt.login)', 'const known = false'],
      ['login: hashOf(login), address', "login: hashOf(''), address"],
    ],
  },
  {
    file: `${SRC}/begin.ts`,
    tests: [`${TESTS}/factor.test.ts`, `${TESTS}/limits.test.ts`, `${TESTS}/account.test.ts`],
    changes: [
      ['has || (await factorRequired(services.door, db, posts)) ? 2 : 1', 'has ? 2 : 1'],
      [
        'has || (await factorRequired(services.door, db, posts)) ? 2 : 1',
        '(await factorRequired(services.door, db, posts)) ? 2 : 1',
      ],
      ['!(await useRelease(db, person, now.toISOString()))', 'false'],
      ['hours * 3_600_000', 'hours * 36_000'],
      ["twoFactors === 'all' || byPost", 'byPost'],
      ['left === undefined || !(await endSession(db, left.id))', 'left === undefined'],
    ],
  },
  {
    file: `${SRC}/factor.ts`,
    tests: [`${TESTS}/factor.test.ts`],
    changes: [
      [
        'if (step !== undefined) return useStep(db, person, step)',
        'if (step !== undefined) return true',
      ],
      ['epochTolerance: STEP_SECONDS', 'epochTolerance: 4 * STEP_SECONDS'],
      ['session.wrong_codes + 1 >= MOST_WRONG', 'false'],
      ['if (credential.totp_secret !== null) throw', 'if (false) throw'],
      ['if (!fresh) throw', 'if (false) throw'],
      ['`totp/${person}`', "'totp'"],
    ],
  },
  {
    file: `${SRC}/own.ts`,
    tests: [`${TESTS}/account.test.ts`],
    changes: [['if (entered === undefined) throw signInFirst()', '']],
  },
  {
    file: `${SRC}/tokens.ts`,
    tests: [`${TESTS}/account.test.ts`],
    changes: [
      ["dutyOf(post.role) !== 'work'", 'false'],
      ['if (revoked === undefined) throw notFound()', ''],
      ['hash: hashOf(token)', 'hash: Buffer.from(token)'],
    ],
  },
  {
    file: `${SRC}/posts.ts`,
    tests: [`${TESTS}/posts.test.ts`, `${TESTS}/scenarios.test.ts`],
    changes: [
      ["if (fault !== undefined) throw invalid([{ pointer: '/body/role', message: fault }])", ''],
      ['post === undefined || post.stands_in_for !== actor.post', 'post === undefined'],
      ['person?.org !== actor.org', 'person === undefined'],
      ['lent: own.stands_in_for !== null', 'lent: false'],
    ],
  },
]

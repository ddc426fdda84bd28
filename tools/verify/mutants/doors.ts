import type { Changes } from './change.ts'

const SRC = 'apps/server/src/http'
const TESTS = 'apps/server/tests/http'

/** The doors of the server: who asks, whether the policies were asked, what is written of it. */
export const DOORS: readonly Changes[] = [
  {
    file: `${SRC}/serve.ts`,
    tests: [`${TESTS}/serve.test.ts`],
    changes: [
      ['object === undefined || !allows(', '!allows('],
      ['|| !allows(policies, endpoint.act, actor, object.path)', ''],
      [
        '!allows(policies, endpoint.act, actor, object.path)',
        'allows(policies, endpoint.act, actor, object.path)',
      ],
      [
        'allows(policies, endpoint.act, actor, object.path)',
        'allows(policies, endpoint.act, actor, actor.path)',
      ],
      ['endpoint.act, actor, object.path', "'unit.read', actor, object.path"],
      ['duty.permitted = true', ''],
      ['duty.recorded += 1', ''],
      ['act: endpoint.act, channel, request }', "act: 'unit.read', channel, request }"],
      ['{ ...act, org, person, post, ...happened }', '{ ...act, org, post, ...happened }'],
      ['{ ...act, org, person, post, ...happened }', '{ ...act, org, person, ...happened }'],
      ['{ ...act, org, person, post, ...happened }', '{ ...act, ...happened, org, person, post }'],
      [
        'program === undefined && session === undefined',
        'program === undefined || session === undefined',
      ],
      ['if (program === undefined) {', 'if (session !== undefined) {'],
      ["if (entered.scope === 'read' && endpoint.method !== 'GET') throw readOnlyToken()", ''],
      ["entered.scope === 'read' &&", ''],
      ['duty.check(endpoint)', ''],
      ['if (before !== undefined) return before.body', ''],
      ['if (!(body instanceof Response)) await keepAnswer', 'await keepAnswer'],
      ['duty.refusal(error) ?? ', ''],
    ],
  },
  {
    file: `${SRC}/duty.ts`,
    tests: [`${TESTS}/serve.test.ts`],
    changes: [
      ['permitted = false', 'permitted = true'],
      ['if (!this.permitted)', 'if (false)'],
      ["endpoint.method === 'GET' || endpoint.passing === true ? 0 : 1", '1'],
      ["endpoint.method === 'GET' || ", ''],
      ['|| endpoint.passing === true', ''],
      ['this.recorded !== expected', 'this.recorded < expected'],
      ['this.recorded !== expected', 'this.recorded > expected'],
      ['({ is }) => is(error)', '() => true'],
    ],
  },
  {
    file: `${SRC}/again.ts`,
    tests: [`${TESTS}/serve.test.ts`],
    changes: [
      ['  await alone(db, key.key)\n', ''],
      ['!row.request_hash.equals(key.hash)', 'false'],
      ['${c.req.path}', ''],
      ['${await c.req.text()}', ''],
      ['key.length > LONGEST_KEY', 'key.length > 9 * LONGEST_KEY'],
    ],
  },
  {
    file: `${SRC}/holder.ts`,
    tests: [`${TESTS}/holder.test.ts`],
    changes: [
      ['if (token === undefined) throw comeByLink()', ''],
      ['if (held === undefined) throw noSuchLink()', ''],
      ["{ token: token.toString('hex'), role: link.role }", '{ role: link.role }'],
      ["{ token: token.toString('hex'), role: link.role }", "{ token: token.toString('hex') }"],
      [
        "{ token: token.toString('hex'), role: link.role }",
        "{ token: token.toString('hex'), role: link.role, org: token.toString('hex').slice(0, 32) }",
      ],
      ['allows(policies, endpoint.act, { role: link.role, path: [org] }, [org])', 'true'],
      ['{ role: link.role, path: [org] }', "{ role: 'organiser', path: [org] }"],
      ['duty.recorded += 1', ''],
      ['duty.check(endpoint)', ''],
      ["channel: 'web', org, ...happened", "channel: 'web', ...happened"],
    ],
  },
  {
    file: `${SRC}/token.ts`,
    tests: [`${TESTS}/app.test.ts`, `${TESTS}/holder.test.ts`, `${TESTS}/serve.test.ts`],
    changes: [
      ['const BYTES = 32', 'const BYTES = 16'],
      ["randomBytes(BYTES).toString('base64url')", "Buffer.alloc(BYTES).toString('base64url')"],
      ["scheme === 'Bearer' && token", 'token'],
      ["scheme === 'Bearer' && token ?", "scheme === 'Bearer' ?"],
      ["|| token === ''", ''],
      ["createHmac('sha256', c.req.header('Kaohe-Link') ?? '')", "createHmac('sha256', '')"],
      ['httpOnly: true', 'httpOnly: false'],
      ["sameSite: 'Strict'", "sameSite: 'Lax'"],
      ["secure ? { prefix: 'host' } : {}", '{}'],
      ["sameSite: 'Strict', path: '/', ...prefix", "sameSite: 'Strict', path: '/'"],
      ['getCookie(c, name, prefix)', 'getCookie(c, name)'],
      ['deleteCookie(c, NAME', "deleteCookie(c, 'other'"],
    ],
  },
  {
    file: `${SRC}/app.ts`,
    tests: [`${TESTS}/app.test.ts`],
    changes: [
      ['if (origin === undefined) return false', 'if (origin !== undefined) return false'],
      ['!URL.canParse(origin) ||', 'URL.canParse(origin) &&'],
      ['new URL(origin).host !== host', '!new URL(origin).host.startsWith(host ?? "")'],
      ["method !== 'GET' && isForeign", "method === 'GET' && isForeign"],
      ["c.header('Cache-Control', 'no-store')", ''],
      ['frameAncestors: ["\'none\'"],', ''],
      ['objectSrc: ["\'none\'"],', ''],
      ["referrerPolicy: 'no-referrer',", "referrerPolicy: 'unsafe-url',"],
      ['Number(length) > maxSize', 'Number(length) > 9 * maxSize'],
      ["|| c.req.header('Transfer-Encoding') !== undefined", ''],
    ],
  },
  {
    file: `${SRC}/dry-run.ts`,
    tests: ['apps/server/tests/api.test.ts'],
    changes: [
      ["c.req.header('Dry-Run') === '1' ||", ''],
      ["|| c.req.query('dry-run') === '1'", ''],
      ["if (c.req.method !== 'GET' && isDryRun(c) && !isAble())", 'if (false)'],
      ['if (error instanceof Rehearsed) return error.answer', ''],
    ],
  },
]

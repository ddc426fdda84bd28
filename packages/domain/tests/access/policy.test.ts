import {
  accountRoles,
  administrators,
  allows,
  isRole,
  type Policy,
  relationOf,
  type Role,
  roles,
} from '../../src/access/index.ts'
import { describe, expect, it } from 'vitest'
import { policies } from '../../src/policies.ts'
import { PERMISSIONS } from './permissions.ts'

const EVERYONE = Object.keys(roles) as Role[]

// A tree: the actor stands in the middle.
const OWN = ['top', 'parent', 'own']
const RELATED = {
  own: OWN,
  below: [...OWN, 'child'],
  above: ['top', 'parent'],
} as const
const UNRELATED: readonly (readonly string[])[] = [
  ['top', 'parent', 'sibling'],
  ['top', 'aunt', 'cousin'],
  ['top', 'aunt'],
  ['other'],
  ['other', 'its child'],
  [],
]

describe('how an organisation stands to another', () => {
  it.each([
    ['own', OWN],
    ['below', [...OWN, 'child']],
    ['below', [...OWN, 'child', 'grandchild']],
    ['above', ['top', 'parent']],
    ['above', ['top']],
  ])('%s: %j', (relation, object) => {
    expect(relationOf(OWN, object)).toBe(relation)
  })

  it.each(UNRELATED)('not at all: %j', (...object) => {
    expect(relationOf(OWN, object)).toBeUndefined()
    expect(relationOf([], object)).toBeUndefined()
  })

  it('is the other way round, seen from the other', () => {
    expect(relationOf(RELATED.below, OWN)).toBe('above')
    expect(relationOf(RELATED.above, OWN)).toBe('below')
  })
})

describe('a policy', () => {
  const policy: Policy = { act: 'look', roles: ['ratifier'], relations: ['below'] }
  const ratifier = { role: 'ratifier', path: OWN } as const

  it('allows what it says', () => {
    expect(allows([policy], 'look', ratifier, RELATED.below)).toBe(true)
  })

  it.each([
    ['no other act', [policy], 'touch', ratifier, RELATED.below],
    ['no other role', [policy], 'look', { ...ratifier, role: 'judge' }, RELATED.below],
    ['nowhere else', [policy], 'look', ratifier, OWN],
    ['nothing where there is none', [], 'look', ratifier, RELATED.below],
    // Two rows do not lend each other what they have.
    [
      'not half of one and half of another',
      [policy, { act: 'look', roles: ['judge'], relations: ['own'] }],
      'look',
      ratifier,
      OWN,
    ],
  ] as const)('allows %s', (_, rows, act, actor, object) => {
    expect(allows(rows, act, actor, object)).toBe(false)
  })
})

// Every act, whether the policies or this table know it.
const ACTS = new Set([
  ...policies.map(({ act }) => act),
  ...Object.values(PERMISSIONS).flatMap((all) => Object.values(all).flat() as string[]),
])

describe('what each role may', () => {
  it.each(EVERYONE)('is what it is there for: %s', (role) => {
    const may = (object: readonly string[]): string[] =>
      [...ACTS].filter((act) => allows(policies, act, { role, path: OWN }, object)).toSorted()
    for (const [relation, object] of Object.entries(RELATED)) {
      const expected = PERMISSIONS[role][relation as keyof typeof RELATED] ?? []
      expect([relation, may(object)]).toEqual([relation, expected.toSorted()])
    }
    for (const object of UNRELATED) expect([object, may(object)]).toEqual([object, []])
  })
})

describe('roles', () => {
  it('are those of the table, and no other word is one', () => {
    expect(EVERYONE.every(isRole)).toBe(true)
    for (const word of ['', 'admin', 'toString', '组织部']) expect(isRole(word)).toBe(false)
  })

  it('without an account come by a link, or not at all', () => {
    const without = EVERYONE.filter((role) => !accountRoles.includes(role))
    expect(without.toSorted()).toEqual([
      'judge',
      'party-leader',
      'party-office',
      'public',
      'respondent',
    ])
  })

  it('have names of their own, by which people know them', () => {
    const names = EVERYONE.map((role) => roles[role].name)
    expect(new Set(names).size).toBe(EVERYONE.length)
    for (const name of names) expect(name).toMatch(/\p{Script=Han}/u)
  })
})

describe('of the principles', () => {
  const holders = (act: string): Role[] =>
    policies.filter((one) => one.act === act).flatMap((one) => one.roles)

  it('the three administrators neither see nor write what is scored', () => {
    const worked = [...ACTS].filter((act) =>
      administrators.some((one) => holders(act).includes(one)),
    )
    const rooms = new Set(worked.map((act) => act.split('.')[0]))
    const theirs = ['department', 'factor', 'job', 'log', 'message', 'person', 'post', 'unit']
    expect(rooms).toEqual(new Set(theirs))
    for (const act of ['person.invite', 'factor.release', 'post.grant', 'log.read'])
      expect([act, administrators.filter((one) => holders(act).includes(one)).length]).toEqual([
        act,
        1,
      ])
  })

  it('upwards one only reads', () => {
    const upwards = policies.filter(({ relations }) => relations.includes('above'))
    expect(upwards.map(({ act }) => act).every((act) => act.endsWith('.read'))).toBe(true)
  })

  it('who writes down what a meeting decided is not who ratifies it, nor who asks who confirms', () => {
    for (const [one, other] of [
      ['result.resolve', 'result.ratify'],
      ['objection.reply', 'objection.rule'],
      ['publicity.ask', 'publicity.confirm'],
      ['review.hand', 'review.decide'],
      ['person.invite', 'factor.release'],
    ] as const)
      expect([one, holders(one).filter((role) => holders(other).includes(role))]).toEqual([one, []])
  })
})

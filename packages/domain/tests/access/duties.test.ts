import {
  accountRoles,
  administrators,
  clashingPost,
  dutyOf,
  grantFault,
  type HeldPost,
  lendingFault,
  type Role,
} from '../../src/access/index.ts'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const held = (role: Role, from = '2024-01-01', to: string | null = null): HeldPost => ({
  role,
  from,
  to,
})
const day = fc
  .integer({ min: 0, max: 800 })
  .map((days) => new Date(Date.UTC(2024, 0, 1 + days)).toISOString().slice(0, 10))
const post = fc
  .record({ role: fc.constantFrom(...accountRoles), from: day, until: fc.option(day) })
  .map(({ role, from, until }): HeldPost => {
    return { role, from, to: until !== null && until > from ? until : null }
  })

const runsOn = ({ from, to }: HeldPost, on: string): boolean =>
  from <= on && (to === null || on < to)

describe('duties', () => {
  it('are four: each administrator, and the work', () => {
    expect(new Set(accountRoles.map(dutyOf))).toEqual(new Set([...administrators, 'work']))
  })

  it('clash exactly when two of them fall on one day', () => {
    fc.assert(
      fc.property(post, post, (a, b) => {
        const days = [a.from, b.from].filter((on) => runsOn(a, on) && runsOn(b, on))
        const expected = days.length > 0 && dutyOf(a.role) !== dutyOf(b.role)
        expect(clashingPost([a], b) !== undefined).toBe(expected)
        expect(clashingPost([b], a) !== undefined).toBe(expected)
      }),
    )
  })
})

describe('granting a post', () => {
  const grant = { granter: 'g', person: 'p', wanted: held('organiser'), held: [] }

  it('may be done for another', () => {
    expect(grantFault(grant)).toBeUndefined()
    expect(grantFault({ ...grant, held: [held('vice-secretary')] })).toBeUndefined()
  })

  it('may not be done for oneself', () => {
    expect(grantFault({ ...grant, person: 'g' })).toContain('自己')
  })

  it.each(['judge', 'public', 'nobody', 'toString'])('knows no post of %s', (role) => {
    expect(grantFault({ ...grant, wanted: { ...grant.wanted, role } })).toBe('没有这种岗位')
  })

  it('ends after it begins', () => {
    const wanted = held('organiser', '2024-02-01', '2024-02-01')
    expect(grantFault({ ...grant, wanted })).toContain('结束日期')
  })

  it('keeps the three administrators apart, and from the work', () => {
    for (const one of administrators)
      for (const other of accountRoles) {
        const fault = grantFault({ ...grant, wanted: held(one), held: [held(other)] })
        expect([one, other, fault === undefined]).toEqual([one, other, one === other])
      }
  })

  it('may follow when the other has ended, or end before the other begins', () => {
    const before = held('audit-administrator', '2023-01-01', '2024-01-01')
    expect(grantFault({ ...grant, wanted: held('organiser'), held: [before] })).toBeUndefined()
    const after = held('organiser', '2024-01-01')
    expect(grantFault({ ...grant, wanted: before, held: [after] })).toBeUndefined()
    const overlapping = held('organiser', '2023-12-31')
    expect(grantFault({ ...grant, wanted: before, held: [overlapping] })).toContain('三员')
  })
})

describe('lending a post', () => {
  const lending = {
    granter: 'g',
    person: 'p',
    wanted: held('department-head', '2024-05-01', '2024-06-01'),
    held: [],
    lent: false,
    today: '2024-05-01',
  }

  it('may be done for a while', () => {
    expect(lendingFault(lending)).toBeUndefined()
  })

  it.each([
    ['what was lent itself', { lent: true }, '转托'],
    ['to oneself', { person: 'g' }, '自己'],
    ['for ever', { wanted: held('department-head', '2024-05-01') }, '结束日期'],
    ['for no day', { wanted: held('department-head', '2024-05-01', '2024-05-01') }, '结束日期'],
    ['in the past', { today: '2024-05-02' }, '今天'],
    ['for half a year', { wanted: held('organiser', '2024-05-01', '2024-11-01') }, '最长'],
    [
      'an administrator’s',
      { wanted: held('audit-administrator', '2024-05-01', '2024-05-02') },
      '三员',
    ],
    ['to an administrator', { held: [held('system-administrator')] }, '三员'],
  ])('but not %s', (_, change, word) => {
    expect(lendingFault({ ...lending, ...change })).toContain(word)
  })

  it('for 92 days at most', () => {
    const until = (to: string) => ({ ...lending, wanted: held('organiser', '2024-05-01', to) })
    expect(lendingFault(until('2024-08-01'))).toBeUndefined()
    expect(lendingFault(until('2024-08-02'))).toContain('92')
  })
})

import { endpoints } from '@kaohe/contract'
import { administrators, policies } from '@kaohe/domain'
import { describe, expect, it } from 'vitest'
import { rolesPage } from './roles.ts'

const acts = new Set(policies.map(({ act }) => act))

describe('who may do what', () => {
  it('is said of every endpoint: by a policy, or that it is a door or one’s own session', () => {
    const open = endpoints.filter(({ endpoint: { act } }) => !acts.has(act))
    const named = open.map(({ endpoint: { act } }) => act)
    expect(new Set(named)).toEqual(new Set(['anyone', 'session']))
    expect(endpoints.length).toBeGreaterThan(60)
  })

  it('lets none of the three administrators see or write what is scored', () => {
    const scored = /^(report|observation|evidence|proposal|ruling|entry)\./
    for (const { act, roles } of policies.filter((policy) => scored.test(policy.act)))
      expect([act, roles.filter((role) => administrators.includes(role))]).toEqual([act, []])
  })

  it('has a row for every policy', () => {
    const rows = rolesPage().match(/^\| `[a-z-]+\.[a-z-]+` \|/gm)
    expect(rows).toHaveLength(policies.length)
  })
})

import { describe, expect, it } from 'vitest'
import { accountRoles } from '../../src/access/index.ts'
import { fills, sideOf } from '../../src/reporting/fills.ts'

describe('who fills something in', () => {
  it('is the unit for itself, and those above for what they supply', () => {
    expect([fills('unit', undefined), fills('committee', 'organisation')]).toEqual([true, true])
    expect([fills('unit', 'organisation'), fills('committee', undefined)]).toEqual([false, false])
  })

  it('counts three roles on the side of the unit', () => {
    expect(accountRoles.filter((role) => sideOf(role) === 'unit')).toEqual([
      'unit-clerk',
      'unit-head',
      'subordinate-clerk',
    ])
  })
})

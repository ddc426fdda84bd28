import { addressGroup, type Failures, waitingTime } from '../../src/access/index.ts'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const NOW = new Date('2026-05-04T08:00:00Z')
const failed = (failures: number, secondsAgo = 0): Failures => ({
  failures,
  last_at: new Date(NOW.getTime() - secondsAgo * 1000).toISOString(),
})
const login = (failures: number, ago = 0) =>
  waitingTime({ login: failed(failures, ago) }, false, NOW)
const address = (failures: number, known = false) =>
  waitingTime({ address: failed(failures) }, known, NOW)

describe('waiting before the next try', () => {
  it('is none at first, then doubles up to a quarter of an hour', () => {
    expect([0, 4, 5, 6, 7, 14, 15, 1000].map((failures) => login(failures))).toEqual([
      0, 0, 1, 2, 4, 512, 900, 900,
    ])
  })

  it('passes with time', () => {
    expect(login(8, 3)).toBe(5)
    expect(login(8, 8)).toBe(0)
  })

  it('comes late and stays short for an address, which many may share', () => {
    expect([0, 29, 30, 33, 100].map((failures) => address(failures))).toEqual([0, 0, 1, 8, 60])
  })

  it('is no matter of the address for a device that signed in before', () => {
    expect(address(1000, true)).toBe(0)
    expect(waitingTime({ login: failed(20), address: failed(9) }, true, NOW)).toBe(900)
  })

  it('grows with failures and never passes a quarter of an hour', () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.nat(10_000), (a, b) => {
        const [less, more] = a < b ? [a, b] : [b, a]
        expect(login(less)).toBeLessThanOrEqual(login(more))
        expect(login(more)).toBeLessThanOrEqual(900)
      }),
    )
  })
})

describe('an address', () => {
  it.each([
    ['203.0.113.9', '203.0.113.9'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8:1:2::9', '2001:db8:1:2'],
    ['2001:db8::9', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['', ''],
  ])('%s counts as %s', (given, group) => {
    expect(addressGroup(given)).toBe(group)
  })
})

import { describe, expect, it } from 'vitest'
import { refuseReopening, refuseReopeningBy } from '@kaohe/domain'

describe('an agreed desk is opened again', () => {
  it.each([
    ['draft', null, /已经同意/],
    ['handed', null, /已经同意/],
    ['returned', null, /已经同意/],
    ['approved', 'a', /等另一位同志/],
  ] as const)('is not asked of %s, asked by %s', (state, askedBy, why) => {
    expect(refuseReopening({ state, askedBy })).toMatch(why)
  })

  it('is asked by one and agreed to by another', () => {
    expect(refuseReopening({ state: 'approved', askedBy: null })).toBeUndefined()
    expect(refuseReopeningBy({ state: 'approved', askedBy: 'a' }, 'a')).toMatch(/不能自己确认/)
    expect(refuseReopeningBy({ state: 'approved', askedBy: 'a' }, 'b')).toBeUndefined()
    expect(refuseReopeningBy({ state: 'approved', askedBy: null }, 'b')).toMatch(/没有人申请/)
    expect(refuseReopeningBy({ state: 'returned', askedBy: 'a' }, 'b')).toMatch(/没有人申请/)
  })
})

import {
  datedChange,
  lineageForEngine,
  movedPath,
  refuseEnd,
  refuseMove,
  standingFor,
} from '@kaohe/domain'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const today = '2026-11-22'
const standing = { from: '2020-01-01', to: null }

describe('a dated change', () => {
  it.each([
    ['2026-11-22', 'new'],
    ['2020-01-02', 'new'],
    ['2020-01-01', 'same-day'],
    ['2019-12-31', 'refused'],
    ['2026-11-23', 'refused'],
  ])('on %s is %s', (on, kind) => {
    expect(datedChange(standing, on, today).kind).toBe(kind)
  })
})

describe('a move', () => {
  it.each([
    [['top'], ['other'], '最上面的组织不能移动'],
    [['top', 'a'], ['top', 'a'], '不能移到自己或者自己的下级下面'],
    [['top', 'a'], ['top', 'a', 'b'], '不能移到自己或者自己的下级下面'],
    [['top', 'a'], ['top'], '它已经在这个上级下面'],
    [['top', 'a', 'b'], ['top'], undefined],
  ])('of %j below %j: %s', (unit, parent, because) => {
    expect(refuseMove(unit, parent)).toBe(because)
  })

  it('takes all below along, and leaves everything else', () => {
    const path = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(path, path, fc.nat(), (whole, above, at) => {
        const moved = whole[at % whole.length]!
        const after = movedPath(whole, moved, above)
        expect(after.slice(above.length)).toEqual(whole.slice(whole.indexOf(moved)))
        expect(after.slice(0, above.length)).toEqual(above)
      }),
    )
    expect(movedPath(['top', 'a'], 'elsewhere', ['x'])).toEqual(['top', 'a'])
  })
})

describe('the end of a unit', () => {
  it.each([
    [2, '2024-01-01', '下面还有 2 个组织，请先移走或者撤销它们'],
    [0, '2026-11-23', `日期不能晚于今天（${today}），请到那一天再改`],
    [0, '2020-01-01', '日期要晚于现在这条沿革开始的 2020-01-01'],
    [0, '2020-01-02', undefined],
  ])('with %i below, on %s: %s', (children, on, because) => {
    expect(refuseEnd({ children, from: '2020-01-01' }, on, today)).toBe(because)
  })
})

describe('lineage', () => {
  const descents = [
    { unit: 'c', earlier: 'a', happenedOn: '2022-03-01' },
    { unit: 'c', earlier: 'b', happenedOn: '2022-03-01' },
    { unit: 'd', earlier: 'c', happenedOn: '2024-03-01' },
  ]

  const began = new Map([
    ['c', '2022-03-01'],
    ['d', '2010-01-01'],
  ])

  it.each([
    ['2025-01-01', ['d']],
    ['2023-01-01', ['d', 'c']],
    ['2021-01-01', ['d', 'a', 'b']],
    ['2009-01-01', ['a', 'b']],
  ])('tells who stood for a unit on %s', (on, units) => {
    expect(standingFor(descents, began, 'd', on)).toEqual(units)
  })

  it('ends where it runs in a circle', () => {
    const circle = [...descents, { unit: 'a', earlier: 'd', happenedOn: '2023-03-01' }]
    expect(standingFor(circle, began, 'a', '2009-01-01')).toEqual(['a', 'b'])
  })

  it('is given to the engine with the year from which the later unit has results of its own', () => {
    expect(lineageForEngine(descents.slice(2))).toEqual([{ unit: 'd', from: 'c', since: 2024 }])
  })
})

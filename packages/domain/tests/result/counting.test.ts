import { describe, expect, it } from 'vitest'
import {
  closesAt,
  figuresOf,
  lastDay,
  refuseFiling,
  refuseRuling,
  workdaysAfter,
} from '../../src/index.ts'

// Of 2024: 清明节 4 to 6 April, 7 April is worked; 劳动节 1 to 5 May, 28 April and 11 May are worked.
const holidays = {
  years: [2024],
  spans: [
    { from: '2024-04-04', to: '2024-04-06', kind: 'off' as const, name: '清明节' },
    { from: '2024-04-07', to: '2024-04-07', kind: 'worked' as const, name: '清明节调休' },
    { from: '2024-05-01', to: '2024-05-05', kind: 'off' as const, name: '劳动节' },
    { from: '2024-04-28', to: '2024-04-28', kind: 'worked' as const, name: '劳动节调休' },
  ],
}

describe('working days after a day', () => {
  it.each([
    ['2024-04-03', 1, '2024-04-07'],
    ['2024-04-03', 2, '2024-04-08'],
    ['2024-04-05', 5, '2024-04-11'],
    ['2024-04-26', 2, '2024-04-29'],
    ['2024-03-01', 1, '2024-03-04'],
  ])('%s and %i more: %s', (day, count, expected) => {
    expect(workdaysAfter(day, count, holidays)).toEqual({ day: expected })
  })

  it('are not guessed in a year whose holidays nobody has entered', () => {
    expect(workdaysAfter('2024-12-30', 3, holidays)).toEqual({ unknown: 2025 })
  })
})

describe('the last day of a publicity', () => {
  it.each([
    // Both ends count; a Thursday to a Saturday ends on the Monday after.
    ['2024-03-26', 3, false, '2024-03-28'],
    ['2024-03-28', 3, false, '2024-04-01'],
    ['2024-04-03', 3, false, '2024-04-07'],
    ['2024-04-03', 3, true, '2024-04-08'],
    ['2024-04-06', 1, true, '2024-04-07'],
    ['2024-04-30', 1, true, '2024-04-30'],
  ])('%s, %i days, working days only: %s: %s', (from, days, working, expected) => {
    expect(lastDay({ from, days, working }, holidays)).toEqual({ day: expected })
  })

  it('is not guessed either', () => {
    const span = { from: '2024-12-31', days: 2, working: false }
    expect(lastDay(span, holidays)).toEqual({ unknown: 2025 })
  })
})

describe('an objection', () => {
  const clock = { state: 'draft' as const, until: '2024-02-05', stands: true }

  it('is taken until the last moment of the last day in China, and not after', () => {
    expect(closesAt('2024-02-05')).toBe('2024-02-05T24:00:00+08:00')
    expect(refuseFiling(clock, new Date('2024-02-05T15:59:59.999Z'))).toBeUndefined()
    expect(refuseFiling(clock, new Date('2024-02-05T16:00:00.000Z'))).toBe(
      '申诉已于 2024-02-05 24:00（北京时间）截止，不再受理',
    )
  })

  it.each([
    [{ state: 'filed' as const }, '已经提出'],
    [{ stands: false }, '新的反馈'],
    [{ until: null }, '没有安排申诉'],
  ])('is refused: %j', (more, why) => {
    expect(refuseFiling({ ...clock, ...more }, new Date(0))).toContain(why)
  })

  it('is ruled on after the reply, by another than who replied', () => {
    const replied = { state: 'replied' as const, replied_by: 'a' }
    expect(refuseRuling(replied, 'b')).toBeUndefined()
    expect(refuseRuling(replied, 'a')).toContain('不能自己裁定')
    expect(refuseRuling({ ...replied, state: 'filed' }, 'b')).toContain('还没有答复')
    expect(refuseRuling({ ...replied, state: 'ruled' }, 'b')).toContain('已经裁定')
  })

  it('names only figures that were told', () => {
    const told = {
      grade: '好',
      total: null,
      rank: 2,
      items: [{ id: 'fee', name: '团费', points: '40' }],
    }
    expect(figuresOf(told)).toEqual([
      { figure: 'grade', name: '等次', says: '好' },
      { figure: 'rank', name: '名次', says: '2' },
      { figure: 'item:fee', name: '团费', says: '40' },
    ])
    expect(figuresOf({ ...told, grade: null, rank: null, items: null })).toEqual([])
  })
})

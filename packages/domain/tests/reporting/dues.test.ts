import type { Scheme } from '@kaohe/engine'
import { describe, expect, it } from 'vitest'
import { deadlineOf, duesOf, momentOf, monthlyDay } from '../../src/reporting/dues.ts'

type Steps = NonNullable<Scheme['calendar']>
const scheme = (calendar: object[], rest: object = {}): Scheme =>
  ({ ...rest, calendar: calendar as unknown as Steps }) as Scheme
const step = (id: string, rest: object) => ({ id, name: id, kind: 'report', ...rest })

describe('a day of every month', () => {
  it.each([
    ['15', '2023-02', '2023-02-15'],
    ['15日', '2023-02', '2023-02-15'],
    ['31', '2023-02', '2023-02-28'],
    ['30', '2024-02', '2024-02-29'],
    ['月底', '2023-12', '2023-12-31'],
    ['次月5', '2023-12', '2024-01-05'],
    ['次月底', '2024-01', '2024-02-29'],
    ['每周五', '2023-01', undefined],
  ])('%s of %s is %s', (words, month, day) => {
    expect(monthlyDay(words, month)).toBe(day)
  })
})

describe('what is due', () => {
  it('comes in the order of the days, and last what has none', () => {
    const all = duesOf(
      scheme([
        step('open', { wording: '年终' }),
        step('year', { due: '2023-02-10' }),
        step('monthly', { monthly: '月底' }),
        step('review', { kind: 'review', due: '2023-01-01' }),
      ]),
      '2023-01-01',
      '2023-03-31',
    )
    expect(all.map(({ name, on }) => `${name} ${on}`)).toEqual([
      'monthly（1月） 2023-01-31',
      'year 2023-02-10',
      'monthly（2月） 2023-02-28',
      'monthly（3月） 2023-03-31',
      'open undefined',
    ])
  })
})

describe('the deadline of the whole report', () => {
  const overrides = [
    { id: 'late', name: '逾期不报', clause: '五（三）', ineligible: true },
    { id: 'other', name: '事故', clause: '六' },
  ]

  it('is the last reporting step with a day, with what its clause says of lateness', () => {
    const steps = [
      step('first', { due: '2017-12-01' }),
      step('last', { due: '2018-01-26', hour: '18:00', clause: '五（三）、附件' }),
    ]
    expect(deadlineOf(scheme(steps, { overrides }))).toMatchObject({
      step: 'last',
      on: '2018-01-26',
      hour: '18:00',
      consequences: ['逾期不报：取消评优'],
    })
  })

  it('is none where no step has a day', () => {
    expect(deadlineOf(scheme([step('monthly', { monthly: '15' })]))).toBeUndefined()
  })

  it('is a moment of China', () => {
    expect(new Date(momentOf('2018-01-26', '24:00')).toISOString()).toBe('2018-01-26T16:00:00.000Z')
    expect(new Date(momentOf('2018-01-26', '18:00')).toISOString()).toBe('2018-01-26T10:00:00.000Z')
  })
})

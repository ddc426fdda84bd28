import { describe, expect, it } from 'vitest'
import type { Eligibility, Value } from '../../src/model/index.ts'
import { eligibilityOf } from '../../src/order/eligibility.ts'
import type { Outcome } from '../../src/order/standing.ts'
import { date, scheme, unit } from './make.ts'

const silent: Eligibility = {
  attribute: 'founded',
  years: 1,
  months: undefined,
  countedTo: undefined,
  clause: undefined,
}

function judge(
  condition: Partial<Eligibility>,
  founded: Value | undefined,
  more: Partial<Outcome> = {},
) {
  const assessees = [{ id: 'town', name: '乡镇', eligibility: [{ ...silent, ...condition }] }]
  const attributes = [{ id: 'founded', name: '成立日期', type: 'date' }]
  const whole = scheme({ assessees, attributes, ...more } as Partial<Outcome>)
  return eligibilityOf(unit('u', founded ? { attributes: { founded } } : {}), whole)
}

describe('满几年', () => {
  it.each([
    ['2022-12-31', 'yes', '满一年之日就是计至之日'],
    ['2023-01-01', 'no', '差一天'],
    ['2001-05-04', 'yes', '早已满'],
    ['2024-02-01', 'no', '计至之后才成立'],
  ])('成立%s，计至2023-12-31：%s（%s）', (founded, met) => {
    expect(judge({ countedTo: '2023-12-31' }, date(founded)).met).toBe(met)
  })

  it('takes the last day of the month where there is no corresponding day', () => {
    expect(judge({ countedTo: '2021-02-28' }, date('2020-02-29')).met).toBe('yes')
    expect(judge({ countedTo: '2021-02-27' }, date('2020-02-29')).met).toBe('no')
  })

  it('counts months, alone and after years', () => {
    const six = { years: undefined, months: 6, countedTo: '2023-02-28' }
    expect(judge(six, date('2022-08-31')).met).toBe('yes')
    expect(judge({ years: 1, months: 6, countedTo: '2023-12-31' }, date('2022-07-01')).met).toBe(
      'no',
    )
  })

  it('says why not', () => {
    expect(judge({ countedTo: '2023-12-31' }, date('2023-05-04')).reasons).toEqual([
      '成立日期2023-05-04，到2023-12-31不满1年（2024-05-04才满）',
    ])
  })
})

describe('计至没有写明', () => {
  it.each([
    ['2021-12-31', 'yes', '到考核时段第一天已满'],
    ['2022-06-01', 'undecided', '考核时段中间才满'],
    ['2023-01-01', 'no', '到考核时段最后一天还不满'],
  ])('成立%s：%s（%s）', (founded, met) => {
    expect(judge({}, date(founded)).met).toBe(met)
  })

  it('looks at every day that the notice names', () => {
    const issue = { body: '甲区', level: 'county' as const, signed: '2024-03-01' }
    expect(judge({}, date('2023-02-01'), { issue } as Partial<Outcome>).met).toBe('undecided')
  })

  it('is undecided when the notice names no day at all', () => {
    const found = judge({}, date('1990-01-01'), { period: undefined })
    expect(found.met).toBe('undecided')
    expect(found.reasons[0]).toContain('原文没有写明')
  })
})

describe('日期没有', () => {
  it.each([
    [undefined, '没有填报'],
    [{ na: true } as const, '不适用'],
    [{ word: '很久以前' }, '不是日期'],
  ])('%j', (founded, why) => {
    const found = judge({ countedTo: '2023-12-31' }, founded)
    expect(found.met).toBe('undecided')
    expect(found.reasons[0]).toContain(why)
  })
})

describe('资格', () => {
  it('is there when the kind of assessee asks nothing', () => {
    expect(eligibilityOf(unit('u'), scheme())).toEqual({ met: 'yes', reasons: [] })
  })

  it('needs every condition', () => {
    const eligibility = [
      { ...silent, countedTo: '2023-12-31' },
      { ...silent, attribute: 'moved', countedTo: '2023-12-31' },
    ]
    const whole = scheme({
      assessees: [{ id: 'town', name: '乡镇', eligibility, level: undefined, clause: undefined }],
    })
    const attributes = { founded: date('2000-01-01'), moved: date('2023-12-01') }
    const found = eligibilityOf(unit('u', { attributes }), whole)
    expect(found.met).toBe('no')
    expect(found.reasons).toHaveLength(1)
  })
})

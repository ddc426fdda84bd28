import { describe, expect, it } from 'vitest'
import {
  allMessageKinds,
  digestOf,
  isHarmless,
  kindsFor,
  dueOn,
  nearDeadline,
  usualChoice,
} from '../../src/messages/index.ts'

describe('what goes out', () => {
  it('says how many of what, in the order in which they came', () => {
    const cycle = '2023年度考核'
    const told = [
      { kind: 'reminder', cycle },
      { kind: 'returned', cycle },
      { kind: 'reminder', cycle },
      { kind: 'job', cycle: null },
      { kind: 'of a later program', cycle: null },
    ]
    expect(digestOf(told)).toEqual({
      subject: '考核系统有 5 条新消息',
      lines: [
        '催报提醒（2023年度考核）：2 件',
        '填报退回（2023年度考核）：1 件',
        '后台任务结束：1 件',
        '消息：1 件',
      ],
    })
  })

  it.each([
    ['2023年度考核', true],
    ['共青团示范市委2023年度“一单位一特色”考核', true],
    ['考核', true],
    ['张三 13800001111', false],
    ['得分 92.5', false],
    ['92分', false],
    ['110101199003074514', false],
    ['考核 <script>', false],
    ['考核\u202E', false],
    ['长'.repeat(41), false],
    ['', false],
  ])('the title %s may be said outside: %s', (title, may) => {
    expect(isHarmless(title)).toBe(may)
  })

  it('leaves a title with figures out', () => {
    expect(digestOf([{ kind: 'reminder', cycle: '李四 92.5 分' }]).lines).toEqual([
      '催报提醒：1 件',
    ])
  })
})

describe('what is usual', () => {
  it('sends what waits for one, by every way', () => {
    expect(kindsFor(usualChoice, 'mail')).toEqual([
      'reminder',
      'returned',
      'deadline',
      'work',
      'notice',
      'ruling',
      'proposal',
      'rectification',
      'measure',
      'objection',
    ])
    expect(kindsFor({ ...usualChoice, kinds: {} }, 'mail')).toEqual([])
    expect(Object.keys(usualChoice.kinds)).toEqual(allMessageKinds)
  })
})

describe('a deadline that is near', () => {
  const near = (today: string, exceptionOn: string | null = null) =>
    nearDeadline([{ unit: 'a', exceptionOn }], '2026-12-25', today)

  it.each([
    ['2026-12-17', undefined],
    ['2026-12-18', { inDays: 7, stage: 7 }],
    ['2026-12-20', { inDays: 5, stage: 7 }],
    ['2026-12-24', { inDays: 1, stage: 1 }],
    ['2026-12-25', { inDays: 0, stage: 1 }],
    ['2026-12-26', undefined],
  ])('on %s: %j', (today, wanted) => {
    expect(near(today)[0]).toEqual(wanted && { unit: 'a', on: '2026-12-25', ...wanted })
  })

  it('is each unit’s own', () => {
    expect(near('2026-12-26', '2026-12-31')).toEqual([
      { unit: 'a', on: '2026-12-31', inDays: 5, stage: 7 },
    ])
    expect(nearDeadline([{ unit: 'a', exceptionOn: null }], undefined, '2026-12-26')).toEqual([])
  })
})

describe('a day on which something is due', () => {
  it.each([
    ['2026-12-17', undefined],
    ['2026-12-18', { inDays: 7, stage: 7 }],
    ['2026-12-24', { inDays: 1, stage: 1 }],
    ['2026-12-25', { inDays: 0, stage: 1 }],
    ['2026-12-26', { inDays: -1, stage: -1 }],
    ['2027-01-01', { inDays: -7, stage: -1 }],
    ['2027-01-02', { inDays: -8, stage: -8 }],
    ['2027-01-09', { inDays: -15, stage: -15 }],
  ])('on %s: %j', (today, wanted) => {
    expect(dueOn('2026-12-25', today)).toEqual(wanted)
  })
})

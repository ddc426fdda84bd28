import { describe, expect, it } from 'vitest'
import { sayTogether } from './together.ts'

describe('how the total came about, in words', () => {
  it.each([
    ['100', [['基本项', '38分']], '总分＝起评100分＋基本项38分＝1分'],
    [
      null,
      [
        ['基本项', '38分'],
        ['减分项', '-4分'],
      ],
      '总分＝基本项38分－减分项4分＝1分',
    ],
    [null, [['基本项', '-4分']], '总分＝－基本项4分＝1分'],
    ['100', [['基本项', '-30至30分之间']], '总分＝起评100分＋基本项（-30至30分之间）＝1分'],
    [
      null,
      [
        ['基本项', '38分'],
        ['加分项', '-2分'],
        ['减分项', '3分'],
      ],
      '总分＝基本项38分＋加分项（相抵后扣2分）＋减分项（相抵后加3分）＝1分',
    ],
    [null, [['加分项', '不低于11分']], '总分＝加分项（不低于11分）＝1分'],
  ] as const)('%s and %j', (start, summands, said) => {
    expect(sayTogether(start, summands, [], '1分')).toBe(said)
  })
})

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  againstProblem,
  againstStep,
  type BallotField,
  checkedBallotMark,
  drawOrder,
  FEWEST_TO_SPREAD,
  MOST_OPEN_PROBLEMS,
  ownConflicts,
  receiptOf,
  spreadOf,
} from '../../src/index.ts'

const points: BallotField = {
  id: 'score',
  name: '评分',
  kind: 'points',
  unit: '分',
  least: '0',
  most: '100',
  whole: false,
  words: [],
}
const words: BallotField = { ...points, kind: 'word', least: null, most: null, words: ['好', '差'] }

describe('a mark on a ballot', () => {
  it.each([
    ['90', '90'],
    ['９０．５', '90.5'],
    ['90.50分', '90.5'],
    ['0', '0'],
    ['100', '100'],
  ])('%s is kept as %s', (typed, text) => {
    expect(checkedBallotMark(typed, points)).toEqual({ text })
  })

  it.each([
    [undefined, '“评分”还没有打分'],
    ['100.01', '“评分”不能高于 100'],
    ['-0.5', '“评分”不能低于 0'],
    ['1e2', '“评分”要写数，最多两位小数'],
    ['90.125', '“评分”要写数，最多两位小数'],
    ['９０％', '“评分”要写数，最多两位小数'],
  ])('%s is refused', (typed, fault) => {
    expect(checkedBallotMark(typed, points)).toEqual({ fault })
  })

  it('is whole where the scheme says so, and one of the words where it gives some', () => {
    expect(checkedBallotMark('90.5', { ...points, whole: true })).toEqual({
      fault: '“评分”要写整数',
    })
    expect(checkedBallotMark('好', words)).toEqual({ text: '好' })
    expect(checkedBallotMark('很好', words)).toEqual({ fault: '“评分”请选一项' })
  })
})

describe('a draw', () => {
  const units = ['甲', '乙', '丙', '丁'].map((name) => ({ name }))
  // Adler's sums would do: any function of the text.
  const hashOf = (text: string): string =>
    [...text].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)!) % 99_991, 7).toString(36)

  it('is the same from the same seed whatever the order before, and keeps everybody', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (seed) => {
        const drawn = drawOrder(units, seed, hashOf)
        expect(drawOrder(units.toReversed(), seed, hashOf)).toEqual(drawn)
        expect(new Set(drawn)).toEqual(new Set(units))
      }),
    )
  })
})

describe('how ballots are spread', () => {
  it('counts each ballot once, the ends too', () => {
    const texts = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: FEWEST_TO_SPREAD })
    fc.assert(
      fc.property(texts, (values) => {
        const bands = spreadOf(values.map(String), points)!
        expect(bands.reduce((sum, { count }) => sum + count, 0)).toBe(values.length)
        const full = values.filter((value) => value >= 90).length
        expect(bands.at(-1)).toEqual({ label: '90～100', count: full })
      }),
    )
  })

  it('is not told of fewer than five, nor of bounds that nobody set', () => {
    expect(spreadOf(['1', '2', '3', '4'], points)).toBeUndefined()
    const open = { ...points, least: null, most: null }
    expect(spreadOf(['7', '7', '7', '7', '7'], open)).toEqual([{ label: '7', count: 5 }])
    expect(spreadOf(['好', '好', '差', '好', '好'], words)).toEqual([
      { label: '好', count: 4 },
      { label: '差', count: 1 },
    ])
  })
})

describe('a receipt', () => {
  it('is the first sixty bits of where the ballot lies', () => {
    expect(receiptOf(new Uint8Array(32))).toBe('0000-0000-0000')
    expect(receiptOf(new Uint8Array(32).fill(255))).toBe('ZZZZ-ZZZZ-ZZZZ')
    expect(receiptOf(new Uint8Array([0b00001_000, 0b10_00011_0, 0b0100_0010, 1, 0, 0, 0, 0]))).toBe(
      '1234-4080-0000',
    )
  })
})

describe('a conflict', () => {
  it('is one’s own unit, and the one above it that speaks', () => {
    const speakers = [
      { id: 's1', unit: 'town' },
      { id: 's2', unit: 'other' },
    ]
    const judges = [
      { id: 'a', path: ['county', 'town'] },
      { id: 'b', path: ['county', 'town', 'village'] },
      { id: 'c', path: ['county'] },
    ]
    expect(ownConflicts(judges, speakers).map(({ judge, speaker }) => [judge, speaker])).toEqual([
      ['a', 's1'],
      ['b', 's1'],
    ])
  })
})

describe('a step of the chair', () => {
  const speakers = [
    { id: 'a', name: '甲', state: 'sealed' },
    { id: 'b', name: '乙', state: 'waiting' },
  ] as const
  const agenda = { state: 'running', speakers, judges: 3, unsettled: 0 } as const

  it.each([
    ['open', 'b', undefined],
    ['open', 'a', '这个单位已经述职'],
    ['open', 'z', '议程里没有这个单位'],
    ['seal', 'b', '这个单位没有在打分'],
    ['absent', 'b', undefined],
    ['absent', 'a', '只有还没有述职的可以标为缺席'],
    ['back', 'b', '这个单位没有标为缺席'],
    ['close', undefined, '还有 1 个单位没有述职，没有来的请标为缺席'],
  ] as const)('%s %s: %s', (step, speaker, why) => {
    expect(againstStep(agenda, step, speaker)).toBe(why)
  })

  it('ends the meeting when all are heard and all paper is settled, and none follows', () => {
    const heard = { ...agenda, speakers: [speakers[0]] }
    expect(againstStep({ ...heard, unsettled: 2 }, 'close')).toContain('还有 2 张纸质票')
    expect(againstStep(heard, 'close')).toBeUndefined()
    expect(againstStep({ ...heard, state: 'closed' }, 'close')).toBe('会议已经结束')
  })
})

describe('problems of one judge', () => {
  const open = { dealt_at: null }
  const dealt = { dealt_at: '2023-12-28T09:00:00Z' }
  const waiting = (count: number) => Array.from({ length: count }, () => open)

  it.each([
    [[], undefined],
    [waiting(MOST_OPEN_PROBLEMS - 1), undefined],
    [[...waiting(MOST_OPEN_PROBLEMS - 1), dealt, dealt], undefined],
    [
      [...waiting(MOST_OPEN_PROBLEMS), dealt],
      '您报告的问题有 20 个还没有处理，等处理了再报告；急的请直接告诉会场工作人员',
    ],
  ])('those that wait are counted', (told, why) => {
    expect(againstProblem(told)).toBe(why)
  })
})

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compare, int } from '../number/index.ts'
import { exactScorer, percent, refuses, rising, scores } from '../../tests/rules.ts'
import { RUNS } from '../../tests/runs.ts'

scores(
  'threshold_band: both bands hold 120% (Ganzhou, article 9)',
  '分段: {量: rate, 段: [{范围: 不足100%, 扣: 2}, {范围: 100%—120%, 得: 0}, {范围: 120%及以上, 得: 2}]}',
  {},
  [
    { note: 'below', facts: { rate: '96%' }, points: '-2', told: '参学率 96%，不足100%，扣2分' },
    { note: 'just below', facts: { rate: '99.99%' }, points: '-2' },
    { note: 'on the boundary', facts: { rate: '100%' }, points: '0', status: 'scored' },
    { note: 'in the middle band', facts: { rate: '119.99%' }, points: '0' },
    { note: 'on the overlap', facts: { rate: '120%' }, points: '0..2', status: 'open' },
    { note: 'above', facts: { rate: '120.01%' }, points: '2' },
    { note: 'unknown', points: '-2..2', status: 'provisional' },
    { note: 'not applicable', facts: { rate: '不适用' }, points: '0', status: 'not-applicable' },
  ],
)

scores(
  'threshold_band: a gap between 90% and 98% that 其他 does not fill',
  '分段: {量: rate, 段: [{范围: 98%及以上, 得: 1}, {范围: 低于90%, 扣: 2}]}',
  {},
  [
    { note: 'upper', facts: { rate: '98%' }, points: '1' },
    { note: 'in the gap', facts: { rate: '95%' }, points: '-2..1', status: 'open' },
    { note: 'on the lower end of the gap', facts: { rate: '90%' }, points: '-2..1' },
    { note: 'lower', facts: { rate: '89.9%' }, points: '-2' },
  ],
)

scores(
  'threshold_band: 其他 is what the others leave over, on every side of them',
  '分段: {量: below-thirty, 段: [{范围: 其他, 得: 0}, {范围: 1次, 扣: 1}, {范围: 3次, 扣: 满分}]}',
  { full: '5' },
  [
    { note: 'before', facts: { 'below-thirty': 0 }, points: '0' },
    { note: 'named', facts: { 'below-thirty': 1 }, points: '-1' },
    { note: 'between', facts: { 'below-thirty': 2 }, points: '0' },
    { note: 'the full score', facts: { 'below-thirty': 3 }, points: '-5' },
    {
      note: 'after',
      facts: { 'below-thirty': 4 },
      points: '0',
      told: '不足三十人 4次，其他，得0分',
    },
  ],
)

scores(
  'an end whose inclusion nobody says is open exactly there, 其他 or not',
  '分段: {量: rate, 段: [{范围: 90%以上, 得: 2}, {范围: 其他, 得: 0}]}',
  {},
  [
    { note: 'above', facts: { rate: '91%' }, points: '2' },
    { note: 'exactly there', facts: { rate: '90%' }, points: '0..2', status: 'open' },
    { note: 'below', facts: { rate: '89%' }, points: '0' },
  ],
)

scores(
  'a measure called by a name',
  '分段: {量: rate, 称: 每期参学率, 段: [{范围: 其他, 得: 1}]}',
  {},
  [{ note: 'said so', facts: { rate: '96%' }, points: '1', told: '每期参学率 96%，其他，得1分' }],
)

const NESTED = '段: [{范围: 不超过10%, 扣: 2}, {范围: 不超过20%, 扣: 3}, {范围: 其他, 扣: 5}]'

scores(
  'threshold_band read cumulatively (10%以内, 20%以内)',
  `分段: {量: below, ${NESTED}, 读法: 累计}`,
  {},
  [
    {
      note: 'in both',
      facts: { below: '10%' },
      points: '-5',
      told: '低于标准 10%，不超过10%、不超过20%，扣5分',
    },
    { note: 'in one', facts: { below: '20%' }, points: '-3' },
    { note: 'in none', facts: { below: '20.1%' }, points: '-5' },
  ],
)

scores('threshold_band: the milder band of two', `分段: {量: below, ${NESTED}, 读法: 就高}`, {}, [
  { note: 'in both', facts: { below: '5%' }, points: '-2' },
  { note: 'in one', facts: { below: '15%' }, points: '-3' },
])

scores('threshold_band: the worse band of two', `分段: {量: below, ${NESTED}, 读法: 就低}`, {}, [
  { note: 'in both', facts: { below: '5%' }, points: '-3' },
  { note: 'in none', facts: { below: '25%' }, points: '-5' },
])

scores(
  'threshold_band: nested bands and no word of how to read them',
  `分段: {量: below, ${NESTED}}`,
  {},
  [
    {
      note: 'in both',
      facts: { below: '5%' },
      points: '-5..-2',
      open: ['读法'],
      told: '低于标准 5%，得分未定（-5分至-2分）',
    },
    {
      note: 'in one: the same whatever the reading',
      facts: { below: '15%' },
      points: '-3',
      open: [],
    },
    { note: 'unknown', points: '-5..-2', open: ['读法'] },
  ],
)

scores(
  'nothing adds up to nothing',
  '分段: {量: rate, 段: [{范围: ≥90%, 得: 1}, {范围: ≥95%, 得: 1}], 读法: 累计}',
  {},
  [
    { note: 'neither', facts: { rate: '80%' }, points: '0', status: 'scored' },
    { note: 'one', facts: { rate: '90%' }, points: '1' },
    { note: 'both', facts: { rate: '95%' }, points: '2' },
  ],
)

describe('properties', () => {
  const score = exactScorer(
    '分段: {量: rate, 段: [{范围: 低于80%, 扣: 3}, {范围: "[80%, 90%)", 扣: 2}, {范围: 其他, 得: 1}]}',
  )
  const rates = fc.array(fc.integer({ min: 0, max: 20_000 }), { minLength: 2, maxLength: 6 })
  it('never falls while the rate rises, and stays within the bands', () => {
    fc.assert(
      fc.property(rates, (drawn) => {
        const points = drawn.toSorted((a, b) => a - b).map((r) => score({ rate: percent(r) }))
        expect(rising(points)).toBe(true)
        for (const each of points) {
          expect(compare(each, int(-3)) >= 0 && compare(each, int(1)) <= 0).toBe(true)
        }
      }),
      { numRuns: RUNS },
    )
  })
})

refuses([
  ['分段: {量: rate, 段: [{范围: 不足100, 扣: 2}]}', '没有写单位'],
  ['分段: {量: rate, 段: [{范围: 不足5百分点, 扣: 2}]}', '百分点'],
  ['分段: {量: members, 段: [{范围: 3次, 得: 2}]}', '次'],
  ['分段: {量: rate, 段: [{范围: 不足100%, 扣: 2, 得: 1}]}', '又得又扣'],
  ['分段: {量: rate, 段: [{范围: 不足100%}]}', '没有写得几分或扣几分'],
  ['分段: {量: rate, 段: [{范围: 不足100%, 得: 满分}]}', '满分'],
])

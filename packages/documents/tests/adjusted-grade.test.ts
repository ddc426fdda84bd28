import { expect, it } from 'vitest'
import { sayOutcome } from '../src/papers/result/say.ts'
import type { ToldUnit } from '../src/papers/result/told.ts'

const unit = { out: null, grade: '好', total: '78', full: '100', rank: null } as ToldUnit

it('a grade that a meeting adjusted is told with the computed one', () => {
  expect(sayOutcome(unit)).toBe('考核等次为“好”，总分78分（满分100分）。')
  expect(sayOutcome({ ...unit, computedGrade: '较好' })).toBe(
    '考核等次为“好”（会议调整，按得分计算为“较好”），总分78分（满分100分）。',
  )
})

it('nothing of it is told where the grade is not', () => {
  expect(sayOutcome({ ...unit, grade: null, computedGrade: '较好' })).not.toContain('较好')
})

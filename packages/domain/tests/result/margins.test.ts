import { parseRational, type UnitResult } from '@kaohe/engine'
import { describe, expect, it } from 'vitest'
import { marginsOf } from '../../src/index.ts'

const unit = (id: string, total: string | null, grade: string, group = 'g'): UnitResult => ({
  unit: id,
  name: id.toUpperCase(),
  type: 't',
  group,
  eligible: 'yes',
  ineligibility: [],
  total: total === null ? undefined : parseRational(total),
  range: undefined,
  rank: undefined,
  rankRange: [1, 1],
  grade,
  gradeOpen: false,
  gradeReasons: [],
  items: [],
  parts: [],
  missing: [],
  questions: [],
  vetoes: [],
  consequences: [],
  decisions: [],
})

const YEAR = [
  unit('a', '95', 'good'),
  unit('b', '90', 'good'),
  unit('c', '89.5', 'fair'),
  unit('d', '1/3', 'fair'),
  unit('e', null, 'fair'),
  unit('f', '90.1', 'fair', 'other'),
]

const by = (text: string) => parseRational(text)

describe('how close a unit is to standing otherwise', () => {
  it('is told of the nearest on either side, and of the nearest with another grade', () => {
    expect(marginsOf(YEAR, 'b')).toEqual({
      ahead: { unit: 'a', name: 'A', by: by('5'), grade: undefined },
      behind: { unit: 'c', name: 'C', by: by('0.5'), grade: 'fair' },
      better: undefined,
      worse: { unit: 'c', name: 'C', by: by('0.5'), grade: 'fair' },
    })
  })

  it('looks past those with the same grade', () => {
    expect(marginsOf(YEAR, 'd').better).toMatchObject({ unit: 'b', grade: 'good' })
    expect(marginsOf(YEAR, 'd').ahead).toMatchObject({ unit: 'c', grade: undefined })
  })

  it('counts those level as both ahead and behind, at no distance', () => {
    const level = [unit('x', '80', 'fair'), unit('y', '80', 'fair')]
    expect(marginsOf(level, 'x')).toMatchObject({
      ahead: { unit: 'y', by: by('0') },
      behind: { unit: 'y', by: by('0') },
    })
  })

  it.each([
    ['whose points are not known', 'e'],
    ['that takes no part', 'nobody'],
    ['alone in its group', 'f'],
  ])('says nothing of one %s', (_, id) => {
    expect(Object.values(marginsOf(YEAR, id))).toEqual([undefined, undefined, undefined, undefined])
  })
})

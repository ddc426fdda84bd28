import { describe, expect, it } from 'vitest'
import {
  areSurveysOpen,
  givenTwice,
  refuseSurveyReopening,
  standingSurveys,
} from '../../src/review/surveys.ts'

const cell = (unit: string, subject = 'fact:rate/') => ({ unit, subject })
const version = (id: string, replaces: string | null = null, units: readonly string[] = ['a']) => ({
  id,
  replaces,
  figures: units.map((unit) => cell(unit)),
})
const names = (all: readonly { readonly id: string }[]) => all.map(({ id }) => id)

describe('which version of a survey stands', () => {
  it.each([
    ['the only one', [version('1')], ['1']],
    ['the last of three', [version('1'), version('2', '1'), version('3', '2')], ['3']],
    ['two that are of different things', [version('1'), version('2')], ['1', '2']],
    ['none that was withdrawn', [version('1'), version('2', '1', [])], []],
  ])('%s', (_, all, expected) => {
    expect(names(standingSurveys(all))).toEqual(expected)
  })
})

describe('whether figures may be changed', () => {
  const [morning, noon] = ['2024-01-05T01:00:00Z', '2024-01-05T04:00:00.000Z']
  it.each([
    ['before a result is frozen', null, null, true],
    ['not since', morning, null, false],
    ['again when two agreed afterwards', morning, noon, true],
    ['not when it was frozen once more', noon, morning, false],
  ])('%s', (_, frozenAt, reopenedAt, expected) => {
    expect(areSurveysOpen({ frozenAt, reopenedAt })).toBe(expected)
  })
})

it('takes two persons to open them again', () => {
  expect(refuseSurveyReopening(null, 'me')).toContain('没有人申请')
  expect(refuseSurveyReopening({ by: 'you', agreed: true }, 'me')).toContain('没有人申请')
  expect(refuseSurveyReopening({ by: 'me', agreed: false }, 'me')).toContain('不能自己确认')
  expect(refuseSurveyReopening({ by: 'you', agreed: false }, 'me')).toBeUndefined()
})

it('finds a figure that another survey gives already', () => {
  const standing = [version('1', null, ['a', 'b'])]
  const fresh = [cell('a'), cell('c'), cell('b', 'mark:youth')]
  expect(givenTwice(fresh, standing)).toEqual([{ cell: cell('a'), survey: '1' }])
})

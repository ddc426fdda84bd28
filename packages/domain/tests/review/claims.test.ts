import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ClaimSaid, doublesOf, plainName, rulesOn, unsaidOf } from '@kaohe/domain'

const claim = (id: string, name: string, more: Partial<ClaimSaid> = {}): ClaimSaid => ({
  id,
  unit: 'a',
  unitName: '甲盟团委',
  cycle: 'c2020',
  cycleTitle: '2020年度考核',
  sort: '创新项目',
  name,
  ...more,
})
const textsOf = (claims: readonly ClaimSaid[], id: string): string[] =>
  (doublesOf(claims).get(id) ?? []).map(({ text }) => text)

describe('the plain form of a name', () => {
  it.each([
    ['“云端团课”', '云端团课'],
    ['云端 团课 项目', '云端团课'],
    ['２０２０年度云端团课', '云端团课'],
    ['云端团课（2019年）', '云端团课'],
    ['Cloud 团课', 'cloud团课'],
    ['项目', '项目'],
  ])('%s', (name, plain) => expect(plainName(name)).toBe(plain))

  it('is never empty for a name, and is its own plain form', () => {
    const names = fc.array(fc.constantFrom(...'云端团课项目2019年活动 “”（）a'), { minLength: 1 })
    fc.assert(
      fc.property(names, (signs) => {
        const plain = plainName(signs.join(''))
        const said = /[\p{L}\p{N}]/u.test(signs.join('').normalize('NFKC'))
        expect(plain === '' && said).toBe(false)
      }),
    )
  })
})

describe('what resembles a claim', () => {
  const first = claim('1', '云端团课')
  it.each<[string, ClaimSaid, string[]]>([
    ['nothing', claim('2', '草原志愿驿站'), []],
    ['twice by the unit', claim('2', '云端团课项目'), ['本单位还申报了一次“云端团课项目”']],
    [
      'under another heading',
      claim('2', '云端团课', { sort: '表彰项目' }),
      ['本单位又按“表彰项目”申报了“云端团课”'],
    ],
    [
      'by another unit',
      claim('2', '“云端”团课', { unit: 'b', unitName: '乙市团委' }),
      ['乙市团委也申报了““云端”团课”'],
    ],
    [
      'in another year',
      claim('2', '云端团课', { cycle: 'c2019', cycleTitle: '2019年度考核' }),
      ['2019年度考核甲盟团委已经申报过“云端团课”'],
    ],
    ['nearly the same', claim('2', '云端的团课', { unit: 'b', unitName: '乙市团委' }), []],
  ])('%s', (_, other, texts) => expect(textsOf([first, other], '1')).toEqual(texts))

  it('is found by nearly the same name, and both are told of each other', () => {
    const long = claim('1', '草原儿女云端团课进牧区')
    const near = claim('2', '草原儿女云端团课走进牧区', { unit: 'b', unitName: '乙市团委' })
    expect(textsOf([long, near], '1')).toEqual([
      '乙市团委也申报了名称相近的“草原儿女云端团课走进牧区”',
    ])
    expect(textsOf([long, near], '2')).toEqual([
      '甲盟团委也申报了名称相近的“草原儿女云端团课进牧区”',
    ])
  })

  it('is the same whichever of two comes first', () => {
    const name = fc.string({ unit: fc.constantFrom(...'云端团课草原驿站'), maxLength: 8 })
    fc.assert(
      fc.property(name, name, (a, b) => {
        const both = doublesOf([claim('1', a), claim('2', b)])
        expect(both.has('1')).toBe(both.has('2'))
      }),
    )
  })
})

describe('a ruling', () => {
  const fields = [
    { id: 'accepted', name: '是否认定', truth: true },
    { id: 'award', name: '认定的分值', truth: false },
  ]
  it.each<[Record<string, string>, string[]]>([
    [{}, ['accepted', 'award']],
    [{ accepted: '是' }, ['award']],
    [{ accepted: '否' }, []],
    [{ accepted: '是', award: '2分' }, []],
    [{ award: '2分' }, ['accepted']],
  ])('%j lacks %j', (said, lacking) => {
    expect(unsaidOf(fields, said).map(({ id }) => id)).toEqual(lacking)
  })

  it('of points alone is asked for them', () => {
    expect(unsaidOf(fields.slice(1), {}).map(({ id }) => id)).toEqual(['award'])
  })

  it('is for the organiser and the department in charge', () => {
    const leads = ['organisation']
    expect(rulesOn({ role: 'organiser', party: null }, [])).toBe(true)
    expect(rulesOn({ role: 'department-head', party: 'organisation' }, leads)).toBe(true)
    expect(rulesOn({ role: 'department-reviewer', party: null }, leads)).toBe(true)
    expect(rulesOn({ role: 'department-head', party: 'publicity' }, leads)).toBe(false)
    expect(rulesOn({ role: 'vice-secretary', party: null }, leads)).toBe(false)
  })
})

import { ratio } from '@kaohe/engine'
import { describe, expect, it } from 'vitest'
import { cautionsOf } from '../../src/review/cautions.ts'
import { contradictionOf } from '../../src/review/contradiction.ts'
import { isWritable, seesMarks, sitsAt } from '../../src/review/desks.ts'

const said = (unit: string, comment: string) => ({ unit, name: unit, comment })

describe('what to look at again', () => {
  it('tells of remarks pasted from unit to unit, whatever their signs and blanks', () => {
    const all = [
      said('甲', '重点工作推进有力，成效较好。'),
      said('乙', '重点工作推进有力 成效较好'),
      said('丙', '完成了全部任务，信息报送偏少。'),
    ]
    expect(cautionsOf(all, [])).toEqual([
      { units: ['甲', '乙'], text: '甲、乙的评语一样，请按各单位的实际情况写' },
    ])
  })

  it('leaves short remarks alone, which are alike by nature', () => {
    expect(cautionsOf([said('甲', '较好。'), said('乙', '较好。'), said('丙', '')], [])).toEqual([])
  })

  it('tells of an indicator on which all are equal, from four on', () => {
    const marks = (texts: string[]) => texts.map((text, i) => ({ unit: `u${i}`, text }))
    const few = cautionsOf([], [{ name: '品牌', marks: marks(['9', '9', '9']) }])
    const equal = cautionsOf([], [{ name: '品牌', marks: marks(['9', '9', '9', '9']) }])
    const apart = cautionsOf([], [{ name: '品牌', marks: marks(['9', '9', '9', '8']) }])
    expect([few, equal.map(({ text }) => text), apart]).toEqual([
      [],
      ['“品牌”的 4 个单位都是 9，拉不开差距，请核对'],
      [],
    ])
  })
})

describe('a comment beside its points', () => {
  it.each([
    [59n, '成绩突出', /“突出”/],
    [60n, '成绩突出', undefined],
    [59n, '亮点突出，但信息报送滞后', undefined],
    [90n, '台账缺失', /“缺失”/],
    [89n, '台账缺失', undefined],
    [95n, '成效显著，个别台账缺失', undefined],
    [95n, '', undefined],
  ])('%i of a hundred, %s', (points, comment, why) => {
    const found = contradictionOf({ share: ratio(points, 100n), comment })
    expect(found ?? '').toMatch(why ?? /^$/)
  })
})

describe('who sits at a desk, and who sees its marks', () => {
  const desk = { party: 'publicity', state: 'draft' } as const
  it.each([
    ['department-head', 'publicity', true],
    ['department-reviewer', 'publicity', true],
    ['department-reviewer', null, true],
    ['department-reviewer', 'schools', false],
    ['organiser', null, false],
    ['vice-secretary', null, false],
  ] as const)('%s of %s: %s', (role, party, sits) => {
    expect(sitsAt({ role, party }, desk)).toBe(sits)
    expect(seesMarks({ role, party }, desk)).toBe(sits)
  })

  it.each([
    ['draft', false, true],
    ['handed', true, false],
    ['returned', false, true],
    ['approved', true, false],
  ] as const)(
    'a desk that is %s: the secretary sees it %s, it is writable %s',
    (state, sees, writable) => {
      expect(seesMarks({ role: 'vice-secretary', party: null }, { ...desk, state })).toBe(sees)
      expect(seesMarks({ role: 'organiser', party: null }, { ...desk, state })).toBe(false)
      expect(isWritable(state)).toBe(writable)
    },
  )
})

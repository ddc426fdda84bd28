import type { Scheme } from '@kaohe/engine'
import { describe, expect, it } from 'vitest'
import { danglingKinds, levelOfKind, typeOfKind } from '../../src/planning/kinds.ts'

const scheme = {
  levels: [
    { id: 'league', name: '盟市' },
    { id: 'county', name: '旗县（市、区）' },
    { id: 'school', name: '中职学校' },
  ],
  assessees: [
    { id: 'leagues', name: '盟市团委', level: 'league' },
    { id: 'colleges', name: '高校' },
    { id: 'schools', name: '学校团委', level: 'school' },
  ],
} as unknown as Scheme

describe('the level of a kind of unit', () => {
  it.each([
    ['旗县（市、区）', 'county'],
    ['旗县', 'county'],
    ['旗县团委', 'county'],
    ['市区团委', 'county'],
    ['盟市团委', 'league'],
    ['中职学校团委', 'school'],
    ['盟市旗县', undefined],
    ['乡镇', undefined],
  ])('%s is %s', (kind, level) => {
    expect(levelOfKind(scheme, kind)?.id).toBe(level)
  })

  it('is none where the scheme knows no levels', () => {
    expect(levelOfKind({} as Scheme, '旗县')).toBeUndefined()
  })

  it('is what the organiser said, before the name', () => {
    const said = { 县域: { type: null, level: 'county' }, 旗县: { type: null, level: null } }
    expect(levelOfKind(scheme, '县域', said)?.id).toBe('county')
    expect(levelOfKind(scheme, '旗县', said)).toBeUndefined()
    expect(levelOfKind(scheme, '旗县', { 旗县: { type: null } })?.id).toBe('county')
  })
})

describe('as what a kind of unit is assessed by its name', () => {
  it.each([
    ['盟市团委', 'leagues'],
    ['高校', 'colleges'],
    ['盟市', 'leagues'],
    ['中职学校', 'schools'],
    ['旗县', null],
    ['乡镇', null],
  ])('%s is %s', (kind, type) => {
    expect(typeOfKind(scheme, kind)).toBe(type)
  })
})

describe('what was said of kinds and hangs in the air', () => {
  const present = new Set(['旗县', '盟市'])

  it('is nothing when tree and scheme have it all', () => {
    const said = { 旗县: { type: null, level: 'county' }, 盟市: { type: 'leagues' } }
    expect(danglingKinds(said, scheme, present)).toEqual([])
  })

  it('is a kind of unit, a kind of assessee and a level that are not there', () => {
    const said = {
      苏木: { type: 'leagues', level: null },
      旗县: { type: 'towns', level: 'county' },
      盟市: { type: 'leagues', level: 'town' },
    }
    expect(danglingKinds(said, scheme, present).map(({ message }) => message)).toEqual([
      '下级里没有“苏木”这种单位',
      '“旗县”对的是“towns”，方案里没有这类考核对象',
      '“盟市”对的是“town”，方案里没有这一级',
    ])
  })
})

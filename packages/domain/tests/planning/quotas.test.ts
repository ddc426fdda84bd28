import { readFileSync } from 'node:fs'
import { placesOf, poolSizes, shiftsOf, type Taking } from '@kaohe/domain'
import type { Scheme } from '@kaohe/engine'
import { readScheme } from '@kaohe/scheme'
import { describe, expect, it } from 'vitest'

const file = new URL('../../../../schemes/ganzhou-2023/scheme.yaml', import.meta.url)
const ganzhou = readScheme(readFileSync(file, 'utf8')).scheme!

const cut = (text: string): Scheme => {
  const grading = `评定:\n  评定: 名额\n  分组: 同组\n  等次:\n    - {编号: a, 名称: 优秀, 限额: ${text}}\n`
  const base = `方案: demo\n名称: 示例\n版本: "1"\n发文: {机关: 甲, 级别: 区县}\n考核对象:\n  - {编号: town, 名称: 乡镇}\n  - {编号: school, 名称: 学校}\n指标:\n  - {编号: one, 名称: 一}\n${grading}`
  return readScheme(base).scheme!
}
const some = (count: number, group: string | null = null, type = 'town'): Taking[] =>
  Array.from({ length: count }, () => ({ type, group }))

describe('places of a quota', () => {
  it('lie between rounding down and up where the notice does not say how', () => {
    const [places] = placesOf(cut('{比例: 20%}'), some(23, '甲'))
    expect(places).toMatchObject({ what: '等次“优秀”', among: '甲', units: 23, least: 4, most: 5 })
  })

  it('are the fewer of share and number, and never more than there are units', () => {
    const of = (text: string, units: number) => placesOf(cut(text), some(units))[0]
    expect(of('{比例: 50%, 名额: 3, 取整: 进一}', 20)).toMatchObject({ least: 3, most: 3 })
    expect(of('{名额: 9}', 2)).toMatchObject({ least: 2, most: 2 })
  })

  it('are counted in each group by itself', () => {
    const all = [...some(10, '甲'), ...some(5, '乙'), ...some(1)]
    const places = placesOf(cut('{比例: 20%, 取整: 向下取整}'), all)
    expect(places.map((one) => [one.among, one.least])).toEqual([
      ['甲', 2],
      ['乙', 1],
      ['没有分组的', 0],
    ])
  })

  it('of a shipped scheme are there by the name of what follows from them', () => {
    const whats = placesOf(ganzhou, some(10)).map(({ what }) => what)
    expect(whats.length).toBeGreaterThan(0)
    expect(poolSizes(ganzhou, some(10)).reduce((sum, { units }) => sum + units, 0)).toBe(10)
  })
})

describe('a unit more or less', () => {
  it('is told with what it changes, and with groups that come and go', () => {
    const scheme = cut('{比例: 20%, 取整: 向下取整}')
    const before = [...some(9, '甲'), ...some(1, '乙')]
    const after = some(10, '甲')
    expect(shiftsOf(scheme, before, after).quotas).toEqual([
      { what: '等次“优秀”（甲）', before: '1 个', after: '2 个' },
      { what: '等次“优秀”（乙）', before: '0 个', after: '0 个' },
    ])
    expect(shiftsOf(scheme, before, after).groups).toEqual([
      { what: '全部考核对象', before: '10 个', after: '10 个' },
    ])
  })
})

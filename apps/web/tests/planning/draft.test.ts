import { readdirSync, readFileSync } from 'node:fs'
import { membersOf } from '@kaohe/scheme'
import { describe, expect, it } from 'vitest'
import {
  append,
  below,
  exchange,
  open,
  placeAtLine,
  placeAtPath,
  rename,
  TOP,
  wordsAt,
  write,
} from '../../src/rooms/planning/draft/document.ts'

const DRAFT = `编号: study
# 为什么叫这个名字
名称: 学习 # 先叫学习
分值: 5
要求:
  - {编号: a, 内容: 读书}
  - {编号: b, 内容: "[读]书: 多"}
规则:
  # 上年也是这样分
  分段:
    量: rate
    段:
      - {范围: 不足60%, 得: 0}
      - {范围: "[60%, 80%)", 得: 2.50}
  上限: 3
`

const at = (...path: (string | number)[]) => path.reduce((place, one) => below(place, one), TOP)

const order = ['编号', '名称', '类别', '分值', '条款', '要求', '规则', '时段']

describe('a draft as a form', () => {
  const schemes = new URL('../../../../schemes/', import.meta.url)
  const shipped = readdirSync(schemes).flatMap((folder) => {
    try {
      const text = readFileSync(new URL(`${folder}/scheme.yaml`, schemes), 'utf8')
      return ['指标', '调查项目', '数据', '事件'].flatMap((list) => membersOf(text, list))
    } catch {
      return []
    }
  })

  it('leaves every indicator, datum and question that is shipped as it was written', () => {
    expect(shipped.length).toBeGreaterThan(300)
    for (const { text } of shipped) {
      const name = wordsAt(open(text)!, at('名称'))!
      expect(write(text, at('名称'), name)).toBe(text)
    }
  })

  it('changes one place, and keeps comments and everything else', () => {
    expect(write(DRAFT, at('分值'), '8')).toBe(DRAFT.replace('分值: 5', '分值: 8'))
    expect(write(DRAFT, at('名称'), '学习: 提升')).toBe(
      DRAFT.replace('名称: 学习 ', '名称: "学习: 提升" '),
    )
    expect(write(DRAFT, at('规则', '分段', '段', 1, '得'), '3')).toBe(DRAFT.replace('2.50', '3'))
  })

  it('puts a new keyword where the language has it', () => {
    const text = write(DRAFT, below(TOP, '条款', order), '第三条')
    expect(text).toBe(DRAFT.replace('分值: 5\n', '分值: 5\n条款: 第三条\n'))
  })

  it('makes the groups and lists that something stands in, and takes them away again', () => {
    const from = { path: ['时段', '起'], orders: [order, ['起', '止']] }
    const text = write(DRAFT, from, '2024-03-01')
    expect(text).toBe(`${DRAFT}时段:\n  起: 2024-03-01\n`)
    expect(write(text, from, '')).toBe(DRAFT)
  })

  it('adds rows, and keeps one that is emptied to be written anew', () => {
    const row = at('规则', '分段', '段', 2)
    const more = write(DRAFT, row, {})
    expect(more).toContain('得: 2.50}\n      - {}\n')
    const filled = write(more, below(row, '范围'), '80%及以上')
    expect(filled).toContain('      - {范围: 80%及以上}\n')
    expect(write(filled, below(row, '范围'), '')).toBe(more)
    expect(write(more, row, undefined)).toBe(DRAFT)
  })

  it('writes a list of words in one line, a rule below its keyword', () => {
    expect(write(DRAFT, at('牵头'), ['a', 'b'])).toBe(`${DRAFT}牵头: [a, b]\n`)
    const kinds = ['达标', '分段', '上限']
    const rule = exchange(
      DRAFT,
      { path: ['规则', '分段'], orders: [order, kinds] },
      { path: ['规则', '达标'], orders: [order, kinds] },
      { 条件: 'rate >= 60%' },
    )
    expect(rule).toContain('规则:\n  # 上年也是这样分\n  达标:\n    条件: rate >= 60%\n  上限: 3\n')
  })

  it('fills an empty group line by line', () => {
    const empty = write(DRAFT, at('规则', '分段'), {})
    expect(empty).toContain('  分段: {}\n')
    expect(write(empty, at('规则', '分段', '量'), 'rate')).toContain('  分段:\n    量: rate\n')
  })

  it('names a row of a table anew, even for a moment like another', () => {
    const text = '规则:\n  分级:\n    得:\n      省级: 5\n      市级: 3\n'
    const same = rename(text, at('规则', '分级', '得'), 1, '省级')
    expect(same).toBe(text.replace('市级', '省级'))
    expect(rename(same, at('规则', '分级', '得'), 1, '市级')).toBe(text)
  })

  it('takes a member over from the scheme, as it was written there', () => {
    const text = append(DRAFT, at('数据'), '{编号: rate, 名称: 参学率}  # 每期\n')
    expect(text).toBe(`${DRAFT}数据:\n  - {编号: rate, 名称: 参学率} # 每期\n`)
    expect(append(text, at('数据'), '编号: b\n名称: 乙\n')).toBe(
      `${text}  - 编号: b\n    名称: 乙\n`,
    )
  })

  it('is not made of what cannot be read', () => {
    for (const text of ['编号: [', '- a', '', '只有一句话']) expect(open(text)).toBeUndefined()
    expect(write('编号: [', at('名称'), 'x')).toBe('编号: [')
  })

  it('finds the field of a line, and of a path of the linter', () => {
    expect(placeAtLine(DRAFT, 4, 5)).toBe('分值')
    expect(placeAtLine(DRAFT, 14, 10)).toBe('规则/分段/段/1/范围')
    const doc = open(DRAFT)!
    expect(placeAtPath(doc, '要求/b/内容')).toBe('要求/1/内容')
    expect(placeAtPath(doc, '规则/分段/段/2')).toBe('规则/分段/段/1')
  })
})

import { describe, expect, it } from 'vitest'
import { readSchemeFolder } from '../../src/index.ts'
import { byType, counted, item, items, met } from './near-schemes.ts'
import { findingsIn } from './support.ts'

const all = (text: string) => findingsIn(readSchemeFolder([{ path: 'near/scheme.yaml', text }]))

const checksIn = (text: string) => all(text).map(({ check }) => check)

/** The finding of one check in a scheme close to a fault. */
function found(check: string, text: string) {
  const one = all(text).find((finding) => finding.check === check)
  if (one === undefined) throw new Error(checksIn(text).join(', '))
  return one
}

const slope = (params: string) =>
  counted(item('a', 10, `{升降: {${params}, 基准得: 满分, 低扣: 0.2, 不足一步: 舍去}, 下限: 0}`))

describe('what is advised helps', () => {
  it('分母为零 is not advised against a division in 量, and is said not to help there', () => {
    const { message, settle } = found(
      'zero-divisor',
      slope('量: x / y, 基准: 100%, 每: 1百分点, 分母为零: 得零分'),
    )
    expect(message).toContain('“分母为零”管不到算式里的除法')
    expect(settle).not.toContain('分母为零')
  })

  it('分母为零 is advised where a step is a part of 基准', () => {
    const { settle } = found('zero-divisor', slope('量: x, 基准: y, 每: 10%'))
    expect(settle).toContain('用“分母为零”“不适用”或“前提”写明')
  })

  it('多部门: 加权 has no place for weights, so that 加权 as a rule is advised', () => {
    const two = (rule: string) =>
      items(item('a', 10, rule, ', 多部门: 加权')).replace(
        '参与方: [',
        '参与方: [{编号: party, 名称: 组织部, 身份: 部门}, ',
      )
    const mark = (by: string) => `{打分: {打分人: [${by}], 记分项: ${by}, 依据: 台账}}`
    const together = two('{打分: {打分人: [office, party], 依据: 台账}}')
    const { message, settle } = found('departments-uncombined', together)
    expect(message).toContain('各部门占多少没有地方写')
    expect(settle).toContain('规则改写成“加权”')
    const parts = `{占比: 60%, 规则: ${mark('office')}}, {占比: 40%, 规则: ${mark('party')}}`
    expect(checksIn(two(`{加权: {项: [${parts}]}}`))).toEqual([])
  })
})

describe('a counterexample is so', () => {
  it('of two items that measure the same, the one may be got without the other', () => {
    const one = '{升降: {量: x, 基准: y, 基准得: 满分, 每: 1场, 高扣: 5}, 下限: 0}'
    const other =
      '{升降: {量: x, 基准: y, 每: 10%, 低加: 0.5, 不足一步: 舍去, 分母为零: 得零分}, 上限: 2}'
    const { counterexample } = found(
      'items-alike',
      counted(item('a', 20, one) + item('b', 2, other)),
    )
    expect(counterexample).toBe('同样的“活动”、“任务”，在“a项”计一次分，在“b项”又计一次')
  })

  it('of two items by one condition, who has the one has the other', () => {
    const both = item('a', 10, met('done', 10)) + item('b', 5, met('done', 5))
    const { counterexample } = found('items-alike', items(both))
    expect(counterexample).toBe('“a项”做到的单位，“b项”必定也做到')
  })

  it('items for different types are on different sheets, and not alike', () => {
    const sheets = byType(100).replace('条件: good', '条件: done')
    expect(checksIn(sheets)).not.toContain('items-alike')
    expect(checksIn(sheets.replace('适用: [branch]', '适用: [town]'))).toContain('items-alike')
  })

  it('only events are told as a hundred of them', () => {
    const measured = item('a', 10, '{每次: {量: x, 得: 1}}')
    const { message, counterexample } = found('award-unbounded', counted(measured))
    expect(message).not.toContain('按次计分')
    expect(counterexample).toBe('“a项”所看的数好到哪里，得分就涨到哪里')
  })

  it.each([
    ['数据监控', '“表”没有写“评价人”，“a项”由哪个部门牵头没有写明。'],
    ['部门评价', '“表”由部门进行，“a项”由哪个部门牵头没有写明。'],
  ])('by %s, who leads is asked as it is', (means, told) => {
    const text = items(item('a', 10, met('done', 10), ', 评价方式: sheet'))
      .replace(', 牵头: [office]', '')
      .replace('数据:', `评价方式: [{编号: sheet, 名称: 表, 占比: 100%, 方式: ${means}}]\n数据:`)
    const { message, counterexample } = found('department-missing', text)
    expect(message).toBe(told)
    expect(counterexample).toBe('对“a项”的得分有疑问时，不知道问谁')
  })
})

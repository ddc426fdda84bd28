import { describe, expect, it } from 'vitest'
import { readSchemeFolder } from '../../src/index.ts'
import { counted, item, items } from './near-schemes.ts'
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

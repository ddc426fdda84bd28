import { describe, expect, it } from 'vitest'
import { readSchemeFolder } from '../../src/index.ts'
import { counted, item } from './near-schemes.ts'
import { findingsIn } from './support.ts'

/** The finding of one check in a scheme close to a fault. */
function found(check: string, text: string) {
  const all = findingsIn(readSchemeFolder([{ path: 'near/scheme.yaml', text }]))
  const [one] = all.filter((finding) => finding.check === check)
  if (one === undefined) throw new Error(all.map((finding) => finding.check).join(', '))
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
})

import type { Builder, Input, NodeId } from '../core/index.ts'
import { quoted } from '../model/index.ts'
import { Fault } from './fault.ts'
import type { ItemFrame } from './frame.ts'

/** The total, or the part of the full score that it is, for what results are used by (结果运用). @throws Fault elsewhere */
export function resultOf(
  of: 'total' | 'ratio',
  { frame, b, path }: { frame: ItemFrame; b: Builder<Input>; path: string },
): NodeId {
  const { result } = frame
  const said = quoted(of === 'total' ? '总分' : '得分率')
  if (result === undefined)
    throw new Fault(path, said, {
      zh: '只能写在“结果运用”里，如 金额: 得分率 * bonus-base',
      en: 'only under 结果运用, as in 金额: 得分率 * bonus-base',
    })
  if (of === 'total') return result.total
  if (result.full === undefined)
    throw new Fault(path, said, {
      zh: '总分没有满分，算不出得分率；应写“总分/满分”',
      en: 'the total has no full score to be a part of; write 总分/满分',
    })
  return b.quotient(result.total, result.full)
}

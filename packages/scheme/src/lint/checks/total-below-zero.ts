import { canFallBelowZero, formatRational } from '@kaohe/engine'
import type { Check } from '../finding.ts'
import { listed, say } from '../phrase.ts'
import { scoredItems } from '../site.ts'

/** Deductions that can take the total below zero, of which nobody has said whether they may. */
export const totalBelowZero: Check = {
  slug: 'total-below-zero',
  severity: 'warning',
  title: say('总分可能低于零', 'A total that may fall below zero'),
  settle: say('用口径写明总分“下限”：0，或“不设”', 'a reading that sets 总分/下限, 0 or 不设'),
  *find(site) {
    const { total } = site.scheme
    if (total?.floor !== undefined || !canFallBelowZero(site.program, site.onePeriod)) return
    const losing = scoredItems(site).filter(({ id }) => {
      const lo = site.bounds.items.get(id)?.lo
      return lo === null || (lo !== undefined && lo.num < 0n)
    })
    const names = listed(losing.map(({ name }) => name))
    const { lo } = site.bounds.total
    const least =
      lo === null
        ? say('没有底', 'without end')
        : say(`${formatRational(lo)}分`, formatRational(lo))
    yield {
      path: '总分/下限',
      clause: total?.clause,
      message: say(
        `各项扣分加起来可以超过起评的分，总分最低${least.zh}，原文没有说能不能低于零。`,
        `Deductions can exceed what one starts with: the lowest total is ${least.en}.`,
      ),
      counterexample: say(
        `${names.zh}都扣到最多的单位，总分低于零`,
        `a unit with the worst of ${names.en} is below zero`,
      ),
    }
  },
}

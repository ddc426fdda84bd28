import {
  type Item,
  type Rational,
  compare,
  divide,
  formatRational,
  int,
  multiply,
  ratio,
} from '@kaohe/engine'
import type { Check } from '../finding.ts'
import { say } from '../phrase.ts'
import { type Site, categoriesAbove, natureIn, scoredItems, sourceIn } from '../site.ts'

/** Below one in a hundred of the total nobody's place changes (complaint C3). */
const LEAST = ratio(1n, 100n)

// The part of the total that hangs on an item, where every step up to it says its part.
function partOf(site: Site, item: Item): Rational | undefined {
  const source = sourceIn(site, item)
  const weights = [item.weight, ...categoriesAbove(site, item).map(({ weight }) => weight)].filter(
    (one) => one !== undefined,
  )
  if (source?.weight !== undefined)
    return weights.length === 0 ? undefined : weights.reduce(multiply, source.weight)
  const { full } = site.program
  return item.full === undefined || full === undefined || full.num <= 0n
    ? undefined
    : divide(item.full, full)
}

/** An item too small to matter. */
export const weightNegligible: Check = {
  slug: 'weight-negligible',
  severity: 'note',
  title: say('分量太小', 'A weight too small to matter'),
  settle: say('并入别的指标，或加大分值', 'merge it with another item or give it more weight'),
  *find(site) {
    for (const item of scoredItems(site)) {
      const part = natureIn(site, item) === 'base' ? partOf(site, item) : undefined
      if (part === undefined || compare(part, LEAST) >= 0) continue
      const percent = formatRational(multiply(part, int(100)))
      yield {
        path: `指标/${item.id}`,
        clause: item.clause,
        message: say(
          `“${item.name}”只占总分的${percent}%，收数、核实的功夫和它不相称。`,
          `“${item.name}” is ${percent}% of the total, hardly worth collecting.`,
        ),
        counterexample: say(
          `“${item.name}”全做到和全没有做到，总分只差百分之${percent}`,
          `all or nothing of it moves the total by ${percent}%`,
        ),
      }
    }
  },
}

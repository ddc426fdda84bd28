import type { Override } from '@kaohe/engine'
import type { Check, Found, Phrase } from '../finding.ts'
import { say } from '../phrase.ts'
import type { Site } from '../site.ts'

interface Fault {
  readonly message: Phrase
  readonly counterexample: Phrase
}

type Place = (grade: string | undefined) => number

const nameIn = (site: Site, id: string | undefined): string =>
  site.scheme.grading?.grades.find((grade) => grade.id === id)?.name ?? `${id}`

// What a veto does at all; to be held no higher than the best grade is nothing.
function isIdle({ ineligible, grade, atMost, down, deduct }: Override, place: Place): boolean {
  const lowers = (down ?? 0) > 0 || (deduct !== undefined && deduct.num > 0n)
  const holds = atMost !== undefined && place(atMost) > 0
  return ineligible !== true && grade === undefined && !lowers && !holds
}

function faultOf(override: Override, place: Place, site: Site): Fault | undefined {
  const { name, grade, atMost } = override
  if (isIdle(override, place))
    return {
      message: say(
        `“${name}”成立时会怎样，没有写明，或写的等于没有。`,
        `What follows from “${name}” is not said, or comes to nothing.`,
      ),
      counterexample: say(
        `有“${name}”的单位和没有的，总分、等次、评优都一样`,
        `with “${name}” or without it, total, grade and honours are the same`,
      ),
    }
  const fixed = nameIn(site, grade)
  if (grade !== undefined && atMost !== undefined && place(grade) < place(atMost))
    return {
      message: say(
        `“${name}”定为“${fixed}”，又不高于“${nameIn(site, atMost)}”，两样合不到一起。`,
        `“${name}” fixes the grade “${fixed}” and allows none above “${nameIn(site, atMost)}”.`,
      ),
      counterexample: say(
        `有“${name}”的单位，一处说评“${fixed}”，一处说最高评“${nameIn(site, atMost)}”`,
        `a unit with “${name}” is “${fixed}” by the one, “${nameIn(site, atMost)}” at best by the other`,
      ),
    }
  if (grade === undefined || place(grade) > 0 || (site.scheme.grading?.grades.length ?? 0) < 2)
    return undefined
  return {
    message: say(
      `“${name}”把等次定为最好的“${fixed}”：出了这种情形反而升等。`,
      `“${name}” fixes the best grade, “${fixed}”: what should hold a unit back raises it.`,
    ),
    counterexample: say(
      `总分最低的单位有了“${name}”，就评“${fixed}”`,
      `the unit with the least total is “${fixed}” once it has “${name}”`,
    ),
  }
}

/** A veto without an effect, one that raises, or one that says two things. */
export const vetoEffect: Check = {
  slug: 'veto-effect',
  severity: 'error',
  title: say('否决降等不起作用或自相矛盾', 'A veto that does nothing, or two things'),
  settle: say(
    '写明“取消评优”“定为”“不高于”“降”“扣分”中的一种',
    'one of 取消评优, 定为, 不高于, 降, 扣分',
  ),
  *find(site): Iterable<Found> {
    const place: Place = (id) => site.scheme.grading?.grades.findIndex((g) => g.id === id) ?? -1
    for (const override of site.scheme.overrides ?? []) {
      const fault = faultOf(override, place, site)
      if (fault === undefined) continue
      yield { path: `否决降等/${override.id}`, clause: override.clause, ...fault }
    }
  },
}

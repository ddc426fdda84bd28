import type { EventDeclaration, FactDeclaration } from '@kaohe/engine'
import type { Check } from '../finding.ts'
import { say } from '../phrase.ts'
import type { Site } from '../site.ts'

/** A working default of this project, with no source in law: one entry a week of the covered period. */
export const DEFAULT_BUDGET = 52

const IN_A_YEAR = { month: 12, quarter: 4, half: 2, week: 52, year: 1, episode: 12 } as const

type Periodicity = keyof typeof IN_A_YEAR

interface Entry {
  readonly declared: FactDeclaration | EventDeclaration
  readonly how: Periodicity | undefined
}

function entriesOf({ scheme }: Site): readonly Entry[] {
  return [
    ...(scheme.facts ?? []).map((declared) => ({ declared, how: declared.period })),
    ...(scheme.events ?? []).map((declared) => ({ declared, how: declared.per })),
  ]
}

function timesOf(site: Site, { declared: { id }, how }: Entry): number {
  return site.scope.periodsOf(id)?.length ?? (how === undefined ? 1 : IN_A_YEAR[how])
}

// What an assessed unit, or those below it, must write down itself; data of systems and departments cost it nothing.
function isOwn(site: Site, { declared: { supplier, means, level } }: Entry): boolean {
  const automatic =
    means !== undefined && ['feed', 'desk', 'letter', 'ballot', 'poll'].includes(means)
  return supplier === undefined && !automatic && site.scope.standing(level) !== 'above'
}

/** More entries a unit and period than the budget allows (complaints C1, C2, C7). */
export const burden: Check = {
  slug: 'burden',
  severity: 'warning',
  title: say('填报负担超过上限', 'Too much to report'),
  settle: say(
    '减少填报项目，改由系统取数；或写明“负担上限”',
    'fewer entries, data from systems, or another 负担上限',
  ),
  *find(site) {
    const budget = site.scheme.burden ?? DEFAULT_BUDGET
    const own = entriesOf(site).filter((one) => isOwn(site, one))
    const entries = own.map((one) => ({ name: one.declared.name, times: timesOf(site, one) }))
    const total = entries.reduce((sum, { times }) => sum + times, 0)
    const most = entries.toSorted((a, b) => b.times - a.times)[0]
    if (total <= budget || most === undefined) return
    yield {
      path: '负担上限',
      message: say(
        `每个单位一个考核时段要填报${total}项次，上限是${budget}项次；最多的是“${most.name}”，${most.times}次。`,
        `Each unit has to make ${total} entries a period, the budget is ${budget}; most for “${most.name}” (${most.times}).`,
      ),
      counterexample: say(
        `一个单位全年要填${total}次，平均每周${Math.ceil(total / 52)}次`,
        `${total} entries a year for one unit`,
      ),
    }
  },
}

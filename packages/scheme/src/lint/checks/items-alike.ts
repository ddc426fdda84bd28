import type { Item } from '@kaohe/engine'
import type { Check } from '../finding.ts'
import { type Values, isExpr } from '../objects.ts'
import { say } from '../phrase.ts'
import { type Site, isJudged, rulesOf, scoredItems } from '../site.ts'

function plain(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value
}

function exprsIn(value: unknown): readonly unknown[] {
  if (typeof value !== 'object' || value === null) return []
  return isExpr(value) ? [value] : Object.values(value).flatMap(exprsIn)
}

// The low end of a figure and its high end are not the same thing to have reached.
function endsOf({ first, lowLoss, highGain, lowGain, highLoss }: Values): readonly unknown[] {
  const rises = lowLoss !== undefined || highGain !== undefined
  const falls = lowGain !== undefined || highLoss !== undefined
  return [first === 'lowest', rises, falls]
}

// What an item looks at: the measures, conditions and events of its rules, whatever the figures.
function looksAt(site: Site, item: Item): string | undefined {
  const rules = rulesOf(site, item)
  if (rules.length === 0 || isJudged(site, item)) return undefined
  const parts = rules.map(({ kind, params }) => {
    const own = Object.entries(params).filter(
      ([name]) => !['rules', 'rule', 'parts'].includes(name) || kind.name === 'ladder',
    )
    return [
      kind.name,
      params['event'] ?? null,
      endsOf(params),
      own.flatMap(([, value]) => exprsIn(value)),
    ]
  })
  const named = rules.some(
    ({ params }) => params['event'] !== undefined || exprsIn(params).length > 0,
  )
  return named ? JSON.stringify(parts, plain) : undefined
}

/** Two items that look at exactly the same things. */
export const itemsAlike: Check = {
  slug: 'items-alike',
  severity: 'warning',
  title: say('两个指标说的是一回事', 'Two items that say the same'),
  settle: say(
    '合并成一个指标，或写清两者的区别',
    'merge them, or let them look at different things',
  ),
  *find(site) {
    const seen = new Map<string, Item>()
    for (const item of scoredItems(site)) {
      const key = looksAt(site, item)
      const earlier = key === undefined ? undefined : seen.get(key)
      if (key !== undefined && earlier === undefined) seen.set(key, item)
      if (earlier === undefined) continue
      yield {
        path: `指标/${item.id}`,
        clause: item.clause,
        message: say(
          `“${item.name}”和“${earlier.name}”看的是同样的数据、同样的条件，一件事在两处计分。`,
          `“${item.name}” and “${earlier.name}” look at the same facts under the same conditions.`,
        ),
        counterexample: say(
          `“${earlier.name}”做到的单位，“${item.name}”必定也做到`,
          `whoever has “${earlier.name}” has “${item.name}”`,
        ),
      }
    }
  },
}

import { type Item, namesIn, vocabulary } from '@kaohe/engine'
import type { Check } from '../finding.ts'
import { type Values, isExpr } from '../objects.ts'
import { listed, say } from '../phrase.ts'
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

// An item for some types and one for others are on different sheets.
function meet(a: Item, b: Item): boolean {
  return a.assessees?.some((id) => b.assessees?.includes(id) ?? true) ?? true
}

// Kinds of which one condition decides all: whoever meets it meets it in both.
const BY_CONDITION = new Set(['target', 'status'])

// With the same figure an item may be met where the other is not: each has figures of its own.
function exampleOf(site: Site, item: Item, earlier: Item) {
  if (rulesOf(site, item).every(({ kind }) => BY_CONDITION.has(kind.name)))
    return say(
      `“${earlier.name}”做到的单位，“${item.name}”必定也做到`,
      `whoever has “${earlier.name}” has “${item.name}”`,
    )
  const named = item.rule === undefined ? undefined : namesIn(item.rule, vocabulary)
  const names = [
    ...[...(named?.facts ?? [])].map((id) => site.scope.nameOf('fact', id)),
    ...[...(named?.events ?? [])].map((id) => site.scope.nameOf('event', id)),
  ]
  const what = listed(
    names.map((name) => `“${name}”`),
    3,
  )
  return say(
    `同样的${what.zh}，在“${earlier.name}”计一次分，在“${item.name}”又计一次`,
    `the same ${what.en} gives points in “${earlier.name}” and again in “${item.name}”`,
  )
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
    const seen = new Map<string, readonly Item[]>()
    for (const item of scoredItems(site)) {
      const key = looksAt(site, item)
      if (key === undefined) continue
      const before = seen.get(key) ?? []
      const earlier = before.find((one) => meet(one, item))
      if (earlier === undefined) {
        seen.set(key, [...before, item])
        continue
      }
      yield {
        path: `指标/${item.id}`,
        clause: item.clause,
        message: say(
          `“${item.name}”和“${earlier.name}”看的是同样的数据、同样的条件，一件事在两处计分。`,
          `“${item.name}” and “${earlier.name}” look at the same facts under the same conditions.`,
        ),
        counterexample: exampleOf(site, item, earlier),
      }
    }
  },
}

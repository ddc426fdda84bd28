import type { Check } from '../finding.ts'
import { say } from '../phrase.ts'
import type { Site } from '../site.ts'

function isFilled(site: Site, category: string, seen: ReadonlySet<string> = new Set()): boolean {
  if (seen.has(category)) return false
  const inside = (site.scheme.categories ?? []).filter(({ above }) => above === category)
  return (
    site.scheme.items.some((item) => item.category === category) ||
    inside.some(({ id }) => isFilled(site, id, new Set([...seen, category])))
  )
}

/** A part that the notice announces and for which no rule follows (constructs 1E.15). */
export const announcedMissing: Check = {
  slug: 'announced-missing',
  severity: 'warning',
  title: say('公布了，没有规则', 'Announced, and no rule follows'),
  settle: say(
    '用口径写明由哪些指标落实，或写明本年度不设',
    'a reading that names its items, or drops it for this year',
  ),
  *find(site) {
    for (const [i, { name, category, clause }] of (site.scheme.announced ?? []).entries()) {
      if (category !== undefined && isFilled(site, category)) continue
      const zh = category === undefined ? '没有哪个类别、哪个指标落实它' : '它的类别下面没有指标'
      yield {
        path: `公布内容/${i + 1}`,
        clause,
        message: say(
          `原文公布了“${name}”，${zh}。`,
          `“${name}” is announced, and no items carry it out.`,
        ),
        counterexample: say(
          `问“${name}”得几分、扣几分，没有一条规则能回答`,
          `no rule can say what “${name}” gives`,
        ),
      }
    }
  },
}

import type { Check } from '../finding.ts'
import { say } from '../phrase.ts'
import { scoredItems } from '../site.ts'

/** An item that belongs to none of the parts that the notice announces. */
export const articleUnmapped: Check = {
  slug: 'article-unmapped',
  severity: 'note',
  title: say('没有归入公布的部分', 'An item outside the announced parts'),
  settle: say('用口径写明它属于哪个类别', 'a reading that gives it a category'),
  *find(site) {
    const announced = site.scheme.announced ?? []
    if (announced.length === 0) return
    for (const item of scoredItems(site)) {
      if (
        item.category !== undefined ||
        (item.source !== undefined && weighed(item.source, site.scheme.sources))
      )
        continue
      yield {
        path: `指标/${item.id}`,
        clause: item.clause,
        message: say(
          `原文公布了${announced.length}个部分，“${item.name}”没有写属于哪一个。`,
          `The notice announces ${announced.length} parts; “${item.name}” is in none of them.`,
        ),
        counterexample: say(
          `“${item.name}”算在哪一部分里，各人可以有各人的说法`,
          `in which part “${item.name}” counts is anyone's guess`,
        ),
      }
    }
  },
}

// Where sources have shares of the total, they are parts of their own.
function weighed(
  id: string,
  sources: readonly { readonly id: string; readonly weight: unknown }[] | undefined,
): boolean {
  return sources?.some((source) => source.id === id && source.weight !== undefined) ?? false
}

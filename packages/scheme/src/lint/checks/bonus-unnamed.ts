import type { Item } from '@kaohe/engine'
import type { Check } from '../finding.ts'
import { say } from '../phrase.ts'
import { type Site, categoriesAbove, scoredItems } from '../site.ts'

function isUnnamed(site: Site, item: Item): boolean {
  return (
    item.nature === undefined &&
    categoriesAbove(site, item).every(({ nature }) => nature === undefined)
  )
}

function written(item: Item): string {
  return [item.rule?.kind, ...(item.rule?.modifiers ?? []).map(({ modifier }) => modifier)].join(
    ' ',
  )
}

/** An item written as its neighbours, which are called bonus items, while it is not. */
export const bonusUnnamed: Check = {
  slug: 'bonus-unnamed',
  severity: 'warning',
  title: say('像是加分项，没有称为加分项', 'A bonus item not called so'),
  settle: say('用口径写明“性质”：基本还是加分', 'a reading that sets 性质'),
  *find(site) {
    const items = scoredItems(site)
    for (const item of items.filter((one) => one.category !== undefined && isUnnamed(site, one))) {
      const twin = items.find(
        (one) =>
          one.category === item.category &&
          one.nature === 'bonus' &&
          written(one) === written(item),
      )
      if (twin === undefined) continue
      yield {
        path: `指标/${item.id}/性质`,
        clause: item.clause,
        message: say(
          `“${item.name}”和加分项“${twin.name}”写法相同，却没有写明是加分项。`,
          `“${item.name}” is written like the bonus item “${twin.name}”, and is not called one.`,
        ),
        counterexample: say(
          `“${item.name}”得的分，算进基本分还是算作加分，没有写明`,
          `do points of “${item.name}” count as base or as bonus?`,
        ),
      }
    }
  },
}

import { type Expr, type Item, namesIn, vocabulary } from '@kaohe/engine'
import type { Check } from '../finding.ts'
import { say } from '../phrase.ts'
import { type Site, scoredItems, sourceIn } from '../site.ts'

function line(site: Site, level: string): readonly string[] {
  const above = (site.scheme.levels ?? []).find(({ id }) => id === level)?.above
  return above === undefined ? [level] : [level, ...line(site, above)]
}

// A level says something of a unit when it is its own, above it, or below it.
function related(site: Site, a: string, b: string): boolean {
  return line(site, a).includes(b) || line(site, b).includes(a)
}

function namesOf(item: Item): readonly string[] {
  const conditions = (item.requirements ?? []).flatMap(({ when }): readonly Expr[] =>
    when === undefined ? [] : [when],
  )
  const all = [...(item.rule === undefined ? [] : [item.rule]), ...conditions].map((one) =>
    namesIn(one, vocabulary),
  )
  return all.flatMap(({ facts, events }) => [...facts, ...events])
}

function levelsOf(
  site: Site,
  item: Item,
): readonly { readonly name: string; readonly level: string }[] {
  return namesOf(item).flatMap((id) => {
    const declared = site.scope.fact(id) ?? site.scope.event(id)
    return declared?.level === undefined ? [] : [{ name: declared.name, level: declared.level }]
  })
}

/** An item whose facts arise at a level that some kind of assessee does not have. */
export const itemCannotApply: Check = {
  slug: 'item-cannot-apply',
  severity: 'error',
  title: say('有的对象做不了这一项', 'An item that cannot apply'),
  settle: say(
    '用口径写明“适用”哪几类对象和“不适用时”怎么办',
    'a reading that sets 适用 and 不适用时',
  ),
  *find(site) {
    for (const item of scoredItems(site)) {
      const reached =
        item.assessees ??
        sourceIn(site, item)?.assessees ??
        site.scheme.assessees.map(({ id }) => id)
      for (const type of site.scheme.assessees.filter(({ id }) => reached.includes(id))) {
        const own = type.level
        const strange =
          own === undefined
            ? undefined
            : levelsOf(site, item).find(({ level }) => !related(site, level, own))
        if (strange === undefined) continue
        const level = site.scope.nameOf('level', strange.level)
        yield {
          path: `指标/${item.id}`,
          clause: item.clause,
          message: say(
            `“${item.name}”要看“${strange.name}”，那是${level}才有的数据，${type.name}没有。`,
            `“${item.name}” looks at “${strange.name}”, a fact of ${level} that ${type.name} never has.`,
          ),
          counterexample: say(
            `${type.name}工作再好，也没有“${strange.name}”可填`,
            `${type.name} can never supply “${strange.name}”`,
          ),
        }
      }
    }
  },
}

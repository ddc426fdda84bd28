import type { Item } from '@kaohe/engine'
import type { Check, Found } from '../finding.ts'
import { listed, say } from '../phrase.ts'
import { type Site, isJudged, scoredItems, sourceIn } from '../site.ts'

function isBare(site: Site, item: Item): boolean {
  const evaluators = site.program.items.find((one) => one.item.id === item.id)?.evaluators ?? []
  return evaluators.length === 0 && item.rule !== undefined
}

function bySource(site: Site): ReadonlyMap<string, readonly Item[]> {
  return Map.groupBy(
    scoredItems(site).filter((item) => isBare(site, item)),
    (item) => sourceIn(site, item)?.id ?? '',
  )
}

function nobodyToAsk(name: string) {
  return say(
    `对“${name}”的得分有疑问时，不知道问谁`,
    `with a question on “${name}” there is nobody to ask`,
  )
}

function together(site: Site, source: string, items: readonly Item[]): Found {
  const declared = site.scheme.sources?.find(({ id }) => id === source)
  const names = listed(
    items.map(({ name }) => `“${name}”`),
    3,
  )
  const marked = items.find((item) => isJudged(site, item))
  // Only 部门评价 is done by departments; 数据监控, 实地检查 and the like have 评价人 or a lead.
  const why = declared?.means === 'desk' ? '由部门进行' : '没有写“评价人”'
  return {
    path: `评价方式/${source}`,
    clause: declared?.clause,
    message: say(
      `“${declared?.name}”${why}，${names.zh}由哪个部门牵头没有写明。`,
      `${declared?.name}: which department leads ${names.en} is not said.`,
    ),
    counterexample:
      marked === undefined
        ? nobodyToAsk(items[0]?.name ?? '')
        : say(
            `要给“${marked.name}”打分时，找不到该由谁打`,
            `when “${marked.name}” is to be marked there is nobody to do it`,
          ),
  }
}

function alone({ id, name, clause }: Item): Found {
  return {
    path: `指标/${id}/牵头`,
    clause,
    message: say(`“${name}”没有写由哪个部门牵头。`, `“${name}” has no lead department.`),
    counterexample: nobodyToAsk(name),
  }
}

/** Items that no department leads and nobody evaluates. */
export const departmentMissing: Check = {
  slug: 'department-missing',
  severity: 'warning',
  title: say('牵头部门没有写明', 'No lead department'),
  settle: say(
    '用口径写明“牵头”，或评价方式的“评价人”',
    'a reading that sets 牵头, or 评价人 of the source',
  ),
  *find(site) {
    for (const [source, items] of bySource(site)) {
      if (source === '') yield* items.map(alone)
      else yield together(site, source, items)
    }
  },
}

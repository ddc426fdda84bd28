import { type Layer, equal, sharedOn } from '@kaohe/engine'
import type { Check } from '../finding.ts'
import { type Ladder, laddersOf } from '../ladders.ts'
import { say } from '../phrase.ts'
import { layerSaid } from '../values.ts'

function differ({ rungs }: Ladder, { held, perhaps }: Layer): boolean {
  const worths = [...held, ...perhaps].map((i) => rungs[i]?.worth)
  const first = worths[0]
  return first === undefined || worths.some((worth) => worth === undefined || !equal(worth, first))
}

function told(ladder: Ladder, layer: Layer, separator: string, lang: 'zh' | 'en'): string {
  const both = [...layer.held, ...layer.perhaps].toSorted((a, b) => a - b)
  return both
    .map((i) => ladder.rungs[i]?.does?.[lang] ?? ladder.rungs[i]?.label ?? '')
    .join(separator)
}

function example(ladder: Ladder, layer: Layer, lang: 'zh' | 'en'): string {
  const at = layerSaid(layer, ladder.unit, ladder.line.whole)[lang]
  const certain = layer.perhaps.length === 0
  if (lang === 'en')
    return `${ladder.name} ${at}: ${certain ? 'two bands hold' : 'two bands may hold'}, ${told(ladder, layer, ' or ', lang)}`
  const hold = certain ? '两段同时成立' : '“以上”“以下”含不含本数没有写明，两段都可能成立'
  return `${ladder.name}${at}时，${hold}：${told(ladder, layer, '，或', lang)}`
}

/** A value at which two bands meet and both hold, with different outcomes (constructs 1E.1, 1E.2). */
export const sharedBoundary: Check = {
  slug: 'shared-boundary',
  severity: 'error',
  title: say('两段在交界上同时成立', 'Two bands share a boundary'),
  settle: say(
    '用口径写明交界归哪一段，或写明“以上以下”含不含本数',
    'a reading that gives the boundary to one band, or says 以上以下',
  ),
  *find(site) {
    for (const ladder of laddersOf(site)) {
      if (ladder.reading !== undefined) continue
      const shared = sharedOn(ladder.layers).filter((layer) => differ(ladder, layer))
      const [first] = shared
      if (first === undefined) continue
      const at = (lang: 'zh' | 'en') =>
        shared
          .map((layer) => layerSaid(layer, ladder.unit, ladder.line.whole)[lang])
          .join(lang === 'zh' ? '、' : ', ')
      yield {
        path: ladder.path,
        clause: ladder.clause,
        message: say(
          `${ladder.name}${at('zh')}时，相邻两段都可以算，得分不同，算不出确定的分。`,
          `At ${ladder.name} ${at('en')} two neighbouring bands hold with different points.`,
        ),
        counterexample: say(example(ladder, first, 'zh'), example(ladder, first, 'en')),
      }
    }
  },
}

import { maskedOn, overlapsOn } from '@kaohe/engine'
import type { Check } from '../finding.ts'
import { laddersOf } from '../ladders.ts'
import { say } from '../phrase.ts'
import { layerSaid } from '../values.ts'

/** Bands that hold together over a stretch, where no 读法 says what then counts (constructs 1E.1). */
export const bandOverlap: Check = {
  slug: 'band-overlap',
  severity: 'error',
  title: say('两段重叠', 'Overlapping bands'),
  settle: say(
    '把各段改成不重叠，或用口径写明重叠时按哪一段',
    'bands that do not overlap, or a reading that says which counts',
  ),
  *find(site) {
    for (const { path, clause, layers, rungs, name, unit, line, reading, asks } of laddersOf(
      site,
    )) {
      // A kind that has 读法 reports its own silence; bands wholly inside another are told as masked.
      if (reading !== undefined || asks) continue
      const masked = new Set(maskedOn(rungs.length, layers).map(([inner]) => inner))
      const found = overlapsOn(layers).find(
        ({ held }) => held.filter((i) => !masked.has(i)).length > 1,
      )
      if (found === undefined) continue
      const at = layerSaid(found, unit, line.whole)
      const labels = found.held.map((i) => `“${rungs[i]?.label}”`).join('、')
      const does = (lang: 'zh' | 'en') =>
        found.held.map((i) => rungs[i]?.does?.[lang] ?? '').join(lang === 'zh' ? '，或' : ' or ')
      yield {
        path,
        clause,
        message: say(
          `${labels}有一段重叠，落在里面的算不出确定的分。`,
          `${labels} overlap; values inside have no certain points.`,
        ),
        counterexample: say(
          `${name}${at.zh}时，几段同时成立：${does('zh')}`,
          `${name} ${at.en}: several bands hold, ${does('en')}`,
        ),
      }
    }
  },
}

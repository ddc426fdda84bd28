import { gapsOn } from '@kaohe/engine'
import type { Check } from '../finding.ts'
import { GRADES, laddersOf } from '../ladders.ts'
import { say } from '../phrase.ts'
import { stretchSaid } from '../values.ts'

/** Values that a measure can take and no band holds (constructs 1E.1). Exact over declared domains. */
export const bandGap: Check = {
  slug: 'band-gap',
  severity: 'error',
  title: say('各段之间有空当', 'A gap between bands'),
  settle: say(
    '用口径把空当归入一段，或加一段“其他”',
    'a reading that gives the gap to a band, or a band 其他',
  ),
  *find(site) {
    for (const { path, clause, layers, rest, name, unit, line } of laddersOf(site)) {
      const gaps = rest ? [] : gapsOn(layers)
      const said = gaps.map((gap) => stretchSaid(gap, unit, line.whole))
      if (said.length === 0) continue
      const zh = said.map((one) => one.zh).join('；')
      const en = said.map((one) => one.en).join('; ')
      const isGrade = path === GRADES
      const lost = isGrade
        ? say('这样的单位评哪一等定不下来', 'which grade such a unit has is not decided')
        : say('得几分算不出来', 'its points cannot be told')
      yield {
        path,
        clause,
        message: say(
          `${name}${zh}时，没有一段写到它，${lost.zh}。`,
          `No band holds ${name} ${en}; ${lost.en}.`,
        ),
        counterexample: say(
          `${name}${said[0]?.zh}时，没有一段成立`,
          `${name} ${said[0]?.en}: no band holds`,
        ),
      }
    }
  },
}

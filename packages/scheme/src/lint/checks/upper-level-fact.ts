import { namesIn, vocabulary } from '@kaohe/engine'
import type { Check } from '../finding.ts'
import { listed, say } from '../phrase.ts'

/** A fact of a level above that scores the units below it, unless 同享 says so. */
export const upperLevelFact: Check = {
  slug: 'upper-level-fact',
  severity: 'error',
  title: say('上级的数据给下级计分', 'A fact of the level above'),
  settle: say(
    '用口径写明“同享”，或改成在考核对象这一层取数',
    'a reading that sets 同享, or takes the fact at the level assessed',
  ),
  *find({ scheme, scope }) {
    for (const { id, name, level, spread, clause } of scheme.facts ?? []) {
      if (level === undefined || spread === true || scope.standing(level) !== 'above') continue
      const users = scheme.items.filter(
        ({ rule }) => rule !== undefined && namesIn(rule, vocabulary).facts.has(id),
      )
      if (users.length === 0) continue
      const at = scope.nameOf('level', level)
      const items = listed(users.map((item) => `“${item.name}”`))
      const unit = scheme.assessees[0]?.name ?? ''
      yield {
        path: `数据/${id}`,
        clause: clause ?? users[0]?.clause,
        message: say(
          `“${name}”是${at}的数据，却在${items.zh}里给${unit}计分，原文没有说怎样落到下面。`,
          `“${name}” arises at ${at} and scores ${unit} in ${items.en}.`,
        ),
        counterexample: say(
          `${at}没有做到时，它下面的${unit}自己做得再好也一样扣分`,
          `where ${at} fails, every ${unit} below it loses points whatever it does`,
        ),
      }
    }
  },
}

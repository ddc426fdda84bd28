import type { Lowered, Place } from '../kinds/kind.ts'
import { type Rule, same } from '../model/index.ts'
import type { Vocabulary } from './collect.ts'
import { Fault } from './fault.ts'

/** A place that can be asked for the same place at another path of the scheme. */
export type Movable = Place & { at(path: string): Place }

/** Lowers a rule: its kind first, then its modifiers from the innermost outwards. */
export function lowerRule(rule: Rule, at: Movable, vocabulary: Vocabulary): Lowered {
  const kind = vocabulary.kinds.get(rule.kind)
  if (kind === undefined)
    throw new Fault(rule.path, same(rule.kind), {
      zh: '应是已有的计分方式',
      en: 'expected a kind of rule there is',
    })
  return rule.modifiers.reduce<Lowered>(
    (lowered, applied) => {
      const modifier = vocabulary.modifiers.get(applied.modifier)
      if (modifier === undefined)
        throw new Fault(rule.path, same(applied.modifier), {
          zh: '应是已有的修饰',
          en: 'expected a modifier there is',
        })
      return modifier.modify(lowered, applied.params, at.at(`${rule.path}/${modifier.keyword}`))
    },
    kind.lower(rule.params, at.at(`${rule.path}/${kind.keyword}`)),
  )
}

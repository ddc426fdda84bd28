import type { NodeId } from '../../core/index.ts'
import type { Expr } from '../../model/index.ts'
import { int } from '../../number/index.ts'
import { optional, text } from '../../shape/index.ts'
import type { Place, Segment, Telling } from '../kind.ts'
import { casesOf, tellCases } from './cases.ts'

/** Points with their sign, as a segment. */
export function signedPoints(points: NodeId): Segment {
  return { value: points, unit: '分', signed: true }
}

/** The value of an expression: a word where it is a choice, a figure with its unit where it is not. */
export function valueOf(at: Place, e: Expr): Segment {
  const words = at.wordsOf(e)
  const value = at.expr(e)
  if (words === undefined) return { value, unit: at.unitOf(e) }
  const cases = casesOf(
    words,
    words.map((word) => [word, word] as const),
  )
  return tellCases(value, cases, ({ label }) => [label])
}

/** 称: a name for a measure or a condition whose formula reads badly. */
export const calledField = optional('称', text, '怎样称呼所量的数或条件；不写就照算式说')

/** `第3期参学率 96%`: the name of a measure and its value. */
export function measured(at: Place, e: Expr, called?: string): Telling {
  return [`${called ?? at.say(e)} `, valueOf(at, e)]
}

/** A target: the figure that is written, or the name and the value of what is measured. */
export function targetOf(at: Place, e: Expr): Telling {
  return e.expr === 'number' ? [at.say(e)] : measured(at, e)
}

/** That a part of a target or of others counts as the whole of it where it is more: 封顶. */
export function tellBeyond(beyond: NodeId): Segment {
  return whether(beyond, ['，超过100%，按100%计'], [], [])
}

function truth(value: 0 | 1) {
  const at = int(value)
  return { from: at, fromInclusive: true, to: at, toInclusive: true }
}

/** One sentence where a truth value holds, another where it does not, and what is said while nobody knows. */
export function whether(of: NodeId, yes: Telling, no: Telling, unknown?: Telling): Segment {
  return {
    ...(unknown === undefined ? {} : { unknown }),
    by: of,
    cases: [
      { piece: truth(1), say: yes },
      { piece: truth(0), say: no },
    ],
  }
}

/** Parts of a sentence with a mark between them. */
export function joined(parts: readonly Telling[], mark: string): Telling {
  return parts.flatMap((part, i) => (i === 0 ? part : [mark, ...part]))
}

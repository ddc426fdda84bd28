import type { PartProgram } from '../../compile/index.ts'
import type { Scheme } from '../../model/index.ts'
import { partAbsent, partName, partWithin, uncountedPart } from '../../proof/prove.ts'
import { DEDUCTED, partTitle } from '../../proof/story.ts'
import {
  ABSENT,
  type Summand,
  absentTail,
  heldBy,
  isTold,
  partTail,
  sayFormula,
  sayInner,
  sayMade,
  sayTogether,
  startOf,
} from '../../proof/together.ts'
import { writeEnd } from '../../proof/write.ts'
import type { Plan } from '../plan.ts'
import { type Phrase, literal, restsOfAll } from './phrase.ts'
import type { Row } from './read.ts'
import type { Wording } from './words.ts'

export const POINTS = { unit: '分' }
/** What a bonus or penalty part says when there is none. */
const NOTHING = '0分'

/** The total, and the lines that say how the parts make it, for a row. */
export interface Together {
  readonly total: Phrase
  readonly lines: readonly Phrase[]
}

// A source or a category: its points, or that it does not apply.
function partWords(part: PartProgram, scheme: Scheme, wording: Wording): Phrase | undefined {
  const points = wording.figure(part.points, POINTS)
  const applies = wording.truth(part.applies)
  if (points === undefined || applies === undefined) return undefined
  const weight = writeEnd(part.declared?.weight ?? null)
  const within = partWithin(part, scheme)
  const title = partTitle(partName(part))
  const made = formulaOf(part, wording, sayMade)
  const full = writeEnd(part.full ?? null)
  const limits = part.limits.length === 0 ? {} : { limits: part.limits }
  const tail = partTail({ full, weight, within, ...uncountedPart(part), ...limits })
  const absent = absentTail({ weight, within, absent: partAbsent(part, scheme) })
  if (made === undefined) return undefined
  const words = wording.together([literal(title), made, points, literal(tail)])
  if (wording.always(part.applies)) return words
  const of = (row: Row) => (applies.of(row) === 0 ? `${title}${ABSENT}${absent}` : words.of(row))
  return { of, rests: applies.rests.union(words.rests) }
}

// How the points of a part came about, as it is said beside them.
function formulaOf(
  { formula }: PartProgram,
  wording: Wording,
  beside: (formula: string) => string,
): Phrase | undefined {
  if (formula.length === 0) return literal('')
  const told = wording.telling(formula)
  return told && { of: (row) => beside(sayFormula(told.of(row))), rests: told.rests }
}

interface Sum {
  readonly name: string
  readonly words: Phrase
  readonly always: boolean
}

function sumsOf(plan: Plan, wording: Wording): readonly Sum[] | undefined {
  const { parts, deducted } = plan.program
  const sums = parts
    .filter((p) => p.declared === undefined)
    .map((p) => ({
      name: partName(p),
      node: p.points,
      always: isTold(p.kind, true),
      made: formulaOf(p, wording, sayInner),
    }))
  if (deducted !== undefined)
    sums.push({ name: DEDUCTED, node: deducted, always: false, made: literal('') })
  const found = sums.flatMap(({ node, made, ...sum }) => {
    const points = wording.figure(node, POINTS)
    if (points === undefined || made === undefined) return []
    return [{ ...sum, words: wording.together([points, made]) }]
  })
  return found.length === sums.length ? found : undefined
}

function tellWhole(scheme: Scheme, sums: readonly Sum[], total: Phrase): Phrase {
  const [start, held] = [startOf(scheme), heldBy(scheme)]
  const of = (row: Row): string => {
    const summands: Summand[] = []
    for (const { name, words, always } of sums) {
      const said = words.of(row)
      if (always || said !== NOTHING) summands.push([name, said])
    }
    return sayTogether(start, summands, held, total.of(row))
  }
  return { of, rests: restsOfAll([total, ...sums.map((s) => s.words)]) }
}

/** How the parts make the total; undefined where one of them is computed exactly. */
export function togetherOf(plan: Plan, wording: Wording): Together | undefined {
  const { scheme } = plan.program
  const total = plan.total && wording.figure(plan.program.total, POINTS)
  const sums = sumsOf(plan, wording)
  const declared = plan.program.parts.filter((p) => p.declared !== undefined)
  const words = declared.map((p) => partWords(p, scheme, wording))
  if (!total || !sums || !words.every((w) => w !== undefined)) return undefined
  return { total, lines: [...words, tellWhole(scheme, sums, total)] }
}

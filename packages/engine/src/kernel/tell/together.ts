import type { PartProgram } from '../../compile/index.ts'
import type { NodeId } from '../../core/index.ts'
import type { StoryLine } from '../../proof/line.ts'
import { partAbsent, partName, partWithin } from '../../proof/prove.ts'
import { DEDUCTED, partTitle } from '../../proof/story.ts'
import {
  ABSENT,
  type Summand,
  absentTail,
  heldBy,
  isTold,
  partTail,
  sayTogether,
  startOf,
} from '../../proof/together.ts'
import { writeEnd } from '../../proof/write.ts'
import type { Kernel } from '../kernel.ts'
import { type Phrase, joined, literal } from './memory.ts'
import { type Read, readOf } from './read.ts'
import type { Wording } from './words.ts'

type Words = Phrase['words']

export const POINTS = { unit: '分' }
/** What a bonus or penalty part says when there is none. */
const NOTHING = '0分'

/** The lines that say how the parts make the total, for one row. */
export interface Together {
  readonly total: Words
  parts(base: number, row: number): readonly StoryLine[]
  whole(base: number, row: number): StoryLine
}

/** Reads a truth of the row at hand; undefined where the kernel does not hold it. */
export function readTruth(id: NodeId, kernel: Kernel): Read | undefined {
  const truth = kernel.plan.lowering.lower(id)
  return truth === undefined || truth.by !== undefined ? undefined : readOf(truth.int, kernel.store)
}

// A source or a category: its points, or that it does not apply.
function partWords(part: PartProgram, kernel: Kernel, wording: Wording): Words | undefined {
  const points = wording.figure(part.points, POINTS)
  const applies = readTruth(part.applies, kernel)
  if (points === undefined || applies === undefined) return undefined
  const { scheme } = kernel.plan.program
  const weight = writeEnd(part.declared?.weight ?? null)
  const within = partWithin(part, scheme)
  const title = partTitle(partName(part))
  const tail = partTail({ full: writeEnd(part.full ?? null), weight, within })
  const absent = absentTail({ weight, within, absent: partAbsent(part, scheme) })
  const { words } = joined([literal(title), points, literal(tail)])
  return (base, row) => (applies(base, row) === 0 ? `${title}${ABSENT}${absent}` : words(base, row))
}

interface Sum {
  readonly name: string
  readonly words: Words
  readonly always: boolean
}

function sumsOf({ plan }: Kernel, wording: Wording): readonly Sum[] | undefined {
  const { parts, deducted } = plan.program
  const sums = parts
    .filter((p) => p.declared === undefined)
    .map((p) => ({ name: partName(p), node: p.points, always: isTold(p.kind, true) }))
  if (deducted !== undefined) sums.push({ name: DEDUCTED, node: deducted, always: false })
  const found = sums.flatMap(({ node, ...sum }) => {
    const words = wording.figure(node, POINTS)?.words
    return words === undefined ? [] : [{ ...sum, words }]
  })
  return found.length === sums.length ? found : undefined
}

function tellWhole(kernel: Kernel, sums: readonly Sum[], total: Words): Words {
  const { scheme } = kernel.plan.program
  const [start, held] = [startOf(scheme), heldBy(scheme)]
  return (base, row) => {
    const summands = sums
      .map(({ name, words, always }) => ({ name, said: words(base, row), always }))
      .filter(({ said, always }) => always || said !== NOTHING)
      .map(({ name, said }): Summand => [name, said])
    return sayTogether(start, summands, held, total(base, row))
  }
}

/** How the parts make the total; undefined where one of them is computed exactly. */
export function togetherOf(kernel: Kernel, wording: Wording): Together | undefined {
  const { plan } = kernel
  const total = plan.total && wording.figure(plan.program.total, POINTS)?.words
  const sums = sumsOf(kernel, wording)
  const declared = plan.program.parts.filter((p) => p.declared !== undefined)
  const words = declared.map((p) => partWords(p, kernel, wording))
  if (!total || !sums || !words.every((w) => w !== undefined)) return undefined
  const whole = tellWhole(kernel, sums, total)
  return {
    total,
    parts: (base, row) => words.map((said) => ({ depth: 1, text: said(base, row) })),
    whole: (base, row) => ({ depth: 1, text: whole(base, row) }),
  }
}

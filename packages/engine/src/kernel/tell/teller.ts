import type { ItemProgram, PartProgram } from '../../compile/index.ts'
import type { Lowered } from '../../kinds/kind.ts'
import { partName } from '../../proof/prove.ts'
import {
  POINTLESS,
  type StoryLine,
  UNTOLD,
  isTold,
  itemTitle,
  partTail,
  unitHead,
} from '../../proof/story.ts'
import { writeEnd } from '../../proof/write.ts'
import type { Kernel } from '../kernel.ts'
import { type Phrase, literal } from './memory.ts'
import { Wording } from './words.ts'

type Words = Phrase['words']

interface Sentence {
  readonly depth: number
  readonly told: Phrase
  /** Whether it says something of every unit. */
  readonly certain: boolean
}

interface ItemWords {
  /** The first line, up to the first sentence of the rule. */
  readonly head: Words
  /** The sentences that follow; the first that says something is part of the first line. */
  readonly told: readonly (Sentence & { readonly words: Words })[]
  /** Whether the first sentence is in the head already. */
  readonly begun: boolean
}

/** All sentences of a rule, flat; undefined where one cannot be told from the kernel's columns. */
function sentencesOf(rule: Lowered, wording: Wording, depth = 0): Sentence[] | undefined {
  const told = wording.telling(rule.told)
  if (told === undefined) return undefined
  const certain = rule.told.some((segment) => typeof segment === 'string' && segment !== '')
  const all: Sentence[] = [{ depth, told, certain }]
  for (const part of rule.parts) {
    const inner = sentencesOf(part, wording, depth + 1)
    if (inner === undefined) return undefined
    all.push(...inner)
  }
  return all
}

const POINTS = { unit: '分' }

// The figure, or why there is none.
function pointsOf(item: ItemProgram, kernel: Kernel, wording: Wording): Phrase | undefined {
  const only = POINTLESS['target-only'] ?? ''
  const figure = item.targetOnly ? literal(only) : wording.figure(item.points, POINTS)
  const applies = kernel.plan.lowering.lower(item.applies)
  if (figure === undefined || applies === undefined || applies.by !== undefined) return undefined
  return wording.unless(applies.int, figure, POINTLESS['not-applicable'] ?? '')
}

function itemWords(item: ItemProgram, kernel: Kernel, wording: Wording): ItemWords | undefined {
  const points = pointsOf(item, kernel, wording)
  const told = item.lowered && sentencesOf(item.lowered, wording)
  if (points === undefined || told === undefined) return undefined
  const { name, clause = null, full } = item.item
  const title = itemTitle({ name, clause, full: writeEnd(full ?? null) })
  const [first, ...rest] = told
  const begun = first?.certain === true
  const start = [literal(title), points, literal('。'), ...(begun ? [first.told] : [])]
  const following = (begun ? rest : told).map((s) => ({ ...s, words: s.told.words }))
  return { head: wording.together(start).words, told: following, begun }
}

interface PartWords {
  readonly kind: PartProgram['kind']
  readonly title: string
  readonly points: Words
  readonly tail: string
}

/** What a bonus or penalty part says when there is none. */
const NOTHING = '0分'

function partWords(part: PartProgram, wording: Wording): PartWords | undefined {
  const points = wording.figure(part.points, POINTS)?.words
  const full = writeEnd(part.full ?? null)
  const tail = partTail({ full, weight: writeEnd(part.declared?.weight ?? null) })
  return points && { kind: part.kind, title: `${partName(part)}合计 `, points, tail }
}

/** Explains single units of a scored kernel, when somebody asks: nothing is kept for it while scoring. */
export class Teller {
  readonly #kernel: Kernel
  readonly #items: readonly ItemWords[]
  readonly #parts: readonly PartWords[]
  readonly #total: Words

  constructor(
    kernel: Kernel,
    items: readonly ItemWords[],
    parts: readonly PartWords[],
    total: Words,
  ) {
    this.#kernel = kernel
    this.#items = items
    this.#parts = parts
    this.#total = total
  }

  /** The lines that `tellProof` writes for the same unit at depth 2. */
  tell(unit: number, name: string): readonly StoryLine[] {
    const { base, row } = this.#kernel.store.locate(unit)
    const lines: StoryLine[] = [{ depth: 0, text: unitHead(name, this.#total(base, row)) }]
    for (const item of this.#items) tellItem(item, base, row, lines)
    for (const { kind, title, points, tail } of this.#parts) {
      const said = points(base, row)
      if (isTold(kind, said === NOTHING)) lines.push({ depth: 1, text: `${title}${said}${tail}` })
    }
    return lines
  }
}

function tellItem({ head, told, begun }: ItemWords, base: number, row: number, to: StoryLine[]) {
  const at = to.length
  let first = begun ? '' : undefined
  to.push({ depth: 1, text: head(base, row) })
  for (const { depth, words } of told) {
    const text = words(base, row)
    if (text === '') continue
    if (first === undefined) first = text
    else to.push({ depth: 1 + depth, text })
  }
  if (!begun) to[at] = { depth: 1, text: `${head(base, row)}${first ?? UNTOLD}` }
}

/**
 * The teller of a scored kernel; undefined where an item or the total is computed exactly, or an item
 * speaks of what the kernel does not hold: then proofs of the exact evaluator tell it.
 */
export function tellerOf(kernel: Kernel): Teller | undefined {
  const { program } = kernel.plan
  const wording = new Wording(kernel.plan, kernel.store)
  const total = kernel.plan.total && wording.figure(program.total, POINTS)?.words
  const { items: fit, parts: fitting } = kernel.plan
  const items = program.items.map((item) =>
    fit.has(item.item.id) ? itemWords(item, kernel, wording) : undefined,
  )
  const parts = program.parts.map((part, k) => fitting[k] && partWords(part, wording))
  const told = items.every((i) => i !== undefined) && parts.every((p) => p !== undefined)
  return total && told ? new Teller(kernel, items, parts, total) : undefined
}

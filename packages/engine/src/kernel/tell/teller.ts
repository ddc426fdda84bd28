import type { ItemProgram } from '../../compile/index.ts'
import type { Lowered } from '../../kinds/kind.ts'
import type { StoryLine } from '../../proof/line.ts'
import { NOT_FOR_THESE, POINTLESS, UNTOLD, itemTitle, unitHead, whyNot } from '../../proof/story.ts'
import { writeEnd } from '../../proof/write.ts'
import type { Kernel } from '../kernel.ts'
import { type Phrase, literal } from './memory.ts'
import type { Read } from './read.ts'
import { POINTS, type Together, readTruth, togetherOf } from './together.ts'
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
  /** The first line where the item does not apply, and which rows those are. */
  readonly without: string
  readonly applies: Read
  readonly all: readonly (Sentence & { readonly words: Words })[]
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

// The figure, or why there is none.
function pointsOf(item: ItemProgram, wording: Wording): Phrase | undefined {
  const only = POINTLESS['target-only'] ?? ''
  return item.targetOnly ? literal(only) : wording.figure(item.points, POINTS)
}

function itemWords(item: ItemProgram, kernel: Kernel, wording: Wording): ItemWords | undefined {
  const points = pointsOf(item, wording)
  const told = item.lowered && sentencesOf(item.lowered, wording)
  const applies = readTruth(item.applies, kernel)
  if (points === undefined || told === undefined || applies === undefined) return undefined
  const { name, clause = null, full } = item.item
  const title = itemTitle({ name, clause, full: writeEnd(full ?? null) })
  const [first] = told
  const begun = first?.certain === true
  const start = [literal(title), points, literal('。'), ...(begun ? [first.told] : [])]
  const all = told.map((s) => ({ ...s, words: s.told.words }))
  const head = wording.together(start).words
  const without = `${title}${POINTLESS['not-applicable']}。`
  return { head, told: begun ? all.slice(1) : all, begun, without, applies, all }
}

/** Explains single units of a scored kernel, when somebody asks: nothing is kept for it while scoring. */
export class Teller {
  readonly #kernel: Kernel
  readonly #items: readonly ItemWords[]
  readonly #together: Together

  constructor(kernel: Kernel, items: readonly ItemWords[], together: Together) {
    this.#kernel = kernel
    this.#items = items
    this.#together = together
  }

  /** The lines that `tellProof` writes for the same unit at depth 2. */
  tell(unit: number, name: string): readonly StoryLine[] {
    const { base, row } = this.#kernel.store.locate(unit)
    const total = this.#together.total(base, row)
    const lines: StoryLine[] = [{ depth: 0, text: unitHead(name, total) }]
    for (const item of this.#items) tellItem(item, base, row, lines)
    lines.push(...this.#together.parts(base, row), this.#together.whole(base, row))
    return lines
  }
}

// Of an item that does not apply only what says why is told.
function tellWithout({ without, all }: ItemWords, base: number, row: number, to: StoryLine[]) {
  const told = all
    .map(({ depth, words }) => ({ depth, text: words(base, row) }))
    .filter(({ text }) => whyNot(text))
  const [first, ...rest] = told
  to.push({ depth: 1, text: `${without}${first?.text ?? NOT_FOR_THESE}` })
  to.push(...rest.map(({ depth, text }) => ({ depth: 1 + depth, text })))
}

function tellItem(item: ItemWords, base: number, row: number, to: StoryLine[]) {
  if (item.applies(base, row) === 0) return tellWithout(item, base, row, to)
  const { head, told, begun } = item
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
  const together = togetherOf(kernel, wording)
  const items = program.items.map((item) =>
    kernel.plan.items.has(item.item.id) ? itemWords(item, kernel, wording) : undefined,
  )
  const told = items.every((i) => i !== undefined)
  return together && told ? new Teller(kernel, items, together) : undefined
}

import type { ItemProgram } from '../../compile/index.ts'
import type { Lowered } from '../../kinds/kind.ts'
import type { StoryLine } from '../../proof/line.ts'
import type { Item } from '../../model/index.ts'
import { POINTLESS, UNTOLD, itemTitle, sayNotApplicable, unitHead } from '../../proof/story.ts'
import { sayExempt } from '../../proof/together.ts'
import { FACT_ABSENT, NOT_FOR_THESE } from '../../proof/why-not.ts'
import { writeEnd } from '../../proof/write.ts'
import type { Kernel } from '../kernel.ts'
import { type Made, type Phrase, literal, restsOfAll } from './memory.ts'
import { type Row, gather } from './read.ts'
import { POINTS, type Together, togetherOf } from './together.ts'
import { Wording } from './words.ts'

interface Sentence {
  readonly depth: number
  readonly told: Phrase
  /** Whether it says something of every unit. */
  readonly certain: boolean
  /** Whether it says why the rule leaves the unit out. */
  readonly whyNot: Made<boolean>
}

type Lines = (row: Row) => readonly StoryLine[]

/** An item told of a row: line by line, or as they are printed. */
interface ItemTold {
  readonly lines: Lines
  readonly text: Phrase
}

/** What stands before a line where it is printed: each deeper one further in. */
const before = (depth: number): string => `\n${'  '.repeat(depth)}`

function printed(lines: readonly StoryLine[]): string {
  let all = ''
  for (const { depth, text } of lines) all += before(depth) + text
  return all
}

/** All sentences of a rule, flat; undefined where one cannot be told from the kernel's columns. */
function sentencesOf(rule: Lowered, wording: Wording, depth = 0): Sentence[] | undefined {
  const told = wording.telling(rule.told)
  const whyNot = wording.whyNot(rule.told)
  if (told === undefined || whyNot === undefined) return undefined
  const certain = rule.told.some((segment) => typeof segment === 'string' && segment !== '')
  const all: Sentence[] = [{ depth, told, certain, whyNot }]
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

// A sentence as a line of its own, and printed; null where it says nothing.
function lineOf({ depth, told }: Sentence, wording: Wording): Made<StoryLine | null> {
  const of = (row: Row): StoryLine | null => {
    const text = told.of(row)
    return text === '' ? null : { depth: 1 + depth, text }
  }
  return wording.remembered({ of, rests: told.rests })
}

function printedOf({ depth, told }: Sentence, wording: Wording): Phrase {
  const start = before(1 + depth)
  const of = (row: Row): string => {
    const text = told.of(row)
    return text === '' ? '' : start + text
  }
  return wording.remembered({ of, rests: told.rests })
}

// The first line has the item's first sentence in it; where that may say nothing, the next one that does not.
function within(title: Phrase, told: readonly Sentence[], wording: Wording): ItemTold {
  const [first, ...rest] = told
  const begun = first?.certain === true
  const head = wording.together([title, ...(begun ? [first.told] : [])])
  const below = (begun ? rest : told).map((s) => lineOf(s, wording))
  const lines = (row: Row): readonly StoryLine[] => {
    const text = head.of(row)
    const said = below.map((line) => line.of(row)).filter((line) => line !== null)
    if (begun) return [{ depth: 1, text }, ...said]
    const [next, ...others] = said
    return [{ depth: 1, text: `${text}${next?.text ?? UNTOLD}` }, ...others]
  }
  if (begun) {
    const all = [literal(before(1)), head, ...rest.map((s) => printedOf(s, wording))]
    return { lines, text: wording.together(all) }
  }
  const rests = restsOfAll([head, ...below])
  return { lines, text: wording.remembered({ of: (row) => printed(lines(row)), rests }) }
}

// Of an item that does not apply only what says why is told.
function linesWithout(
  item: Item,
  title: string,
  told: readonly Sentence[],
  onSheet: Made<number>,
): Lines {
  const without = `${title}${sayNotApplicable(sayExempt(item))}。`
  return (row) => {
    const said = told
      .filter(({ whyNot }) => whyNot.of(row))
      .map((s): StoryLine => ({ depth: 1 + s.depth, text: s.told.of(row) }))
    const [first, ...rest] = said
    const silent = onSheet.of(row) === 0 ? FACT_ABSENT : NOT_FOR_THESE
    return [{ depth: 1, text: `${without}${first?.text ?? silent}` }, ...rest]
  }
}

function tellItem(item: ItemProgram, wording: Wording): ItemTold | undefined {
  const points = pointsOf(item, wording)
  const told = item.lowered && sentencesOf(item.lowered, wording)
  const applies = wording.truth(item.applies)
  const onSheet = wording.truth(item.appliesOnSheet)
  if (points === undefined || told === undefined || applies === undefined || !onSheet)
    return undefined
  const { name, clause = null, full, counts } = item.item
  const uncounted = counts === false ? { counts } : {}
  const title = itemTitle({ name, clause, full: writeEnd(full ?? null), ...uncounted })
  const start = wording.together([literal(title), points, literal('。')])
  const { lines, text } = within(start, told, wording)
  const without = linesWithout(item.item, title, told, onSheet)
  return {
    lines: (row) => (applies.of(row) === 0 ? without(row) : lines(row)),
    text: wording.remembered({
      of: (row) => (applies.of(row) === 0 ? printed(without(row)) : text.of(row)),
      rests: applies.rests.union(onSheet.rests).union(text.rests),
    }),
  }
}

/** Explains single units of a scored kernel, when somebody asks: nothing is kept for it while scoring. */
export class Teller {
  readonly #kernel: Kernel
  readonly #items: readonly ItemTold[]
  readonly #together: Together
  readonly #row: Row

  constructor(kernel: Kernel, items: readonly ItemTold[], together: Together) {
    this.#kernel = kernel
    this.#items = items
    this.#together = together
    this.#row = new Int32Array(kernel.layout.places.length)
  }

  /** The lines that `tellProof` writes for the same unit at depth 2. */
  tell(unit: number, name: string): readonly StoryLine[] {
    const row = gather(this.#kernel.store, unit, this.#row)
    const lines = [{ depth: 0, text: unitHead(name, this.#together.total(row)) }]
    for (const item of this.#items) lines.push(...item.lines(row))
    lines.push(...this.#together.lines(row))
    return lines
  }

  /** The same as one text, two spaces further in for each depth. */
  text(unit: number, name: string): string {
    const row = gather(this.#kernel.store, unit, this.#row)
    let all = unitHead(name, this.#together.total(row))
    for (const item of this.#items) all += item.text.of(row)
    return all + printed(this.#together.lines(row))
  }
}

/**
 * The teller of a scored kernel; undefined where an item or the total is computed exactly, or an item
 * speaks of what the kernel does not hold: then proofs of the exact evaluator tell it.
 */
export function tellerOf(kernel: Kernel): Teller | undefined {
  const { plan } = kernel
  const wording = new Wording(plan)
  const together = togetherOf(plan, wording)
  const items = plan.program.items.map((item) =>
    plan.items.has(item.item.id) ? tellItem(item, wording) : undefined,
  )
  const told = items.every((i) => i !== undefined)
  return together && told ? new Teller(kernel, items, together) : undefined
}

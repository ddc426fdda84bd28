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
import { type Read, readOf } from './read.ts'
import { Wording, type Words } from './words.ts'

interface Sentence {
  readonly depth: number
  readonly words: Words
}

interface ItemWords {
  readonly title: string
  /** What is said of the points: the figure, or why there is none. */
  readonly points: Words
  readonly told: readonly Sentence[]
}

/** All sentences of a rule, flat; undefined where one cannot be told from the kernel's columns. */
function sentencesOf(rule: Lowered, wording: Wording, depth = 0): Sentence[] | undefined {
  const words = wording.telling(rule.told)
  if (words === undefined) return undefined
  const all: Sentence[] = [{ depth, words }]
  for (const part of rule.parts) {
    const inner = sentencesOf(part, wording, depth + 1)
    if (inner === undefined) return undefined
    all.push(...inner)
  }
  return all
}

const POINTS = { unit: '分' }

function pointsOf(item: ItemProgram, wording: Wording, applies: Read): Words | undefined {
  const [none, only] = [POINTLESS['not-applicable'] ?? '', POINTLESS['target-only'] ?? '']
  const figure = item.targetOnly ? () => only : wording.figure(item.points, POINTS)
  return figure && ((base, row) => (applies(base, row) === 0 ? none : figure(base, row)))
}

function itemWords(item: ItemProgram, kernel: Kernel, wording: Wording): ItemWords | undefined {
  const applies = kernel.plan.lowering.lower(item.applies)
  if (applies === undefined || applies.by !== undefined || item.lowered === undefined)
    return undefined
  const points = pointsOf(item, wording, readOf(applies.int, kernel.store))
  const told = sentencesOf(item.lowered, wording)
  if (points === undefined || told === undefined) return undefined
  const { name, clause = null, full } = item.item
  const title = itemTitle({ name, clause, full: writeEnd(full ?? null) })
  return { title, points, told }
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
  const points = wording.figure(part.points, POINTS)
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

function tellItem({ title, points, told }: ItemWords, base: number, row: number, to: StoryLine[]) {
  const head = to.length
  let first: string | undefined
  to.push({ depth: 1, text: '' })
  for (const { depth, words } of told) {
    const text = words(base, row)
    if (text === '') continue
    if (first === undefined) first = text
    else to.push({ depth: 1 + depth, text })
  }
  to[head] = { depth: 1, text: `${title}${points(base, row)}。${first ?? UNTOLD}` }
}

/**
 * The teller of a scored kernel; undefined where an item or the total is computed exactly, or an item
 * speaks of what the kernel does not hold: then proofs of the exact evaluator tell it.
 */
export function tellerOf(kernel: Kernel): Teller | undefined {
  const { program } = kernel.plan
  const wording = new Wording(kernel.plan, kernel.store)
  const total = kernel.plan.total && wording.figure(program.total, POINTS)
  const { items: fit, parts: fitting } = kernel.plan
  const items = program.items.map((item) =>
    fit.has(item.item.id) ? itemWords(item, kernel, wording) : undefined,
  )
  const parts = program.parts.map((part, k) => fitting[k] && partWords(part, wording))
  const told = items.every((i) => i !== undefined) && parts.every((p) => p !== undefined)
  return total && told ? new Teller(kernel, items, parts, total) : undefined
}

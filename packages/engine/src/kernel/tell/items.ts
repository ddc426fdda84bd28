import type { ItemProgram } from '../../compile/index.ts'
import type { Lowered, Telling } from '../../kinds/kind.ts'
import { type Item, sayRounding } from '../../model/index.ts'
import type { StoryLine } from '../../proof/line.ts'
import { POINTLESS, UNTOLD, itemTitle, sayNotApplicable, sayRounded } from '../../proof/story.ts'
import { sayExempt } from '../../proof/together.ts'
import { FACT_ABSENT, NOT_FOR_THESE } from '../../proof/why-not.ts'
import { writeEnd } from '../../proof/write.ts'
import { type Made, type Phrase, literal, partsOf, restsOfAll } from './phrase.ts'
import type { Row } from './read.ts'
import { POINTS } from './together.ts'
import type { Wording } from './words.ts'

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
export interface ItemTold {
  readonly lines: Lines
  readonly text: Phrase
}

/** What stands before a line where it is printed: each deeper one further in. */
export const before = (depth: number): string => `\n${'  '.repeat(depth)}`

function printed(lines: readonly StoryLine[]): string {
  let all = ''
  for (const { depth, text } of lines) all += before(depth) + text
  return all
}

// Whether a telling says something of every unit. Where no case holds, that is said.
function isCertain(told: Telling): boolean {
  return told.some((segment) => {
    if (typeof segment === 'string') return segment !== ''
    if ('absent' in segment) return segment.absent !== ''
    if ('value' in segment) return true
    const { cases, unknown } = segment
    return (unknown === undefined || isCertain(unknown)) && cases.every((c) => isCertain(c.say))
  })
}

/** All sentences of a rule, flat; undefined where one cannot be told from the kernel's columns. */
function sentencesOf(rule: Lowered, wording: Wording, depth = 0): Sentence[] | undefined {
  const told = wording.telling(rule.told)
  const whyNot = wording.whyNot(rule.told)
  if (told === undefined || whyNot === undefined) return undefined
  const certain = isCertain(rule.told)
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

function printedOf({ depth, told, certain }: Sentence, wording: Wording): Phrase {
  const start = before(1 + depth)
  if (certain) return wording.together([literal(start), told])
  const of = (row: Row): string => {
    const text = told.of(row)
    return text === '' ? '' : start + text
  }
  return wording.remembered({ of, rests: told.rests })
}

// As it is printed where the first sentence may say nothing: the next that does not follows the head.
function printedWithin(head: Phrase, told: readonly Sentence[]): Phrase {
  const start = before(1)
  const parts = told.map((s) => ({ start: before(1 + s.depth), of: s.told.of }))
  const of = (row: Row): string => {
    let all = ''
    for (const part of parts) {
      const text = part.of(row)
      if (text !== '') all += all === '' ? text : part.start + text
    }
    return `${start}${head.of(row)}${all === '' ? UNTOLD : all}`
  }
  return { of, rests: restsOfAll([head, ...told.map((s) => s.told)]) }
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
  return { lines, text: wording.remembered(printedWithin(head, told)) }
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

/** An item as it is told of every unit; undefined where it speaks of what the kernel does not hold. */
export function tellItem(item: ItemProgram, wording: Wording): ItemTold | undefined {
  const points = pointsOf(item, wording)
  const told = item.lowered && sentencesOf(item.lowered, wording)
  const applies = wording.truth(item.applies)
  const onSheet = wording.truth(item.appliesOnSheet)
  if (points === undefined || told === undefined || applies === undefined || !onSheet)
    return undefined
  const { name, clause = null, full, counts } = item.item
  const uncounted = counts === false ? { counts } : {}
  const title = itemTitle({ name, clause, full: writeEnd(full ?? null), ...uncounted })
  const rounded =
    item.item.rounding && !item.targetOnly ? sayRounding(item.item.rounding) : undefined
  const end = literal(`${sayRounded(rounded)}。`)
  const start = wording.together([literal(title), points, end])
  const { lines, text } = within(start, told, wording)
  if (wording.always(item.applies)) return { lines, text }
  const without = linesWithout(item.item, title, told, onSheet)
  const rests = restsOfAll([applies, onSheet, ...told.flatMap((s) => [s.told, s.whyNot])])
  const silent = { of: (row: Row) => (applies.of(row) === 0 ? printed(without(row)) : ''), rests }
  return {
    lines: (row) => (applies.of(row) === 0 ? without(row) : lines(row)),
    text: wording.together([silent, ...partsOf(text).map((p) => where(applies, p))]),
  }
}

// A phrase of what applies, which says nothing elsewhere.
function where(applies: Made<number>, { of, rests }: Phrase): Phrase {
  return {
    of: (row) => (applies.of(row) === 0 ? '' : of(row)),
    rests: rests.union(applies.rests),
  }
}

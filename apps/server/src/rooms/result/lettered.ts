import { judgedItems } from '@kaohe/documents'
import type { FactEntry, Program } from '@kaohe/engine'
import { readTypedMark } from '@kaohe/intake'
import type { Content, ContentLetter } from '@kaohe/storage'

type Lettered = Pick<Content, 'letters'>

function marksOf(letter: ContentLetter, { scheme }: Program): FactEntry[] {
  const judged = new Map(judgedItems(scheme).map((one) => [one.id, one]))
  return letter.marks.flatMap(({ item, text, reason }): FactEntry[] => {
    const asked = judged.get(item)
    const typed = asked && readTypedMark(text, asked, scheme)
    if (typed === undefined || !('value' in typed)) return []
    const { unit, party: evaluator, at } = letter
    const mark = { unit, fact: `mark:${item}`, period: null, value: typed.value, evaluator, at }
    // The party gave it, whoever typed it.
    return [{ ...mark, by: evaluator, ...(reason !== null && { reason }) }]
  })
}

/** Marks that leaders gave by letter, as the engine takes them. A letter without an answer gives none. */
export function letterMarks({ letters = [] }: Lettered, program: Program): FactEntry[] {
  return letters.flatMap((letter) => marksOf(letter, program))
}

/** What leaders wrote of units, beside what departments wrote. */
export function letterOpinions({ letters = [] }: Lettered) {
  return letters.map(({ unit, party, comment }) => ({ unit, party, comment, grade: null }))
}

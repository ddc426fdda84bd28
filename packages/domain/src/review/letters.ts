import { dayNumber, dayOf } from '@kaohe/engine'

/** What decides whether a letter can still be answered; days as 2026-12-25. */
export interface LetterTime {
  readonly dueOn: string
  /** Days after the due day on which an answer is still taken. */
  readonly graceDays: number
  readonly closed: boolean
  readonly withdrawn: boolean
}

/** The last day on which an answer is taken. */
export function lastDayOf({ dueOn, graceDays }: Pick<LetterTime, 'dueOn' | 'graceDays'>): string {
  return dayOf(dayNumber(dueOn) + graceDays)
}

/** Whether a letter can be answered on a day, the last one included. */
export function isAnswerable(letter: LetterTime, today: string): boolean {
  return !letter.closed && !letter.withdrawn && today <= lastDayOf(letter)
}

/** An answer as it was typed: marks by item, and words. */
export interface TypedAnswer {
  readonly marks: readonly {
    readonly item: string
    readonly text: string
    readonly reason: string | null
  }[]
  readonly comment: string
  readonly suggestion: string
}

// Two who copy the same sheet may set blanks and full-width signs differently.
const plain = (text: string): string => text.normalize('NFKC').replaceAll(/\s/gu, '')

/** Where two answers that were typed from one sheet differ; empty when they are the same. */
export function differencesOf(one: TypedAnswer, other: TypedAnswer): readonly string[] {
  const items = [...new Set([...one.marks, ...other.marks].map(({ item }) => item))]
  const markIn = ({ marks }: TypedAnswer, item: string): string => {
    const mark = marks.find((m) => m.item === item)
    return mark === undefined ? '' : plain(`${mark.text}\u0000${mark.reason ?? ''}`)
  }
  const words = (['comment', 'suggestion'] as const).filter(
    (part) => plain(one[part]) !== plain(other[part]),
  )
  return [...items.filter((item) => markIn(one, item) !== markIn(other, item)), ...words]
}

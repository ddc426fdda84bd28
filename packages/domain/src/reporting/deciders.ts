import { compare, equal, type Rational } from '@kaohe/engine'

/** What one subordinate unit said of a datum, as far as a roll-up looks at it. */
export interface Said {
  readonly name: string
  /** A truth, or a number that can be compared; null where the unit has not said. */
  readonly value: boolean | { readonly number: Rational; readonly text: string } | null
}

const MOST_NAMES = 6

function names(all: readonly Said[]): string {
  const shown = all.slice(0, MOST_NAMES).map(({ name }) => name)
  return `${shown.join('、')}${all.length > MOST_NAMES ? ` 等 ${all.length} 个` : ''}`
}

function sayTruths(said: readonly Said[]): string[] {
  const [yes, no] = [true, false].map((truth) => said.filter(({ value }) => value === truth))
  return [
    ...(yes!.length > 0 ? [`是 ${yes!.length} 个`] : []),
    ...(no!.length > 0 ? [`否 ${no!.length} 个（${names(no!)}）`] : []),
  ]
}

function sayEnds(said: readonly Said[]): string[] {
  const known = said.flatMap((one) =>
    one.value !== null && typeof one.value === 'object' ? [{ ...one, at: one.value }] : [],
  )
  const sorted = known.toSorted((a, b) => compare(a.at.number, b.at.number))
  const [first, last] = [sorted[0], sorted.at(-1)]
  if (first === undefined || last === undefined) return []
  const of = (end: typeof first): string =>
    `${end.at.text}（${names(sorted.filter(({ at }) => equal(at.number, end.at.number)))}）`
  return equal(first.at.number, last.at.number)
    ? [`都是 ${first.at.text}`]
    : [`最低 ${of(first)}`, `最高 ${of(last)}`]
}

/** Who decides a roll-up, by name: those who say no, those at the ends, and those who have not said. */
export function sayDeciders(said: readonly Said[]): string {
  const silent = said.filter(({ value }) => value === null)
  const parts = [
    ...sayTruths(said),
    ...sayEnds(said),
    ...(silent.length > 0 ? [`还没有报 ${silent.length} 个（${names(silent)}）`] : []),
  ]
  return parts.join('；')
}

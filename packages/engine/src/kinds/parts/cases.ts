import { oneOf, same } from '../../model/phrase.ts'
import type { NodeId } from '../../core/index.ts'
import type { Expr, Range } from '../../model/index.ts'
import { int } from '../../number/index.ts'
import { either, range, text } from '../../shape/index.ts'
import type { Ask, Complaint, Place, Segment, Telling } from '../kind.ts'
import { type Span, gapsOf, isRest, spanOf } from './spans.ts'
import { sayRange } from './say-range.ts'
import { checkUnit } from './units.ts'

/** The left side of a table: a range of a number, or a word of a choice. */
export type Key = Range | string
export const key = either(range, text)

/** One line of a table as the core sees it. */
export interface Case<T> {
  readonly span: Span
  readonly label: string
  readonly value: T
}

type Row<T> = readonly [Key, T]

function wordOf(of: Key): string {
  return typeof of === 'string' ? of : of.text
}

function exactly(position: number): Span {
  const at = int(position)
  return { from: at, fromInclusive: true, to: at, toInclusive: true }
}

function wordCases<T>(words: readonly string[], rows: readonly Row<T>[]): readonly Case<T>[] {
  const named = new Set(rows.map(([of]) => wordOf(of)))
  return rows.flatMap(([of, value]) => {
    const rest = typeof of !== 'string' && isRest(of) && !words.includes(of.text)
    return words.flatMap((word, position) =>
      word === wordOf(of) || (rest && !named.has(word))
        ? [{ span: exactly(position), label: word, value }]
        : [],
    )
  })
}

function rangeCases<T>(rows: readonly Row<T>[]): readonly Case<T>[] {
  const ranged = rows.filter((row): row is readonly [Range, T] => typeof row[0] !== 'string')
  const gaps = gapsOf(ranged.map(([of]) => of).filter((of) => !isRest(of)))
  return ranged.flatMap(([of, value]) => {
    const spans = isRest(of) ? gaps : [spanOf(of)]
    return spans.map((span) => ({ span, label: sayRange(of), value }))
  })
}

/** The lines of a table over a choice (by its words) or a number (by ranges), 其他 worked out. */
export function casesOf<T>(
  words: readonly string[] | undefined,
  rows: readonly Row<T>[],
): readonly Case<T>[] {
  return words === undefined ? rangeCases(rows) : wordCases(words, rows)
}

/** The node that looks a measure up in the lines of a table. */
export function lookUp<T>(
  at: Place,
  of: NodeId,
  cases: readonly Case<T>[],
  then: (value: T) => NodeId,
): NodeId {
  const pieces = cases.map(({ span, value }) => ({ ...span, then: then(value) }))
  return at.b.piecewise(of, pieces)
}

/** The sentence of the line that holds. */
export function tellCases<T>(
  of: NodeId,
  cases: readonly Case<T>[],
  say: (one: Case<T>) => Telling,
): Segment {
  return { by: of, cases: cases.map((one) => ({ piece: one.span, say: say(one) })) }
}

function checkKey(ask: Ask, measure: Expr, of: Key, path: string): readonly Complaint[] {
  const words = ask.wordsOf(measure)
  const word = wordOf(of)
  if (words === undefined)
    return typeof of === 'string'
      ? [
          {
            path,
            found: same(of),
            expected: {
              zh: '应是数值的范围，如 3次、不足100%、5人及以下',
              en: 'expected a range of figures, such as 3次, 不足100%, 5人及以下',
            },
          },
        ]
      : [of.from, of.to].flatMap((end) => checkUnit(ask, measure, end?.at, path))
  if (words.includes(word) || (typeof of !== 'string' && isRest(of))) return []
  return [{ path, found: same(word), expected: oneOf(words) }]
}

/** Complains of words that the choice does not have, and of ranges in another unit. */
export function checkKeys(
  ask: Ask,
  measure: Expr,
  keys: readonly Key[],
  path: string,
): readonly Complaint[] {
  return keys.flatMap((of, i) => checkKey(ask, measure, of, `${path}[${i}]`))
}

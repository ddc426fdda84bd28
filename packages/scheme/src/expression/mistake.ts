import type { Code } from '../diagnostic/catalogue.ts'
import type { Phrase } from '../diagnostic/diagnostic.ts'
import { lookAlike } from '../diagnostic/lookalike.ts'

/** Something wrong inside one scalar, between two characters of its text. */
export interface Mistake {
  readonly code: Code
  readonly from: number
  readonly to: number
  readonly found: string | Phrase
  readonly expected?: string | Phrase
  readonly detail?: string | Phrase
  readonly nearest?: string | undefined
}

/** What was read from a scalar, or why it could not be. */
export type Parsed<T> = { readonly value: T } | { readonly mistakes: readonly Mistake[] }

export function wrong(...mistakes: Mistake[]): { readonly mistakes: readonly Mistake[] } {
  return { mistakes }
}

export function isWrong<T>(parsed: Parsed<T>): parsed is { readonly mistakes: readonly Mistake[] } {
  return 'mistakes' in parsed
}

/** The first look-alike character of a text as a mistake of its own, so that it is named and not guessed at. */
export function lookAlikeIn(text: string, allowed = ''): Mistake | undefined {
  let at = 0
  for (const character of text) {
    const like = allowed.includes(character) ? undefined : lookAlike(character)
    if (like) {
      const nearest = [...text]
        .map((one) => (allowed.includes(one) ? one : (lookAlike(one)?.plain ?? one)))
        .join('')
        .trim()
      return {
        code: 'look-alike',
        from: at,
        to: at + character.length,
        found: text,
        detail: { zh: like.name, en: like.english },
        expected: like.plain === '' ? '' : `“${like.plain}”`,
        nearest,
      }
    }
    at += character.length
  }
  return undefined
}

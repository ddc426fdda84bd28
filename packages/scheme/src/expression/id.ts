import { lookAlike, plainOf } from '../diagnostic/lookalike.ts'
import { type Parsed, lookAlikeIn, wrong } from './mistake.ts'

const ID = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/

export function isId(text: string): boolean {
  return ID.test(text)
}

const EXPECTED = {
  zh: '小写字母开头、由小写字母和数字组成的词，词间用“-”，如 study-rate',
  en: 'lower-case letters and digits joined by “-”, such as study-rate',
}

function asId(text: string): string | undefined {
  const guess = plainOf(text)
    .toLowerCase()
    .replaceAll(/[\s_.]+/g, '-')
    .replaceAll(/[^a-z0-9-]/g, '')
    .replaceAll(/-+/g, '-')
    .replace(/^[-\d]+|-+$/g, '')
  return isId(guess) ? guess : undefined
}

/** Reads an id: ASCII, lower case, words joined by a hyphen. */
export function parseId(text: string): Parsed<string> {
  if (isId(text)) return { value: text }
  const nearest = asId(text)
  const like = lookAlikeIn(text)
  if (like) return wrong({ ...like, nearest })
  const at = [...text].findIndex(
    (character) => !/[a-z0-9-]/.test(character) || lookAlike(character),
  )
  return wrong({
    code: 'bad-id',
    from: Math.max(0, at),
    to: text.length,
    found: text,
    expected: EXPECTED,
    nearest,
  })
}

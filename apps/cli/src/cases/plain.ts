import { type Source, nearestWord, placeOf } from '@kaohe/scheme'
import type { Words } from '../refusal.ts'
import { CaseFault } from './fault.ts'

/** YAML as plain values: texts, lists and records; keys keep their order. */
export type Plain = string | readonly Plain[] | { readonly [key: string]: Plain }
export type PlainRecord = { readonly [key: string]: Plain }

// What was written at a list or record; values made here have no place.
const written = new WeakMap<object, Source>()

export function plainOf(source: Source): Plain {
  if (source.is === 'scalar') return source.text
  const value =
    source.is === 'sequence'
      ? source.items.map(plainOf)
      : Object.fromEntries(source.pairs.map((pair) => [pair.key.text, plainOf(pair.value)]))
  written.set(value, source)
  return value
}

export function isRecord(value: Plain | undefined): value is PlainRecord {
  return typeof value === 'object' && !Array.isArray(value)
}

/** `file:line:column` of a list or record, or of one of its keys; empty for what nobody wrote. */
export function placeIn(value: Plain | undefined, key?: string): string {
  const source = typeof value === 'object' ? written.get(value) : undefined
  if (source === undefined) return ''
  const pair =
    source.is === 'mapping' ? source.pairs.find((one) => one.key.text === key) : undefined
  const { file, line, column } = placeOf(pair?.key ?? source)
  return `${file}:${line}:${column}`
}

/** A fault at a list or record, or at one of its keys. */
export function faultAt(
  value: Plain | undefined,
  key: string | undefined,
  path: string,
  words: Words,
): CaseFault {
  return new CaseFault([placeIn(value, key), path].filter((one) => one !== '').join(' '), words)
}

/** The record at a place; absent counts as empty. */
export function recordAt(value: Plain | undefined, path: string): PlainRecord {
  if (value === undefined || value === '') return {}
  if (isRecord(value)) return value
  throw faultAt(value, undefined, path, {
    zh: '应是“键: 值”的内容。',
    en: 'keys with values are needed here.',
  })
}

export function listAt(value: Plain | undefined, path: string): readonly Plain[] {
  if (value === undefined || value === '') return []
  if (Array.isArray(value)) return value
  throw faultAt(value, undefined, path, {
    zh: '应是列表，如 [甲, 乙]，或每行以“- ”开头。',
    en: 'a list is needed here.',
  })
}

export function textAt(value: Plain | undefined, path: string): string {
  if (typeof value === 'string' && value !== '') return value
  throw faultAt(value, undefined, path, {
    zh: value === undefined ? '没有写。' : '应是一个词或一个数。',
    en: value === undefined ? 'is missing.' : 'one word or number is needed here.',
  })
}

/** The number of a count: whole, not negative, at most a million. */
export function countAt(value: Plain | undefined, path: string): number {
  const text = textAt(value, path)
  if (/^\d{1,6}$/.test(text)) return Number(text)
  throw new CaseFault(path, {
    zh: `应是整数，写的是“${text}”。`,
    en: `a whole number is needed; found “${text}”.`,
  })
}

/** Refuses a word that is none of those known here, with its place and the nearest right one. */
export function knownAt(
  record: PlainRecord,
  word: string,
  known: readonly string[],
  path: string,
): void {
  if (known.includes(word)) return
  const nearest = nearestWord(word, known)
  const listed = known.slice(0, 20).join('、')
  throw faultAt(record, word, path, {
    zh: `没有“${word}”${nearest === undefined ? '' : `，是不是“${nearest}”？`}${nearest === undefined ? '，' : ''}可以写的有 ${listed}。`,
    en: `there is no “${word}”; ${nearest === undefined ? '' : `did you mean “${nearest}”? `}Known: ${listed}.`,
  })
}

/** Refuses keys that mean nothing here. */
export function onlyKeys(record: PlainRecord, known: readonly string[], path: string): void {
  for (const key of Object.keys(record)) knownAt(record, key, known, path)
}

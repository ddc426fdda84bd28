import type { Source } from '@kaohe/scheme'
import { Refusal } from '../command.ts'

/** YAML as plain values: texts, lists and records; keys keep their order. */
export type Plain = string | readonly Plain[] | { readonly [key: string]: Plain }
export type PlainRecord = { readonly [key: string]: Plain }

export function plainOf(source: Source): Plain {
  if (source.is === 'scalar') return source.text
  if (source.is === 'sequence') return source.items.map(plainOf)
  return Object.fromEntries(source.pairs.map(({ key, value }) => [key.text, plainOf(value)]))
}

export function isRecord(value: Plain | undefined): value is PlainRecord {
  return typeof value === 'object' && !Array.isArray(value)
}

/** The record at a place; absent counts as empty. */
export function recordAt(value: Plain | undefined, place: string): PlainRecord {
  if (value === undefined) return {}
  if (isRecord(value)) return value
  throw new Refusal(`${place}：应是“键: 值”的内容。`)
}

export function listAt(value: Plain | undefined, place: string): readonly Plain[] {
  if (value === undefined) return []
  if (Array.isArray(value)) return value
  throw new Refusal(`${place}：应是列表。`)
}

export function textAt(value: Plain | undefined, place: string): string {
  if (typeof value === 'string') return value
  throw new Refusal(`${place}：应是一个词或一个数。`)
}

/** Refuses keys that mean nothing here. */
export function onlyKeys(record: PlainRecord, known: readonly string[], place: string): void {
  const strange = Object.keys(record).find((key) => !known.includes(key))
  if (strange !== undefined)
    throw new Refusal(`${place}：没有“${strange}”这个词，可以写的有 ${known.join('、')}。`)
}

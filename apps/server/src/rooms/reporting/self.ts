import { type Judged, judgedItems } from '@kaohe/documents'
import {
  type FactDeclaration,
  type FactEntry,
  type Program,
  type Rational,
  Scope,
  sourceOf,
} from '@kaohe/engine'
import { readTypedMark } from '@kaohe/intake'
import type { StoredEntry } from '@kaohe/storage'
import { invalid } from '../../http/problem.ts'
import type { SentEntry } from './entry.ts'

const SELF = 'self:'

/** The mark that a unit gives itself is reported as other data are, under this name. */
export function selfOf(judged: string): string {
  return `${SELF}${judged}`
}

export function isSelf(fact: string): boolean {
  return fact.startsWith(SELF)
}

/** What units mark themselves under a scheme: all that is marked through a source of the kind 自评. */
export function selfJudged({ scheme }: Program): readonly Judged[] {
  const scope = new Scope(scheme)
  return judgedItems(scheme).filter(({ item }) => sourceOf(item, scope)?.means === 'self')
}

/** The cells of an item for the marks that the unit gives itself. */
export function selfCells(program: Program, item: string) {
  return selfJudged(program)
    .filter((judged) => judged.item.id === item)
    .map(({ id }) => ({ fact: selfOf(id), period: null }))
}

export function judgedOf(program: Program, fact: string): Judged | undefined {
  return isSelf(fact) ? selfJudged(program).find(({ id }) => selfOf(id) === fact) : undefined
}

const bound = (value: Rational | undefined) => value && { value, unit: '分' }

/** A mark that a unit gives itself, declared as a datum is; undefined for what the scheme does not ask. */
export function declaredSelf(program: Program, fact: string): FactDeclaration | undefined {
  const judged = judgedOf(program, fact)
  if (judged === undefined) return undefined
  const { item, name, words, least, most, orZero } = judged
  const called = name === item.name ? '自评' : `自评：${name}`
  const declared: Partial<FactDeclaration> =
    words === undefined
      ? { type: 'number', unit: '分', least: orZero ? undefined : bound(least), most: bound(most) }
      : { type: 'choice', words: [...words] }
  return { id: fact, name: called, whole: false, ...declared } as FactDeclaration
}

/** @throws Stop 422 when a mark is not one that the scheme allows, such as one between its steps */
export function refuseOddMark(program: Program, fact: string, { state, text }: SentEntry): void {
  const judged = judgedOf(program, fact)
  if (judged === undefined || state !== 'value') return
  const typed = readTypedMark(text ?? '', judged, program.scheme)
  if ('fault' in typed) throw invalid([{ pointer: '/body/text', message: typed.fault }])
}

/** The same as the engine takes it; none for other entries. */
export function selfMarkOf(entry: StoredEntry, program: Program): FactEntry[] {
  const judged = judgedOf(program, entry.fact)
  const typed = judged && readTypedMark(entry.text ?? '', judged, program.scheme)
  if (judged === undefined || typed === undefined || !('value' in typed)) return []
  const { org: unit, person: by, at } = entry
  const mark = { unit, fact: `mark:${judged.id}`, period: null, value: typed.value, by, at }
  // Where the scheme names who evaluates, the unit speaks for them.
  if (judged.evaluators.length === 0) return [mark]
  return judged.evaluators.map((evaluator) => ({ ...mark, evaluator }))
}

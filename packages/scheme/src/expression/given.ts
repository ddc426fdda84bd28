import { DATE_UNIT } from '@kaohe/engine'
import type { Phrase } from '../diagnostic/diagnostic.ts'
import type { Measure } from './scope.ts'

/** What an expression gives; `unknown` after a mistake already reported. */
export type Type =
  | { readonly is: 'number'; readonly unit: string }
  | { readonly is: 'truth' | 'date' | 'text' | 'unknown' }
  | { readonly is: 'choice'; readonly words: readonly string[] }
  | { readonly is: 'word'; readonly word: string }

/** What folding truths gives: a part of them, how many, or how many one after another. */
export const UNIT_OF_FOLD = { share: '%', count: '个', run: '期' } as const

export const UNKNOWN: Type = { is: 'unknown' }
export const TRUTH: Type = { is: 'truth' }
export const DATE: Type = { is: 'date' }

/** What something declared gives. */
export function ofMeasure(measure: Measure | undefined): Type {
  if (!measure || measure.type === 'unknown') return UNKNOWN
  if (measure.type === 'choice') return { is: 'choice', words: measure.words }
  return measure.type === 'number'
    ? { is: 'number', unit: measure.unit ?? '' }
    : { is: measure.type }
}

/** The unit of what has a type, '' where it has none; dates have one of their own. */
export function unitOfType(type: Type): string {
  if (type.is === 'date') return DATE_UNIT
  return type.is === 'number' ? type.unit : ''
}

/** How a type is called in messages. */
export function typeName(type: Type): Phrase {
  if (type.is === 'number')
    return {
      zh: type.unit === '' ? '数' : `以${type.unit}计的数`,
      en: type.unit === '' ? 'a number' : `a number in ${type.unit}`,
    }
  const names = {
    truth: ['条件', 'a condition'],
    date: ['日期', 'a date'],
    text: ['文字', 'text'],
    choice: ['选项', 'a choice'],
    word: ['选项的词', 'a word'],
    unknown: ['', ''],
  } as const
  const [zh, en] = names[type.is]
  return { zh, en }
}

import { type Scheme, schemeShape } from '@kaohe/engine'
import type { Language } from '../diagnostic/diagnostic.ts'
import { type Change, top } from './change.ts'
import { compare } from './compare.ts'

/**
 * What changed in meaning from one scheme to another, by ids and not by lines: the order of keywords,
 * comments and the wording of a range (`不足100%` or `<100%`) are no change.
 * @example
 * diffSchemes(scheme, scheme) // []
 */
export function diffSchemes(
  before: Scheme,
  after: Scheme,
  language: Language = 'zh',
): readonly Change[] {
  return compare(schemeShape, before, after, top(language))
}

export type { Change }

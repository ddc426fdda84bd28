import type { FactEntry, Program } from '@kaohe/engine'
import type { Content } from '@kaohe/storage'
import { isSelf, selfMarkOf } from '../reporting/self.ts'

/** Marks that units gave themselves: they count once the head has handed the report in. */
export function selfMarks(
  { entries, selfHanded = [] }: Pick<Content, 'entries' | 'selfHanded'>,
  program: Program,
): FactEntry[] {
  const handed = new Set(selfHanded)
  return entries
    .filter(({ org, fact }) => isSelf(fact) && handed.has(org))
    .flatMap((entry) => selfMarkOf(entry, program))
}

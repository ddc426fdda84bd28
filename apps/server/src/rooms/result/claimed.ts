import type { EventEntry, Program } from '@kaohe/engine'
import type { Content } from '@kaohe/storage'
import { eventOf } from '../reporting/dataset.ts'

/**
 * Events as they count: as they were reported, with what the office decided of those that are claimed. Of a
 * claim on which nobody decided, that is not known, and the engine says between what the result lies.
 */
export function claimedEvents(
  { happenings, rulings = [] }: Pick<Content, 'happenings' | 'rulings'>,
  program: Program,
): EventEntry[] {
  const ruled = new Map(rulings.map(({ happening, attributes }) => [happening, attributes]))
  return happenings.flatMap((happening) => eventOf(happening, program, ruled.get(happening.id)))
}

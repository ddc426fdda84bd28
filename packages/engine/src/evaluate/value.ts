import type { Domain } from '../core/index.ts'
import type { Value } from '../model/index.ts'
import { type Interval, ONE, ZERO, dayNumber, int, point } from '../number/index.ts'

/**
 * A reported value as the number that the core computes with: a truth is 1 or 0, a word its position
 * among the declared words, a date its day number. Something not applicable stands as 0 here;
 * its `applies` column says that it does not count.
 */
export function intervalOf(value: Value, domain: Domain): Interval {
  if ('number' in value) return point(value.number)
  if ('truth' in value) return point(value.truth ? ONE : ZERO)
  if ('date' in value) return point(int(dayNumber(value.date)))
  if ('word' in value) {
    const position = domain.words?.indexOf(value.word) ?? -1
    return position < 0 ? domain.range : point(int(position))
  }
  return point(ZERO)
}

import {
  type Gap,
  type Layer,
  type Rational,
  add,
  equal,
  int,
  isInteger,
  isSingle,
  sayQuantity,
} from '@kaohe/engine'
import type { Phrase } from '../diagnostic/diagnostic.ts'
import { say } from './phrase.ts'

type Ends = Pick<Gap, 'from' | 'fromInclusive' | 'to' | 'toInclusive'>

// Of whole things, between 4 and 8 are 5 to 7: both ends become values that really occur.
function whole({ from, fromInclusive, to, toInclusive }: Ends): Ends {
  const up = (x: Rational) => (isInteger(x) && fromInclusive ? x : int(Number(x.num / x.den) + 1))
  const down = (x: Rational) =>
    isInteger(x) ? (toInclusive ? x : add(x, int(-1))) : int(Number(x.num / x.den))
  return {
    from: from && up(from),
    fromInclusive: true,
    to: to && down(to),
    toInclusive: true,
  }
}

/** A stretch of values in words: `恰为120%`, `4次及以上`, `超过90%、不足98%`. */
export function stretchSaid(ends: Ends, unit: string, isWhole: boolean): Phrase {
  const { from, fromInclusive, to, toInclusive } = isWhole ? whole(ends) : ends
  const q = (value: Rational) => sayQuantity(value, unit)
  if (from !== null && to !== null && equal(from, to))
    return say(`恰为${q(from)}`, `exactly ${q(from)}`)
  const low =
    from &&
    (fromInclusive
      ? say(`${q(from)}及以上`, `at least ${q(from)}`)
      : say(`超过${q(from)}`, `above ${q(from)}`))
  const high =
    to &&
    (toInclusive
      ? say(`${q(to)}及以下`, `at most ${q(to)}`)
      : say(`不足${q(to)}`, `below ${q(to)}`))
  if (low && high) return say(`${low.zh}、${high.zh}`, `${low.en}, ${high.en}`)
  return low ?? high ?? say('任何数', 'any value')
}

/** One part of a line in words. */
export function layerSaid(
  layer: Pick<Layer, 'from' | 'to'>,
  unit: string,
  isWhole: boolean,
): Phrase {
  const inclusive = isSingle(layer)
  return stretchSaid({ ...layer, fromInclusive: inclusive, toInclusive: inclusive }, unit, isWhole)
}

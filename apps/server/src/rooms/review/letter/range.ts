import type { Judged } from '@kaohe/documents'
import { formatRational } from '@kaohe/engine'

/** What a mark may be, in a few words beside the place for it. */
export function sayRange({ least, most, step, orZero, words = [] }: Judged): string {
  if (words.length > 0) return `${words.join('、')}中选一档`
  const range =
    most === undefined
      ? ''
      : `${least === undefined ? '0' : formatRational(least)}至${formatRational(most)}分`
  const zero = orZero ? '，可以是0' : ''
  return `${range}${zero}${step === undefined ? '' : `，每档${formatRational(step)}分`}`
}

import { num, read } from './number.ts'
import { ONE, type Range, ZERO, exact, is, just } from './range.ts'
import type { Step } from './step.ts'

const DAY_ZERO = 719468n

/** Days since 1970-01-01, counted by years that begin in March. */
function dayOf(text: string): bigint | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (match === null) return undefined
  const [year, month, day] = match.slice(1).map(BigInt) as [bigint, bigint, bigint]
  const [y, m] = month > 2n ? [year, month - 3n] : [year - 1n, month + 9n]
  return 365n * y + y / 4n - y / 100n + y / 400n + (153n * m + 2n) / 5n + day - 1n - DAY_ZERO
}

function whole(value: Range): boolean {
  const one = exact(value)
  return one === undefined || (one.d === 1n && one.n >= 0n)
}

const flag = (yes: boolean): Range => just(yes ? ONE : ZERO)

/**
 * What a reported text stands for; undefined when that cannot be told from the proof: a word stands
 * for its position among words that are not in it, and what was not reported may be anything declared.
 */
export function valueOfFact(fact: Step): Range | undefined {
  const { reported, kind } = fact
  if (kind === 'applies') return flag(reported !== '不适用')
  if (kind === 'hadPrevious') return reported === null ? undefined : flag(reported !== '不适用')
  if (typeof reported !== 'string') return undefined
  if (reported === '是' || reported === '否' || reported === '不适用')
    return flag(reported === '是')
  const [number, day] = [read(reported), dayOf(reported)]
  return number ? just(number) : day === undefined ? undefined : just(num(day))
}

/** Whether a value may be what a fact says where the proof does not tell it exactly. */
export function possible(fact: Step, value: Range): boolean {
  if (fact.kind === 'type') return is(value, ZERO) || is(value, ONE)
  return typeof fact.reported !== 'string' || whole(value)
}

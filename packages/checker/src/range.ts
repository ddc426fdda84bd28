import { type Num, num, order, over, plus, read, times, write } from './number.ts'

/** All values from lo to hi, both included; null where there is no bound. */
export interface Range {
  readonly lo: Num | null
  readonly hi: Num | null
}

export const ZERO = num(0n)
export const ONE = num(1n)
export const ANY: Range = { lo: null, hi: null }
export const just = (x: Num): Range => ({ lo: x, hi: x })

export function exact({ lo, hi }: Range): Num | undefined {
  return lo !== null && hi !== null && order(lo, hi) === 0 ? lo : undefined
}

export const is = (x: Range, value: Num): boolean => {
  const one = exact(x)
  return one !== undefined && order(one, value) === 0
}

/** A value as a proof writes it: one text, or its two ends where it is not known exactly. */
export function writeRange(x: Range): unknown {
  const one = exact(x)
  return one === undefined ? [x.lo && write(x.lo), x.hi && write(x.hi)] : write(one)
}

/** @throws RangeError when it is not written in the one way of `writeRange`. */
export function readRange(value: unknown): Range {
  const end = (text: unknown) => (text === null ? null : read(text))
  const [lo, hi] =
    Array.isArray(value) && value.length === 2 ? value.map(end) : [end(value), end(value)]
  const found = lo === undefined || hi === undefined ? undefined : { lo, hi }
  const ordered = found && (!found.lo || !found.hi || order(found.lo, found.hi) <= 0)
  if (!found || !ordered || JSON.stringify(writeRange(found)) !== JSON.stringify(value))
    throw new RangeError(`value ${JSON.stringify(value)}`)
  return found
}

/** The lesser end where `null` is no bound below, or (`above`) above. */
function lesser(a: Num | null, b: Num | null, above: boolean): Num | null {
  if (a === null || b === null) return above ? (a ?? b) : null
  return order(a, b) <= 0 ? a : b
}

function greater(a: Num | null, b: Num | null, above: boolean): Num | null {
  if (a === null || b === null) return above ? null : (a ?? b)
  return order(a, b) >= 0 ? a : b
}

export const hull = (a: Range, b: Range): Range => ({
  lo: lesser(a.lo, b.lo, false),
  hi: greater(a.hi, b.hi, true),
})
export const least = (a: Range, b: Range): Range => ({
  lo: lesser(a.lo, b.lo, false),
  hi: lesser(a.hi, b.hi, true),
})
export const greatest = (a: Range, b: Range): Range => ({
  lo: greater(a.lo, b.lo, false),
  hi: greater(a.hi, b.hi, true),
})

export const sum = (a: Range, b: Range): Range => ({
  lo: a.lo && b.lo && plus(a.lo, b.lo),
  hi: a.hi && b.hi && plus(a.hi, b.hi),
})

type Signed = Num | 1 | -1

// An end without bound times zero is zero: such an end is approached, never reached.
function timesEnds(a: Signed, b: Signed): Signed {
  if (typeof a === 'object' && typeof b === 'object') return times(a, b)
  const sign = (x: Signed) => (typeof x === 'number' ? x : order(x, ZERO))
  const both = sign(a) * sign(b)
  return both === 0 ? ZERO : both < 0 ? -1 : 1
}

export function product(a: Range, b: Range): Range {
  const ends = (x: Range): Signed[] => [x.lo ?? -1, x.hi ?? 1]
  const all = ends(a).flatMap((x) => ends(b).map((y) => timesEnds(x, y)))
  const finite = all.filter((x) => typeof x === 'object').toSorted(order)
  return {
    lo: all.includes(-1) ? null : (finite[0] ?? null),
    hi: all.includes(1) ? null : (finite.at(-1) ?? null),
  }
}

/** Over exact zero, or over a range that holds zero where signs may differ, nothing is known. */
export function quotient(a: Range, b: Range): Range {
  const [x, y] = [exact(a), exact(b)]
  if (y?.n === 0n) return ANY
  if (x && y) return just(over(x, y))
  const below = b.lo === null || order(b.lo, ZERO) <= 0
  const above = b.hi === null || order(b.hi, ZERO) >= 0
  if (!below || !above) {
    const part = (end: Num | null) => (end === null ? ZERO : over(ONE, end))
    return product(a, { lo: part(b.hi), hi: part(b.lo) })
  }
  if (!a.lo || !b.lo || order(a.lo, ZERO) < 0 || order(b.lo, ZERO) < 0) return ANY
  return { lo: b.hi ? over(a.lo, b.hi) : ZERO, hi: null }
}

/** Whole-number expressions with static ranges: what a scheme's rules become once everything is scaled. */
export type Int = { readonly lo: number; readonly hi: number } & (
  | { readonly op: 'column'; readonly column: string }
  | { readonly op: 'constant'; readonly value: number }
  | { readonly op: 'add' | 'min' | 'max'; readonly a: Int; readonly b: Int }
  | { readonly op: 'scale'; readonly by: number; readonly a: Int }
  /** All ones where x >= at, else 0. */
  | { readonly op: 'mask'; readonly x: Int; readonly at: number }
  | { readonly op: 'and'; readonly mask: Int; readonly a: Int }
  | { readonly op: 'choose'; readonly mask: Int; readonly then: Int; readonly otherwise: Int }
  /** Whole division of numbers that are not negative, the divisor at least 1. */
  | { readonly op: 'divide'; readonly a: Int; readonly b: Int }
)

export const column = (name: string, lo: number, hi: number): Int => ({
  op: 'column',
  column: name,
  lo,
  hi,
})
export const constant = (value: number): Int => ({ op: 'constant', value, lo: value, hi: value })
const isConstant = (x: Int, value?: number) =>
  x.op === 'constant' && (value === undefined || x.value === value)

export function add(a: Int, b: Int): Int {
  if (a.op === 'constant' && b.op === 'constant') return constant(a.value + b.value)
  if (isConstant(a, 0)) return b
  if (isConstant(b, 0)) return a
  return { op: 'add', a, b, lo: a.lo + b.lo, hi: a.hi + b.hi }
}

export function scale(by: number, a: Int): Int {
  if (by === 1) return a
  if (a.op === 'constant') return constant(by * a.value)
  const ends = [by * a.lo, by * a.hi]
  return { op: 'scale', by, a, lo: Math.min(...ends), hi: Math.max(...ends) }
}

export function min(a: Int, b: Int): Int {
  if (a.hi <= b.lo) return a
  if (b.hi <= a.lo) return b
  return { op: 'min', a, b, lo: Math.min(a.lo, b.lo), hi: Math.min(a.hi, b.hi) }
}

export function max(a: Int, b: Int): Int {
  if (a.lo >= b.hi) return a
  if (b.lo >= a.hi) return b
  return { op: 'max', a, b, lo: Math.max(a.lo, b.lo), hi: Math.max(a.hi, b.hi) }
}

const and = (mask: Int, a: Int): Int =>
  isConstant(a, -1) ? mask : { op: 'and', mask, a, lo: Math.min(0, a.lo), hi: Math.max(0, a.hi) }

/** A ladder of constants over one x is a sum of masked steps; `top` is its value from the last step upwards. */
const ladders = new WeakMap<Int, { x: Int; top: number; at: number }>()

export function atLeast(x: Int, at: number, then: Int, otherwise: Int): Int {
  if (x.lo >= at) return then
  if (x.hi < at) return otherwise
  const mask: Int = { op: 'mask', x, at, lo: -1, hi: 0 }
  const below = otherwise.op === 'constant' ? otherwise.value : ladderTop(otherwise, x, at)
  if (then.op === 'constant' && below !== undefined) {
    const made = add(otherwise, and(mask, constant(then.value - below)))
    const known = {
      ...made,
      lo: Math.min(otherwise.lo, then.value),
      hi: Math.max(otherwise.hi, then.value),
    }
    ladders.set(known, { x, top: then.value, at })
    return known
  }
  if (isConstant(otherwise, 0)) return and(mask, then)
  return {
    op: 'choose',
    mask,
    then,
    otherwise,
    lo: Math.min(then.lo, otherwise.lo),
    hi: Math.max(then.hi, otherwise.hi),
  }
}

function ladderTop(e: Int, x: Int, at: number): number | undefined {
  const l = ladders.get(e)
  return l && l.x === x && l.at <= at ? l.top : undefined
}

export const divide = (a: Int, b: Int): Int => ({
  op: 'divide',
  a,
  b,
  lo: 0,
  hi: Math.floor(a.hi / Math.max(1, b.lo)),
})

/** The operands of a node. */
export function operands(e: Int): readonly Int[] {
  if (e.op === 'column' || e.op === 'constant') return []
  if (e.op === 'scale') return [e.a]
  if (e.op === 'mask') return [e.x]
  if (e.op === 'and') return [e.mask, e.a]
  return e.op === 'choose' ? [e.mask, e.then, e.otherwise] : [e.a, e.b]
}

/** Bits a lane needs for every value on the way. Scaling by adding doubles and keeps inside the result's range. */
export function width(e: Int): 8 | 16 | 32 {
  let lo = 0,
    hi = 0
  const walk = (x: Int): void => {
    lo = Math.min(lo, x.lo, x.op === 'mask' ? x.at - 1 : 0)
    hi = Math.max(hi, x.hi, x.op === 'mask' ? x.at : 0)
    operands(x).forEach(walk)
  }
  walk(e)
  if (lo >= -128 && hi <= 127) return 8
  return lo >= -32768 && hi <= 32767 ? 16 : 32
}

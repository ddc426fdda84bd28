/**
 * Whole-number expressions whose least and greatest value are known before any unit is seen: what a
 * scheme's rules become once everything is scaled. `bits` is the narrowest lane in which every value
 * on the way fits; 64 stands for none.
 */
export type Int = { readonly lo: number; readonly hi: number; readonly bits: Bits } & (
  | { readonly op: 'column'; readonly column: number }
  | { readonly op: 'constant'; readonly value: number }
  /** A figure that is only known while scoring, such as the last total within the first fifth. */
  | { readonly op: 'line'; readonly slot: number }
  | { readonly op: 'add' | 'min' | 'max' | 'mul'; readonly a: Int; readonly b: Int }
  | { readonly op: 'scale'; readonly by: number; readonly a: Int }
  /** All ones where x >= at, else 0. */
  | { readonly op: 'mask'; readonly x: Int; readonly at: number }
  /** All ones where a > b, else 0. */
  | { readonly op: 'over'; readonly a: Int; readonly b: Int }
  | { readonly op: 'and'; readonly mask: Int; readonly a: Int }
  | { readonly op: 'choose'; readonly mask: Int; readonly then: Int; readonly otherwise: Int }
  /** Whole division of numbers that are not negative, the divisor at least 1. */
  | { readonly op: 'divide'; readonly a: Int; readonly b: Int }
)
export type Bits = 8 | 16 | 32 | 64

/** The narrowest signed lane that holds all of a range. */
export function bitsOf(lo: number, hi: number): Bits {
  if (lo >= -128 && hi <= 127) return 8
  if (lo >= -32768 && hi <= 32767) return 16
  return lo >= -(2 ** 31) && hi < 2 ** 31 ? 32 : 64
}

const widest = (a: Bits, b: Bits): Bits => (a > b ? a : b)

export function column(at: number, lo: number, hi: number): Int {
  return { op: 'column', column: at, lo, hi, bits: bitsOf(lo, hi) }
}

export function constant(value: number): Int {
  return { op: 'constant', value, lo: value, hi: value, bits: bitsOf(value, value) }
}

export function line(slot: number, lo: number, hi: number): Int {
  return { op: 'line', slot, lo, hi, bits: bitsOf(lo, hi) }
}

const isConstant = (x: Int, value: number) => x.op === 'constant' && x.value === value

export function add(a: Int, b: Int): Int {
  if (a.op === 'constant' && b.op === 'constant') return constant(a.value + b.value)
  if (isConstant(a, 0)) return b
  if (isConstant(b, 0)) return a
  const lo = a.lo + b.lo
  const hi = a.hi + b.hi
  return { op: 'add', a, b, lo, hi, bits: widest(widest(a.bits, b.bits), bitsOf(lo, hi)) }
}

export function scale(by: number, a: Int): Int {
  if (by === 1) return a
  if (a.op === 'constant' || by === 0) return constant(by * a.lo)
  if (a.op === 'scale') return scale(by * a.by, a.a)
  const lo = by * (by < 0 ? a.hi : a.lo)
  const hi = by * (by < 0 ? a.lo : a.hi)
  return { op: 'scale', by, a, lo, hi, bits: widest(a.bits, bitsOf(lo, hi)) }
}

/** There is no multiplication of bytes. */
export function multiply(a: Int, b: Int): Int {
  if (a.op === 'constant') return scale(a.value, b)
  if (b.op === 'constant') return scale(b.value, a)
  const ends = [a.lo * b.lo, a.lo * b.hi, a.hi * b.lo, a.hi * b.hi]
  const [lo, hi] = [Math.min(...ends), Math.max(...ends)]
  return {
    op: 'mul',
    a,
    b,
    lo,
    hi,
    bits: widest(widest(a.bits, b.bits), widest(16, bitsOf(lo, hi))),
  }
}

export function min(a: Int, b: Int): Int {
  if (a.hi <= b.lo) return a
  if (b.hi <= a.lo) return b
  const bits = widest(a.bits, b.bits)
  return { op: 'min', a, b, lo: Math.min(a.lo, b.lo), hi: Math.min(a.hi, b.hi), bits }
}

export function max(a: Int, b: Int): Int {
  if (a.lo >= b.hi) return a
  if (b.lo >= a.hi) return b
  const bits = widest(a.bits, b.bits)
  return { op: 'max', a, b, lo: Math.max(a.lo, b.lo), hi: Math.max(a.hi, b.hi), bits }
}

/** All ones where x is at least `at`, else 0. */
function mask(x: Int, at: number): Int {
  // Asked of what is a figure or 0, it is asked of the mask in it.
  if (x.op === 'and' && x.a.op === 'constant' && at > 0 && at <= x.a.value) return x.mask
  return { op: 'mask', x, at, lo: -1, hi: 0, bits: widest(x.bits, bitsOf(at - 1, at)) }
}

/** All ones where a is greater than b, else 0. */
export function over(a: Int, b: Int): Int {
  return { op: 'over', a, b, lo: -1, hi: 0, bits: widest(a.bits, b.bits) }
}

/** `a` where the mask is all ones, else 0. */
export function where(held: Int, a: Int): Int {
  if (isConstant(a, -1)) return held
  if (isConstant(a, 0)) return a
  const lo = Math.min(0, a.lo)
  const hi = Math.max(0, a.hi)
  return { op: 'and', mask: held, a, lo, hi, bits: widest(held.bits, a.bits) }
}

/** A ladder of constants over one x is a sum of masked steps; `top` is its value from the last step upwards. */
const ladders = new WeakMap<Int, { readonly x: Int; readonly top: number; readonly at: number }>()

function topOf(e: Int, x: Int, at: number): number | undefined {
  if (e.op === 'constant') return e.value
  const ladder = ladders.get(e)
  return ladder !== undefined && ladder.x === x && ladder.at <= at ? ladder.top : undefined
}

function step(x: Int, at: number, to: number, below: Int, top: number): Int {
  if (to === top) return below
  const raised = where(mask(x, at), constant(to - top))
  const lo = Math.min(below.lo, to)
  const hi = Math.max(below.hi, to)
  const bits = widest(widest(below.bits, raised.bits), bitsOf(lo, hi))
  const made: Int = isConstant(below, 0)
    ? { ...raised, lo, hi, bits }
    : { op: 'add', a: below, b: raised, lo, hi, bits }
  ladders.set(made, { x, top: to, at })
  return made
}

/** `then` where x is at least `at`, else `otherwise`. */
export function atLeast(x: Int, at: number, then: Int, otherwise: Int): Int {
  if (x.lo >= at) return then
  if (x.hi < at) return otherwise
  const top = topOf(otherwise, x, at)
  if (then.op === 'constant' && top !== undefined) return step(x, at, then.value, otherwise, top)
  if (isConstant(otherwise, 0)) return where(mask(x, at), then)
  const held = mask(x, at)
  const bits = widest(held.bits, widest(then.bits, otherwise.bits))
  const lo = Math.min(then.lo, otherwise.lo)
  const hi = Math.max(then.hi, otherwise.hi)
  return { op: 'choose', mask: held, then, otherwise, lo, hi, bits }
}

/** Lanes of whole division are 32 bits wide, since they go through float32. */
export function divide(a: Int, b: Int): Int {
  const [lo, hi] = [Math.floor(a.lo / b.hi), Math.floor(a.hi / b.lo)]
  return { op: 'divide', a, b, lo, hi, bits: widest(32, widest(a.bits, b.bits)) }
}

/** Visits the operands of a node, in order. */
export function visit(e: Int, to: (operand: Int) => void): void {
  switch (e.op) {
    case 'column':
    case 'constant':
    case 'line':
      return
    case 'scale':
      return to(e.a)
    case 'mask':
      return to(e.x)
    case 'and':
      to(e.mask)
      return to(e.a)
    case 'choose':
      to(e.mask)
      to(e.then)
      return to(e.otherwise)
    default:
      to(e.a)
      return to(e.b)
  }
}

/** The operands of a node. */
export function operands(e: Int): readonly Int[] {
  const all: Int[] = []
  visit(e, (operand) => all.push(operand))
  return all
}

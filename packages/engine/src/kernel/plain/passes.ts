/** One pass over a block: `to` from up to three operands and two figures, without branches. */
export type Pass = (
  to: Int32Array,
  a: Int32Array,
  b: Int32Array,
  c: Int32Array,
  k: number,
  l: number,
  n: number,
) => void

type Passes = Readonly<
  Record<
    | 'add'
    | 'addConstant'
    | 'min'
    | 'minConstant'
    | 'max'
    | 'maxConstant'
    | 'mul'
    | 'scale'
    | 'mask'
    | 'over'
    | 'and'
    | 'step'
    | 'firstStep'
    | 'choose'
    | 'divide',
    Pass
  >
>

const at = (x: Int32Array, i: number): number => x[i] as number

/** Differences stay within 32 bits where operands stay within 31; comparisons are written so that they always do. */
export const PASSES: Passes = {
  add(to, a, b, _c, _k, _l, n) {
    for (let i = 0; i < n; i++) to[i] = at(a, i) + at(b, i)
  },
  addConstant(to, a, _b, _c, k, _l, n) {
    for (let i = 0; i < n; i++) to[i] = at(a, i) + k
  },
  min(to, a, b, _c, _k, _l, n) {
    for (let i = 0; i < n; i++) to[i] = Math.min(at(a, i), at(b, i))
  },
  minConstant(to, a, _b, _c, k, _l, n) {
    for (let i = 0; i < n; i++) to[i] = Math.min(at(a, i), k)
  },
  max(to, a, b, _c, _k, _l, n) {
    for (let i = 0; i < n; i++) to[i] = Math.max(at(a, i), at(b, i))
  },
  maxConstant(to, a, _b, _c, k, _l, n) {
    for (let i = 0; i < n; i++) to[i] = Math.max(at(a, i), k)
  },
  mul(to, a, b, _c, _k, _l, n) {
    for (let i = 0; i < n; i++) to[i] = Math.imul(at(a, i), at(b, i))
  },
  scale(to, a, _b, _c, k, _l, n) {
    for (let i = 0; i < n; i++) to[i] = Math.imul(at(a, i), k)
  },
  /** All ones where a >= k. */
  mask(to, a, _b, _c, k, _l, n) {
    for (let i = 0; i < n; i++) to[i] = -Number(at(a, i) >= k)
  },
  over(to, a, b, _c, _k, _l, n) {
    for (let i = 0; i < n; i++) to[i] = -Number(at(a, i) > at(b, i))
  },
  and(to, a, b, _c, _k, _l, n) {
    for (let i = 0; i < n; i++) to[i] = at(a, i) & at(b, i)
  },
  /** a, and l more where b >= k. */
  step(to, a, b, _c, k, l, n) {
    for (let i = 0; i < n; i++) to[i] = at(a, i) + (l & -Number(at(b, i) >= k))
  },
  /** l where a >= k, else 0. */
  firstStep(to, a, _b, _c, k, l, n) {
    for (let i = 0; i < n; i++) to[i] = l & -Number(at(a, i) >= k)
  },
  /** b where the mask a is all ones, else c. */
  choose(to, a, b, c, _k, _l, n) {
    for (let i = 0; i < n; i++) to[i] = (at(b, i) & at(a, i)) | (at(c, i) & ~at(a, i))
  },
  divide(to, a, b, _c, _k, _l, n) {
    for (let i = 0; i < n; i++) to[i] = at(a, i) / at(b, i)
  },
}

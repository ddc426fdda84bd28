import type { Place } from '../layout.ts'
import { type Body, type Lanes, SIMD } from './body.ts'

/** Loads a column at the address on the stack, widened to the lanes of the loop. */
export function loadColumn(b: Body, { bytes, signed, offset }: Place, lanes: Lanes): void {
  if (bytes * 8 === lanes) return b.at(SIMD.load, offset)
  if (bytes === 1 && lanes === 16) return b.at(signed ? SIMD.load8x8s : SIMD.load8x8u, offset)
  if (bytes === 2) return b.at(signed ? SIMD.load16x4s : SIMD.load16x4u, offset)
  b.at(SIMD.load32zero, offset)
  b.simd(signed ? SIMD.extend8s : SIMD.extend8u)
  b.simd(signed ? SIMD.extend16s : SIMD.extend16u)
}

function narrow(b: Body, op: number, spare: number): void {
  b.tee(spare)
  b.get(spare)
  b.simd(op)
}

/**
 * Stores a vector at the address below it, narrowed to how the column is kept. Saturation never acts,
 * since the range was proved. Answers whether it used the spare local.
 */
export function storeColumn(b: Body, place: Place, lanes: Lanes, spare: number): boolean {
  const { bytes, signed, offset } = place
  if (bytes * 8 === lanes) {
    b.at(SIMD.store, offset)
    return false
  }
  const twice = lanes === 32 && bytes === 1
  if (twice) narrow(b, SIMD.narrow32s, spare)
  const words = lanes === 32 && bytes === 2
  const last = words ? SIMD.narrow32s : signed ? SIMD.narrow16s : SIMD.narrow16u
  narrow(b, last, spare)
  b.storeLane(twice ? SIMD.store32lane : SIMD.store64lane, offset)
  return true
}

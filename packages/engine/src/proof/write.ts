import { type Interval, type Rational, exactly, formatRational } from '../number/index.ts'
import type { ProofValue } from './proof.ts'

export function writeEnd(value: Rational | null): string | null {
  return value === null ? null : formatRational(value)
}

/** An interval as a proof writes it: one text when exact, else its two ends. */
export function writeValue(value: Interval): ProofValue {
  const exact = exactly(value)
  return exact === undefined ? [writeEnd(value.lo), writeEnd(value.hi)] : formatRational(exact)
}

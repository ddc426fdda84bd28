import { approximately, sayQuantity } from '../compile/index.ts'
import { parseRational } from '../number/index.ts'
import type { ProofValue } from './proof.ts'

/** One line of an explanation; deeper lines explain the one above them. */
export interface StoryLine {
  readonly depth: number
  readonly text: string
}

/** `12.5分`, `100/3分（约33.33分）`, or `3至8分之间` where it is not known. */
export function sayProofValue(value: ProofValue, unit: string): string {
  if (typeof value !== 'string') return `${value[0] ?? '负无限'}至${value[1] ?? '不限'}${unit}之间`
  const number = parseRational(value)
  return number === undefined ? value : `${sayQuantity(number, unit)}${approximately(number, unit)}`
}

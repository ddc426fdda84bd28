import { approximately, sayQuantity } from '../compile/index.ts'
import { parseRational } from '../number/index.ts'
import type { ProofValue } from './proof.ts'

/** One line of an explanation; deeper lines explain the one above them. */
export interface StoryLine {
  readonly depth: number
  readonly text: string
}

function sayBetween([low, high]: readonly [string | null, string | null], unit: string): string {
  if (low === null && high === null) return '未定'
  if (low === null) return `不高于${high}${unit}`
  return high === null ? `不低于${low}${unit}` : `${low}至${high}${unit}之间`
}

/** `12.5分`, `100/3分（约33.33分）`, or `3至8分之间`, `不低于3分` where it is not known. */
export function sayProofValue(value: ProofValue, unit: string): string {
  if (typeof value !== 'string') return sayBetween(value, unit)
  const number = parseRational(value)
  return number === undefined ? value : `${sayQuantity(number, unit)}${approximately(number, unit)}`
}

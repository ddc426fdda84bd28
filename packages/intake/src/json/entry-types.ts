import type { Rational, Value } from '@kaohe/engine'

export type {
  FactDeclaration,
  FactEntry,
  Lineage,
  PastResult,
  Rational,
  Unit,
  Value,
} from '@kaohe/engine'

/** The number of a value that is one. */
export function rationalOrUndefined(value: Value | undefined): Rational | undefined {
  return value !== undefined && 'number' in value ? value.number : undefined
}

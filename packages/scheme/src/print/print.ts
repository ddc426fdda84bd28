import { type Scheme, type shape, schemeShape } from '@kaohe/engine'
import { block } from './layout.ts'
import { docOf } from './value.ts'

/** Any value as the text of a file of its shape. */
export function printAs<T>(of: shape.Shape<T>, value: T): string {
  return block(docOf(of, value))
}

/**
 * A scheme as the text of a scheme file, its keywords in the order of the language reference.
 * Reading it gives the same scheme.
 * @example
 * printScheme(scheme).startsWith('方案: ') // true
 */
export function printScheme(scheme: Scheme): string {
  return printAs(schemeShape, scheme)
}

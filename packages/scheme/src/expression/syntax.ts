import type { BinaryOp, Quantity } from '@kaohe/engine'

interface Spanned {
  readonly from: number
  readonly to: number
}

/** An expression as written, each part with its place in the text; names are not yet looked up. */
export type Syntax = Spanned &
  (
    | { readonly is: 'number'; readonly quantity: Quantity }
    | { readonly is: 'name'; readonly text: string }
    | { readonly is: 'word'; readonly text: string }
    | { readonly is: 'date'; readonly date: string }
    | { readonly is: 'result'; readonly of: 'total' | 'ratio' }
    | { readonly is: 'call'; readonly name: string; readonly arguments: readonly Syntax[] }
    | { readonly is: 'unary'; readonly op: 'negate' | 'not'; readonly of: Syntax }
    | {
        readonly is: 'binary'
        readonly op: BinaryOp
        readonly left: Syntax
        readonly right: Syntax
      }
  )

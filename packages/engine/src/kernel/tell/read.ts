import type { Int } from '../whole/int.ts'

/** Everything that the kernel holds of one unit, by column; behind its columns stand those made for telling. */
export type Row = Int32Array

/** Reads a whole number of a row. */
export type Read = (row: Row) => number

type Inner = (e: Int) => Read
type Binary = Extract<Int, { readonly a: Int; readonly b: Int }>

function binary(e: Binary, inner: Inner): Read {
  const [a, b] = [inner(e.a), inner(e.b)]
  switch (e.op) {
    case 'add':
      return (row) => a(row) + b(row)
    case 'min':
      return (row) => Math.min(a(row), b(row))
    case 'max':
      return (row) => Math.max(a(row), b(row))
    case 'mul':
      return (row) => a(row) * b(row)
    case 'over':
      return (row) => (a(row) > b(row) ? -1 : 0)
    case 'divide':
      return (row) => Math.floor(a(row) / b(row))
  }
}

function chosen(e: Extract<Int, { op: 'choose' }>, inner: Inner): Read {
  const [held, then, otherwise] = [inner(e.mask), inner(e.then), inner(e.otherwise)]
  return (row) => (held(row) === 0 ? otherwise(row) : then(row))
}

/** The reading of a whole-number expression, for what is told but not stored; `inner` reads its operands. */
export function readOf(e: Int, inner: Inner): Read {
  switch (e.op) {
    case 'column':
      return (row) => row[e.column] as number
    case 'constant':
      return () => e.value
    case 'scale': {
      const [a, by] = [inner(e.a), e.by]
      return (row) => by * a(row)
    }
    case 'mask': {
      const [x, at] = [inner(e.x), e.at]
      return (row) => (x(row) >= at ? -1 : 0)
    }
    case 'and': {
      const [held, a] = [inner(e.mask), inner(e.a)]
      return (row) => (held(row) === 0 ? 0 : a(row))
    }
    case 'choose':
      return chosen(e, inner)
    case 'line':
      throw new RangeError('a line is not told')
    default:
      return binary(e, inner)
  }
}

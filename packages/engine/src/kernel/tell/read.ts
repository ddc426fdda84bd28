import type { Store } from '../store.ts'
import type { Int } from '../whole/int.ts'

/** Everything that the kernel holds of one unit, by column. */
export type Row = Int32Array

/** Reads a whole number of a row. */
export type Read = (row: Row) => number

/** Takes the row of a unit out of its columns, all at once: they lie far apart, so each is a wait. */
export function gather(store: Store, unit: number, to: Row): Row {
  for (let column = 0; column < to.length; column++) to[column] = store.read(column, unit)
  return to
}

type Binary = Extract<Int, { readonly a: Int; readonly b: Int }>

function binary(e: Binary): Read {
  const [a, b] = [readOf(e.a), readOf(e.b)]
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

function chosen(e: Extract<Int, { op: 'choose' }>): Read {
  const [held, then, otherwise] = [readOf(e.mask), readOf(e.then), readOf(e.otherwise)]
  return (row) => (held(row) === 0 ? otherwise(row) : then(row))
}

/** The reading of a whole-number expression, for what is told but not stored. */
export function readOf(e: Int): Read {
  switch (e.op) {
    case 'column':
      return (row) => row[e.column] as number
    case 'constant':
      return () => e.value
    case 'scale': {
      const [a, by] = [readOf(e.a), e.by]
      return (row) => by * a(row)
    }
    case 'mask': {
      const [x, at] = [readOf(e.x), e.at]
      return (row) => (x(row) >= at ? -1 : 0)
    }
    case 'and': {
      const [held, a] = [readOf(e.mask), readOf(e.a)]
      return (row) => (held(row) === 0 ? 0 : a(row))
    }
    case 'choose':
      return chosen(e)
    case 'line':
      throw new RangeError('a line is not told')
    default:
      return binary(e)
  }
}

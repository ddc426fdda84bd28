import type { Store } from '../store.ts'
import type { Place } from '../layout.ts'
import type { Int } from '../whole/int.ts'

/** Reads a whole number of the row at hand; see `Store.locate`. */
export type Read = (base: number, row: number) => number

type Binary = Extract<Int, { readonly a: Int; readonly b: Int }>

function binary(e: Binary, store: Store): Read {
  const [a, b] = [readOf(e.a, store), readOf(e.b, store)]
  switch (e.op) {
    case 'add':
      return (base, row) => a(base, row) + b(base, row)
    case 'min':
      return (base, row) => Math.min(a(base, row), b(base, row))
    case 'max':
      return (base, row) => Math.max(a(base, row), b(base, row))
    case 'mul':
      return (base, row) => a(base, row) * b(base, row)
    case 'over':
      return (base, row) => (a(base, row) > b(base, row) ? -1 : 0)
    case 'divide':
      return (base, row) => Math.floor(a(base, row) / b(base, row))
  }
}

function chosen(e: Extract<Int, { op: 'choose' }>, store: Store): Read {
  const [held, then, otherwise] = [e.mask, e.then, e.otherwise].map((x) => readOf(x, store)) as [
    Read,
    Read,
    Read,
  ]
  return (base, row) => (held(base, row) === 0 ? otherwise(base, row) : then(base, row))
}

/** One unit's reading of a whole-number expression, for what is told but not stored. */
export function readOf(e: Int, store: Store): Read {
  switch (e.op) {
    case 'column': {
      const place = store.layout.places[e.column] as Place
      return (base, row) => store.at(base, row, place)
    }
    case 'constant':
      return () => e.value
    case 'scale': {
      const [a, by] = [readOf(e.a, store), e.by]
      return (base, row) => by * a(base, row)
    }
    case 'mask': {
      const [x, at] = [readOf(e.x, store), e.at]
      return (base, row) => (x(base, row) >= at ? -1 : 0)
    }
    case 'and': {
      const [held, a] = [readOf(e.mask, store), readOf(e.a, store)]
      return (base, row) => (held(base, row) === 0 ? 0 : a(base, row))
    }
    case 'choose':
      return chosen(e, store)
    case 'line':
      throw new RangeError('a line is not told')
    default:
      return binary(e, store)
  }
}

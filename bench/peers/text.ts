/** Readings into text shared by several peers. */
import { joined, type Reading } from '../workload/expr.ts'

/** C-like languages with `? :`. `divide` writes a whole division of non-negative numbers. */
export function ternaries(
  fact: (name: string) => string,
  min: string,
  max: string,
  divide: (a: string, b: string) => string,
): Reading<string> {
  const nested = (f: string) => (parts: string[]) => parts.reduce((a, b) => `${f}(${a}, ${b})`)
  return {
    constant: (v) => (v < 0 ? `(${v})` : `${v}`),
    fact,
    sum: joined('+'),
    times: (f, of) => (f === 1 ? of : `(${f} * ${of})`),
    least: nested(min),
    greatest: nested(max),
    atLeast: (x, at, then, otherwise) => `(${x} >= ${at} ? ${then} : ${otherwise})`,
    percent: (a, t, full) =>
      `${min}(${full}, ${divide(`(${2 * full} * ${a} + ${t})`, `(2 * ${t})`)})`,
  }
}

/** SQL, with the dialect's whole division. */
export function sql(divide: '//' | '/', cast: string): Reading<string> {
  const call = (f: string) => (parts: string[]) => `${f}(${parts.join(', ')})`
  const plain = ternaries(
    (name) => `${name}${cast}`,
    'least',
    'greatest',
    (a, b) => `(${a} ${divide} ${b})`,
  )
  return {
    ...plain,
    least: call('least'),
    greatest: call('greatest'),
    atLeast: (x, at, then, otherwise) =>
      `case when ${x} >= ${at} then ${then} else ${otherwise} end`,
  }
}

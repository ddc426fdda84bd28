/** The reference: the table of rules walked as it stands, slowly, with an ordinary sort. Everything is compared with it. */
import { read, type Reading, type Rule } from './expr.ts'
import { GANZHOU, GUIYANG, RULES, TARGET } from './rules.ts'
import { endSize, GANZHOU_BASE, GRADES, WEIGHTS } from './outcome.ts'
import type { Data } from './data.ts'
import type { Outputs } from './checksum.ts'

type Points = (i: number) => number

/** Each form as a closure over the columns; whole division in BigInt, so that nothing rests on floating point. */
const reading = (facts: Data['facts']): Reading<Points> => ({
  constant: (v) => () => v,
  fact: (name) => (i) => facts[name]![i]!,
  sum: (parts) => (i) => parts.reduce((a, p) => a + p(i), 0),
  times: (factor, of) => (i) => factor * of(i),
  least: (parts) => (i) => parts.reduce((a, p) => Math.min(a, p(i)), Infinity),
  greatest: (parts) => (i) => parts.reduce((a, p) => Math.max(a, p(i)), -Infinity),
  atLeast: (x, at, then, otherwise) => (i) => (x(i) >= at ? then(i) : otherwise(i)),
  percent: (a, t, full) => (i) =>
    Math.min(full, Number((2n * BigInt(full) * BigInt(a(i)) + BigInt(t(i))) / (2n * BigInt(t(i))))),
})

/** Rank and both ends of a column, by sorting. */
export function ranked(
  composite: ArrayLike<number>,
  n: number,
): { rank: number[]; place: number[] } {
  const order = Array.from({ length: n }, (_, i) => i).sort((a, b) => composite[b]! - composite[a]!)
  const rank: number[] = new Array(n)
  const below: number[] = new Array(n)
  order.forEach((i, k) => {
    rank[i] = k > 0 && composite[order[k - 1]!] === composite[i] ? rank[order[k - 1]!]! : k + 1
  })
  for (let k = n - 1; k >= 0; k--) {
    const i = order[k]!
    below[i] =
      k < n - 1 && composite[order[k + 1]!] === composite[i] ? below[order[k + 1]!]! : n - 1 - k
  }
  const end = endSize(n)
  return { rank, place: rank.map((r, i) => (r - 1 < end ? 1 : below[i]! < end ? 2 : 0)) }
}

/** Scores every unit. */
export function reference(data: Data): Outputs {
  const n = data.units
  const r = reading(data.facts)
  const out: Record<string, Int32Array> = {}
  const column = (name: string, of: Points) => {
    out[name] = Int32Array.from({ length: n }, (_, i) => of(i))
  }
  const at = (list: readonly Rule[]) => (i: number) => list.reduce((a, x) => a + out[x.id]![i]!, 0)
  for (const x of RULES) column(x.id, read(x.points, r))
  column('ganzhou', (i) => GANZHOU_BASE + at(GANZHOU)(i))
  column('guiyang', at(GUIYANG))
  column(
    'composite',
    (i) =>
      WEIGHTS.ganzhou * out.ganzhou![i]! +
      WEIGHTS.guiyang * out.guiyang![i]! +
      WEIGHTS.target * out[TARGET.id]![i]!,
  )
  column('grade', (i) => GRADES.filter((g) => out.composite![i]! >= g).length)
  return { ...out, ...ranked(out.composite!, n) }
}

/**
 * The neutral language of the workload: just enough to write the rules down once,
 * so that every peer's program is derived from the same table.
 */
export type Expr =
  | number
  | { readonly fact: string }
  | { readonly sum: readonly Expr[] }
  | { readonly times: number; readonly of: Expr }
  | { readonly least: readonly Expr[] }
  | { readonly greatest: readonly Expr[] }
  | { readonly bands: Expr; readonly below: Expr; readonly from: readonly Band[] }
  | { readonly percent: string; readonly target: string; readonly full: number }

/** From this value upwards (inclusive), until the next band. */
export type Band = readonly [number, Expr]

export type Rule = { readonly id: string; readonly article: string; readonly points: Expr }

/** One reading of the language: how a peer writes each form in its own tongue. */
export type Reading<T> = {
  constant(value: number): T
  fact(name: string): T
  sum(parts: T[]): T
  times(factor: number, of: T): T
  least(parts: T[]): T
  greatest(parts: T[]): T
  /** `x >= at ? then : otherwise` */
  atLeast(x: T, at: number, then: T, otherwise: T): T
  /** `min(scale * full, round-half-up(scale * full * actual / target))`, scale 100, operands not negative. */
  percent(actual: T, target: T, scaledFull: number): T
}

/** Translates an expression with a reading. */
export function read<T>(e: Expr, r: Reading<T>): T {
  if (typeof e === 'number') return r.constant(e)
  if ('fact' in e) return r.fact(e.fact)
  if ('sum' in e) return r.sum(e.sum.map((x) => read(x, r)))
  if ('times' in e) return r.times(e.times, read(e.of, r))
  if ('least' in e) return r.least(e.least.map((x) => read(x, r)))
  if ('greatest' in e) return r.greatest(e.greatest.map((x) => read(x, r)))
  if ('percent' in e) return r.percent(r.fact(e.percent), r.fact(e.target), e.full * 100)
  const x = read(e.bands, r)
  return e.from.reduce(
    (lower, [at, then]) => r.atLeast(x, at, read(then, r), lower),
    read(e.below, r),
  )
}

/** Names of the facts an expression reads. */
export function factsOf(e: Expr): string[] {
  const found = new Set<string>()
  const note = (name: string) => (found.add(name), 0)
  const skip = () => 0
  read<number>(e, {
    constant: skip,
    fact: note,
    sum: skip,
    times: skip,
    least: skip,
    greatest: skip,
    atLeast: skip,
    percent: skip,
  })
  return [...found]
}

/** The same left-nested form for languages whose operators are binary. */
export const joined =
  (operator: string) =>
  (parts: string[]): string =>
    `(${parts.join(` ${operator} `)})`

/** A place in a JSON value: the keys that lead there. */
export type Path = readonly (string | number)[]

/** The paths of everything in a value that is no list and no object. */
export function leaves(value: unknown, at: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [at]
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value)
  return entries.flatMap(([key, inner]) => leaves(inner, [...at, key]))
}

export function valueAt(value: unknown, [key, ...rest]: Path): unknown {
  if (key === undefined) return value
  return valueAt((value as Readonly<Record<string, unknown>>)[key], rest)
}

/** A copy with one leaf replaced. */
export function withLeaf(value: unknown, [key, ...rest]: Path, leaf: unknown): unknown {
  if (key === undefined) return leaf
  const inner = withLeaf((value as Readonly<Record<string, unknown>>)[key], rest, leaf)
  if (Array.isArray(value)) return value.map((old, i) => (i === key ? inner : (old as unknown)))
  return { ...(value as object), [key]: inner }
}

/** Something else of the same look: the next number, the other truth, a longer text. */
export function other(leaf: unknown): unknown {
  if (typeof leaf === 'boolean') return !leaf
  if (typeof leaf === 'number') return leaf + 1
  if (typeof leaf !== 'string') return '1'
  const fraction = /^(-?\d+)\/(\d+)$/.exec(leaf)
  if (fraction) return `${BigInt(fraction[1] ?? 0) + BigInt(fraction[2] ?? 1)}/${fraction[2]}`
  return /^-?\d+(\.\d+)?$/.test(leaf) ? `${leaf}${leaf.includes('.') ? '' : '.'}5` : `${leaf}x`
}

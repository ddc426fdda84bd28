/** A hash as text, of a text; given by who calls, for this floor has none. */
export type HashOf = (text: string) => string

/**
 * The order in which units speak, drawn from a seed: by the hash of seed and name. Whoever knows the seed and the
 * names draws the same order again, and nobody chooses it who did not choose the seed.
 */
export function drawOrder<U extends { readonly name: string }>(
  units: readonly U[],
  seed: string,
  hashOf: HashOf,
): U[] {
  const keyed = units.map((unit) => ({ unit, key: hashOf(`${seed}\n${unit.name}`) }))
  return keyed
    .toSorted((a, b) => (a.key === b.key ? 0 : a.key < b.key ? -1 : 1))
    .map(({ unit }) => unit)
}

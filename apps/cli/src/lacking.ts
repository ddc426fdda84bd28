import type { Missing, UnitResult } from '@kaohe/engine'

/** Something that was not reported, and the units of which it is missing. */
export interface Lacking {
  readonly missing: Missing
  readonly units: ReadonlySet<string>
}

// The units that have not reported it: others where it says so, else the unit whose points need it.
function lackers(unit: string, { what, units }: Missing): readonly string[] {
  const others = what === 'peers' || what === 'fact'
  return others && units.length > 0 ? units : [unit]
}

// What peers lack is what they are asked for themselves, under whatever name that goes.
function keyOf({ what, id }: Missing, own: ReadonlyMap<string, string>): string {
  return what === 'peers' ? (own.get(id) ?? `fact ${id}`) : `${what} ${id}`
}

/** What is missing, each thing once, with all the units that have not reported it. */
export function lackingOf(results: readonly UnitResult[]): readonly Lacking[] {
  const all = results.flatMap(({ unit, missing }) => missing.map((one) => ({ unit, one })))
  const own = new Map(
    all.flatMap(({ one }) => (one.what === 'peers' ? [] : [[one.id, `${one.what} ${one.id}`]])),
  )
  const found = new Map<string, { missing: Missing; units: Set<string> }>()
  for (const { unit, one } of all) {
    const key = keyOf(one, own)
    const known = found.get(key) ?? { missing: one, units: new Set<string>() }
    for (const lacker of lackers(unit, one)) known.units.add(lacker)
    found.set(key, known.missing.what === 'peers' ? { ...known, missing: one } : known)
  }
  return [...found.values()]
}

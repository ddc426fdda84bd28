import { Fault, type Scheme, compile } from '@kaohe/engine'
import type { Problem } from '../diagnostic/diagnostic.ts'
import type { Source, Span } from '../source/tree.ts'

/** The place of a path, or of the nearest thing that holds it. */
export function nearestPlace(places: ReadonlyMap<string, Span>, path: string): Span | undefined {
  for (let at = path; at !== ''; at = at.split('/').slice(0, -1).join('/')) {
    const found = places.get(at)
    if (found) return found
  }
  return undefined
}

/** What the compiler refuses although every part is well formed: a reader must never hand it on. */
export function uncomputable(
  scheme: Scheme,
  root: Source,
  places: ReadonlyMap<string, Span>,
): Problem[] {
  try {
    compile(scheme)
    return []
  } catch (error) {
    if (!(error instanceof Fault)) return [{ code: 'internal', at: root, found: String(error) }]
    const { path, found, expected } = error
    return [{ code: 'rule-mistake', at: nearestPlace(places, path) ?? root, path, found, expected }]
  }
}

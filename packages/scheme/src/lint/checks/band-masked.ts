import { type Layer, compare, maskedOn } from '@kaohe/engine'
import type { Check } from '../finding.ts'
import { type Ladder, laddersOf } from '../ladders.ts'
import { say } from '../phrase.ts'
import { layerSaid } from '../values.ts'

// Under 就高 a band inside a better one never counts; under 就低 one inside a worse one.
function hides(ladder: Ladder, inner: number, outer: number): boolean {
  if (ladder.reading === undefined) return !ladder.asks
  const [a, b] = [ladder.rungs[inner]?.worth, ladder.rungs[outer]?.worth]
  if (a === undefined || b === undefined) return false
  const order = compare(b, a)
  return (ladder.reading === 'best' && order >= 0) || (ladder.reading === 'worst' && order <= 0)
}

function where(layers: readonly Layer[], inner: number): Layer | undefined {
  return layers.find(({ held }) => held.includes(inner))
}

/** A band that lies wholly inside another, so that it never decides anything by itself. */
export const bandMasked: Check = {
  slug: 'band-masked',
  severity: 'warning',
  title: say('一段被另一段盖住', 'A masked band'),
  settle: say('删去被盖住的一段，或改它的范围', 'drop the masked band or change its range'),
  *find(site) {
    for (const ladder of laddersOf(site)) {
      const { path, clause, layers, rungs, name, unit, line } = ladder
      for (const [inner, outer] of maskedOn(rungs.length, layers)) {
        const layer = where(layers, inner)
        if (layer === undefined || !hides(ladder, inner, outer)) continue
        const at = layerSaid(layer, unit, line.whole)
        const [a, b] = [rungs[inner], rungs[outer]]
        yield {
          path,
          clause,
          message: say(
            `“${a?.label}”整段落在“${b?.label}”里面，单独起不了作用。`,
            `“${a?.label}” lies wholly inside “${b?.label}” and never counts alone.`,
          ),
          counterexample: say(
            `${name}${at.zh}时，“${b?.label}”也成立`,
            `${name} ${at.en}: “${b?.label}” holds too`,
          ),
        }
      }
    }
  },
}

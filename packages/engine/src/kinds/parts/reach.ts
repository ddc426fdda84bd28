import { type NodeId, readArena } from '../../core/index.ts'
import { type Interval, spansZero } from '../../number/index.ts'
import type { Place } from '../kind.ts'

/** What a node can be at all, whatever is reported. */
export function reachOf(at: Place, of: NodeId): Interval {
  const inputs: readonly { readonly domain: { readonly range: Interval } }[] = at.b.inputs
  const values = readArena(
    at.b,
    inputs.map(({ domain }) => domain.range),
  )
  return values.of(of)
}

/** Whether a node may be zero, which nothing can be measured against. */
export function mayBeZero(at: Place, of: NodeId): boolean {
  return spansZero(reachOf(at, of))
}

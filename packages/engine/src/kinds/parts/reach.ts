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

/** Whether a node may be below zero, in which a part of it means nothing. */
export function mayBeBelow(at: Place, of: NodeId): boolean {
  const { lo } = reachOf(at, of)
  return lo === null || lo.num < 0n
}

/**
 * 1 where there is nothing to measure against: zero, or less than that, of which no part and no growth can be told
 * (a loss that grows is no gain); undefined where that cannot be.
 */
export function nothingIn(at: Place, of: NodeId): NodeId | undefined {
  if (mayBeBelow(at, of)) return at.b.compare(of, 'atMost', at.b.zero())
  return mayBeZero(at, of) ? at.b.compare(of, 'equals', at.b.zero()) : undefined
}

/** Whether a node may be zero, which nothing can be measured against. */
export function mayBeZero(at: Place, of: NodeId): boolean {
  return spansZero(reachOf(at, of))
}

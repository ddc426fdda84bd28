import type { NodeId } from '../../core/index.ts'
import { divide, int, ONE } from '../../number/index.ts'
import type { Lowered, Place } from '../kind.ts'

type Nodes = Place['b']

/** How several points become one. */
export type Way = 'sum' | 'average' | 'best' | 'worst'

export const WAY_SAID: Readonly<Record<Way, string>> = {
  sum: '合计',
  average: '平均',
  best: '取最高',
  worst: '取最低',
}

/** Several points as one, where all of them apply. */
export function gather(b: Nodes, of: readonly NodeId[], way: Way): NodeId {
  switch (way) {
    case 'sum':
      return b.sum(of)
    case 'average':
      return b.product([b.constant(divide(ONE, int(of.length))), b.sum(of)])
    case 'best':
      return b.greatest(of)
    case 'worst':
      return b.least(of)
  }
}

export type Part = Pick<Lowered, 'points' | 'applies'>

const appliesOf = (b: Nodes, part: Part): NodeId => part.applies ?? b.one()

/** 1 where any of the rules applies; absent when one of them always does. */
export function anyApplies(b: Nodes, parts: readonly Part[]): { readonly applies?: NodeId } {
  const all = parts.map(({ applies }) => applies)
  const known = all.filter((applies) => applies !== undefined)
  return known.length < all.length || known.length === 0 ? {} : { applies: b.or(known) }
}

function extreme(b: Nodes, parts: readonly Part[], way: 'best' | 'worst'): Part {
  return parts.reduce((found, part) => {
    const [had, has] = [appliesOf(b, found), appliesOf(b, part)]
    const both = gather(b, [found.points, part.points], way)
    const points = b.choose(had, b.choose(has, both, found.points), part.points)
    return { points, applies: b.or([had, has]) }
  })
}

/** Several rules as one: what does not apply takes no part. */
export function gatherApplying(b: Nodes, parts: readonly Part[], way: Way): NodeId {
  if (parts.every(({ applies }) => applies === undefined)) {
    return gather(
      b,
      parts.map(({ points }) => points),
      way,
    )
  }
  if (way === 'best' || way === 'worst') return extreme(b, parts, way).points
  const total = b.sum(parts.map((part) => b.product([appliesOf(b, part), part.points])))
  if (way === 'sum') return total
  const mean = b.quotient(total, b.sum(parts.map((part) => appliesOf(b, part))))
  return b.between(
    mean,
    parts.map((part) => part.points),
  )
}

import { bands } from './bands.ts'
import { checklist } from './checklist.ts'
import { decision } from './decision.ts'
import { dual } from './dual.ts'
import { each } from './each.ts'
import { external } from './external.ts'
import { formula } from './formula.ts'
import { growth } from './growth.ts'
import { judged } from './judged.ts'
import type { Kind } from './kind.ts'
import { ladder } from './ladder.ts'
import { lateness } from './lateness.ts'
import { levels } from './levels.ts'
import { proportional } from './proportional.ts'
import { rankPoints } from './rank-points.ts'
import { relative } from './relative.ts'
import { slope } from './slope.ts'
import { status } from './status.ts'
import { table } from './table.ts'
import { target } from './target.ts'

/** The ways of turning facts into points, in the order of the language reference. */
export const kinds: readonly Kind[] = [
  judged,
  target,
  dual,
  bands,
  each,
  levels,
  checklist,
  slope,
  proportional,
  ladder,
  table,
  rankPoints,
  relative,
  growth,
  lateness,
  external,
  status,
  decision,
  formula,
]

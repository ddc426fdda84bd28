import { consequences } from './consequences.ts'
import { decisions } from './decisions.ts'
import { explanations } from './explanations.ts'
import type { Export } from './export.ts'
import { items } from './items.ts'
import { missing } from './missing.ts'
import { points } from './points.ts'
import { ranking } from './ranking.ts'

/** Every way of giving results out, by name. */
export const exports: readonly Export[] = [
  ranking,
  points,
  items,
  explanations,
  missing,
  consequences,
  decisions,
]

import type { Kind } from '../kinds/kind.ts'
import { average } from './average.ts'
import { best } from './best.ts'
import { deduct } from './deduct.ts'
import { judges } from './judges.ts'
import { panel } from './panel.ts'
import { rollup } from './rollup.ts'
import { series } from './series.ts'
import { sum } from './sum.ts'
import { weighted } from './weighted.ts'
import { worst } from './worst.ts'

/** The ways of bringing rules, periods, units below and ballots together. */
export const combiners: readonly Kind[] = [
  sum,
  deduct,
  weighted,
  average,
  best,
  worst,
  series,
  rollup,
  judges,
  panel,
]

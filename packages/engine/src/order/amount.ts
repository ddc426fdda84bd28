import type { Consequence } from '../model/index.ts'
import { type Rational, equal, exactly, int } from '../number/index.ts'
import type { RankResult } from './rank.ts'
import { within } from './range.ts'
import type { Subject } from './selection.ts'
import type { Outcome } from './standing.ts'

type AmountTable = NonNullable<Consequence['amounts']>

/** What a table may give to one rank: the rows that may hold it, and 其他 where no row surely does. */
function amountsAt(rank: number, table: AmountTable, scheme: Outcome): readonly Rational[] {
  const at = { lo: int(rank), hi: int(rank) }
  const isRest = ([range]: AmountTable[number]): boolean => !range.from && !range.to
  const rows = table.map((row) => ({ row, met: within(row[0], at, scheme.inclusion) }))
  const named = rows.filter(({ row, met }) => !isRest(row) && met !== 'no')
  const rest = named.some(({ met }) => met === 'yes') ? [] : table.filter(isRest)
  return [...named.map(({ row }) => row), ...rest].map(([, amount]) => amount)
}

/** The amount that a table gives to a rank; undefined when ranks still possible get different ones, or none. */
function fromTable(
  table: AmountTable,
  rank: RankResult | undefined,
  scheme: Outcome,
): Rational | undefined {
  if (rank === undefined) return undefined
  const [best, worst] = rank.range
  const ranks = Array.from({ length: worst - best + 1 }, (_, i) => best + i)
  const found = ranks.map((one) => amountsAt(one, table, scheme))
  const first = found[0]?.[0]
  const agreed = found.every(
    (all) => all.length > 0 && all.every((one) => first && equal(one, first)),
  )
  return agreed ? first : undefined
}

/** The amount of a consequence that reaches a unit: as computed, or by the table of ranks. */
export function amountOf(c: Consequence, subject: Subject, scheme: Outcome): Rational | undefined {
  const computed = subject.standing.amounts.get(c.id)
  if (computed !== undefined) return exactly(computed)
  return c.amounts && fromTable(c.amounts, subject.rank, scheme)
}

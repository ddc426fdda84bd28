import type { Consequence, ConsequenceResult, Met } from '../model/index.ts'
import { type Rational, equal, exactly, int } from '../number/index.ts'
import { type CutResult, cutAll } from './cut.ts'
import { both, every } from './met.ts'
import type { Entry } from './pool.ts'
import { within } from './range.ts'
import { type RankResult, rankAll } from './rank.ts'
import type { Memory } from './recall.ts'
import { type Cuts, type Subject, judgeSelection } from './selection.ts'
import type { Outcome, Past } from './standing.ts'
import { streak } from './streak.ts'

/** The year that is assessed: that of the last day of the period, when the scheme says it. */
export function yearOf(scheme: Outcome): number | undefined {
  const to = scheme.period?.to
  return to === undefined ? undefined : Number(to.slice(0, 4))
}

function cutsOf(consequence: Consequence, entries: readonly Entry[], scheme: Outcome): Cuts {
  const { top, bottom } = consequence.who ?? {}
  const peers = consequence.who?.peers ?? scheme.ranking?.peers
  const all = (
    cut: typeof top,
    end: 'top' | 'bottom',
  ): ReadonlyMap<string, CutResult> | undefined => cut && cutAll(entries, peers, cut, end)
  return { top: all(top, 'top'), bottom: all(bottom, 'bottom') }
}

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

/** The ranks of a consequence that goes by other peers than the ranking does. */
function ownRanks(
  { who }: Consequence,
  entries: readonly Entry[],
  { ranking }: Outcome,
): ReadonlyMap<string, RankResult> | undefined {
  if (who?.peers === undefined || who.peers === ranking?.peers) return undefined
  return rankAll(entries, who.peers, ranking?.ties)
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

function amountOf(c: Consequence, subject: Subject, scheme: Outcome): Rational | undefined {
  const computed = subject.standing.amounts.get(c.id)
  if (computed !== undefined) return exactly(computed)
  return c.amounts && fromTable(c.amounts, subject.rank, scheme)
}

// 取消评优 takes a unit out of honours; the place it leaves is not filled again.
function honours(
  c: Consequence,
  { cancelled }: Subject,
  met: Met,
): { met: Met; reasons: string[] } {
  if (c.measure !== 'commend' || cancelled === 'no' || met === 'no') return { met, reasons: [] }
  return cancelled === 'yes'
    ? { met: 'no', reasons: ['已被取消评优'] }
    : { met: 'undecided', reasons: ['是否取消评优待定'] }
}

function conclude(c: Consequence, subject: Subject, cuts: Cuts, memory: Memory): ConsequenceResult {
  const { scheme } = memory
  const { eligible, standing } = subject
  if (eligible === 'no') return { id: c.id, met: 'no', reasons: ['不参加考核'] }
  const judged = judgeSelection(subject, { scheme, consequence: c, cuts })
  const thisYear = every(judged.map((j) => j.met))
  const row = streak(c, standing.unit.id, thisYear, yearOf(scheme), memory)
  const held = honours(c, subject, row.met)
  const met = both(eligible, held.met)
  const doubt = eligible === 'undecided' ? ['参加考核的资格待定'] : []
  const reasons = [...judged.map((j) => j.reason), ...row.reasons, ...held.reasons, ...doubt]
  const amount = met === 'yes' ? amountOf(c, subject, scheme) : undefined
  return { id: c.id, met, reasons, ...(amount === undefined ? {} : { amount }) }
}

/**
 * Whether each consequence of the scheme reaches each subject, with the facts it rests on; one list a
 * subject, in the order of the scheme. Units that do not take part are reached by none. It is advice:
 * people decide.
 */
export function concludeConsequences(
  subjects: readonly Subject[],
  entries: readonly Entry[],
  scheme: Outcome,
  past: Past,
): readonly (readonly ConsequenceResult[])[] {
  const all = (scheme.consequences ?? []).map((c) => ({
    c,
    cuts: cutsOf(c, entries, scheme),
    ranks: ownRanks(c, entries, scheme),
  }))
  const memory = { scheme, entries, past }
  return subjects.map((s) =>
    all.map(({ c, cuts, ranks }) => {
      const rank = ranks === undefined ? s.rank : ranks.get(s.standing.unit.id)
      return conclude(c, { ...s, rank }, cuts, memory)
    }),
  )
}

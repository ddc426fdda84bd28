import type { Consequence, Cut, Met, PastResult, Selection } from '../model/index.ts'
import { int, point } from '../number/index.ts'
import { cutAll } from './cut.ts'
import { bestKey } from './key.ts'
import { every } from './met.ts'
import type { Entry } from './pool.ts'
import { within } from './range.ts'
import type { Outcome, Past } from './standing.ts'

/** What the record of an earlier year says of a range, and what it would need besides to say more. */
export interface Recalled {
  readonly met: Met
  readonly lacks: readonly string[]
}

/** What an earlier year is judged with. */
export interface Memory {
  readonly scheme: Outcome
  /** The units of this year, for who was compared with whom. */
  readonly entries: readonly Entry[]
  readonly past: Past
}

const known = (met: Met): Recalled => ({ met, lacks: [] })
const lacking = (what: string): Recalled => ({ met: 'undecided', lacks: [what] })

// Ranges are the same when they are written the same, but for 连续.
function rangeOf({ who }: Consequence): string {
  const plain = (_: string, value: unknown) => (typeof value === 'bigint' ? `${value}` : value)
  return JSON.stringify({ ...who, years: undefined }, plain)
}

// A consequence that was met says that its range was met; so does any other with the same range.
function saidMet(consequence: Consequence, record: PastResult, scheme: Outcome): boolean {
  const wanted = rangeOf(consequence)
  const alike = (scheme.consequences ?? []).filter((c) => rangeOf(c) === wanted)
  return [consequence, ...alike].some((c) => record.met.includes(c.id))
}

// Ranks shared with gaps after them (1 1 3) or without (1 1 2), none missing before the last.
function isClosed(ranks: readonly number[]): boolean {
  const sorted = ranks.toSorted((a, b) => a - b)
  const fits = (next: (i: number, before: number) => number) =>
    sorted.every((rank, i) => rank === (sorted[i - 1] ?? 0) || rank === next(i, sorted[i - 1] ?? 0))
  return fits((i) => i + 1) || fits((_, before) => before + 1)
}

interface PastPool {
  readonly ranked: readonly (PastResult & { readonly rank: number })[]
  /** Whether nobody who was ranked is left out, as far as the records can tell. */
  readonly complete: boolean
}

/** Those ranked in the year of a record among whom its rank was counted, by the groups of today. */
function poolOf(record: PastResult, { entries, past, scheme }: Memory): PastPool {
  const successor = (id: string) => past.lineage.find((l) => l.from === id)?.unit
  const entryOf = (id: string) => entries.find((e) => e.unit === id || e.unit === successor(id))
  const peers = scheme.ranking?.peers ?? 'all'
  const keyOf = (entry: Entry | undefined) => (peers === 'all' ? '' : entry?.[peers])
  const own = keyOf(entryOf(record.unit))
  const ofYear = past.history
    .filter((h) => h.year === record.year)
    .flatMap((h) => (h.rank === undefined ? [] : [{ ...h, rank: h.rank }]))
    .map((h) => ({ h, key: keyOf(entryOf(h.unit)) }))
  const ranked = ofYear.filter(({ key }) => key === own).map(({ h }) => h)
  const covered = new Set(ranked.flatMap(({ unit }) => [unit, successor(unit) ?? unit]))
  const all = entries.filter((e) => e.present !== 'no' && keyOf(e) === own)
  const complete =
    all.every((e) => covered.has(e.unit)) && ofYear.every(({ key }) => key !== undefined)
  return { ranked, complete: complete && isClosed(ranked.map((h) => h.rank)) }
}

function byRanks({ ranked }: PastPool, { unit }: PastResult, cut: Cut, end: 'top' | 'bottom'): Met {
  const entries = ranked.map((h): Entry => {
    const key = bestKey([point(int(-h.rank))])
    return { unit: h.unit, type: '', group: '', present: 'yes', worst: key, best: key }
  })
  return cutAll(entries, 'all', cut, end).get(unit)?.met ?? 'undecided'
}

// With some ranks unknown: so many stood surely nearer to the end.
function byOwnRank(rank: number, { ranked }: PastPool, cut: Cut, end: 'top' | 'bottom'): Met {
  if (cut.number === undefined) return 'undecided'
  const nearer = end === 'top' ? rank - 1 : ranked.filter((h) => h.rank > rank).length
  return nearer >= cut.number ? 'no' : 'undecided'
}

function recallCut(record: PastResult, cut: Cut, end: 'top' | 'bottom', memory: Memory): Recalled {
  const { rank } = record
  if (rank === undefined) return lacking('名次')
  const pool = poolOf(record, memory)
  const countsAll = cut.base === 'all' && cut.share !== undefined
  if (pool.complete && !countsAll) return known(byRanks(pool, record, cut, end))
  const { ranking } = memory.scheme
  const shared = cut.share === undefined && cut.ties === 'all-in' && ranking?.ties === 'competition'
  if (end === 'top' && shared && rank <= (cut.number ?? 0)) return known('yes')
  const met = byOwnRank(rank, pool, cut, end)
  return met === 'no' ? known('no') : lacking('同组其他单位的名次')
}

function recallRank(who: Selection, record: PastResult, { scheme }: Memory): Recalled {
  if (who.ranks === undefined || record.rank === undefined) return lacking('名次')
  return known(within(who.ranks, point(int(record.rank)), scheme.inclusion))
}

function recallGrade(who: Selection, { grade }: PastResult, { scheme }: Memory): Recalled {
  const found = scheme.grading?.grades.find((g) => g.id === grade || g.name === grade)
  if (found === undefined) return lacking('等次')
  return known(who.grades?.includes(found.id) === true ? 'yes' : 'no')
}

function recallLine(who: Selection, { total }: PastResult, { scheme }: Memory): Recalled {
  if (who.line === undefined || total === undefined) return lacking('总分')
  if ((who.line.from ?? who.line.to)?.at.unit === '%') return lacking('得分率')
  return known(within(who.line, point(total), scheme.inclusion))
}

function recallAll(who: Selection, record: PastResult, memory: Memory): readonly Recalled[] {
  const ranked = [who.top, who.bottom, who.ranks].some((one) => one !== undefined)
  const otherPeers = who.peers !== undefined && who.peers !== memory.scheme.ranking?.peers
  if (ranked && otherPeers) return [lacking('在这个范围内的名次')]
  const found = [
    who.top && recallCut(record, who.top, 'top', memory),
    who.bottom && recallCut(record, who.bottom, 'bottom', memory),
    who.ranks && recallRank(who, record, memory),
    who.grades && recallGrade(who, record, memory),
    who.line && recallLine(who, record, memory),
    who.when && lacking('是否符合所列条件'),
  ].filter((one) => one !== undefined)
  const undefinedInWords = found.length === 0 && who.all !== true && who.wording !== undefined
  return undefinedInWords ? [lacking('由人判断的结果')] : found
}

/**
 * Whether a unit's record of an earlier year met the range of a consequence, whatever its 连续: surely
 * where its `met` lists the consequence or one of the same range, else by the rank, grade or total of
 * that year. That `met` does not list it says nothing: a consequence with 连续 was not met in the first
 * of the years.
 */
export function recall(consequence: Consequence, record: PastResult, memory: Memory): Recalled {
  if (saidMet(consequence, record, memory.scheme)) return known('yes')
  const found = consequence.who === undefined ? [] : recallAll(consequence.who, record, memory)
  const met = every(found.map((one) => one.met))
  return { met, lacks: met === 'undecided' ? found.flatMap((one) => one.lacks) : [] }
}

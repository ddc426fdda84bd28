import type { Consequence, ConsequenceResult, Met } from '../model/index.ts'
import { amountOf } from './amount.ts'
import { OPEN_CONTEST, type Contest } from './contend.ts'
import { type CutResult, cutAll } from './cut.ts'
import {
  type Decided,
  NO_PART,
  TIE_UNUSED,
  consequenceTie,
  grantOf,
  isWordingOnly,
} from './decision.ts'
import { both, every } from './met.ts'
import type { Entry } from './pool.ts'
import { type RankResult, rankAll } from './rank.ts'
import type { Memory } from './recall.ts'
import { type Cuts, type Subject, judgeSelection } from './selection.ts'
import type { Outcome, Past } from './standing.ts'
import { streak } from './streak.ts'

/** What follows for a unit, and which of the decisions on it were of no use, with the reason. */
export interface Followed {
  readonly result: ConsequenceResult
  readonly unused: ReadonlyMap<string, string>
}

/** The year that is assessed: that of the last day of the period, when the scheme says it. */
export function yearOf(scheme: Outcome): number | undefined {
  const to = scheme.period?.to
  return to === undefined ? undefined : Number(to.slice(0, 4))
}

function cutsOf(
  consequence: Consequence,
  entries: readonly Entry[],
  scheme: Outcome,
  contest: Contest,
): Cuts {
  const { top, bottom } = consequence.who ?? {}
  const peers = consequence.who?.peers ?? scheme.ranking?.peers
  const all = (
    cut: typeof top,
    end: 'top' | 'bottom',
  ): ReadonlyMap<string, CutResult> | undefined => cut && cutAll(entries, peers, cut, end, contest)
  return { top: all(top, 'top'), bottom: all(bottom, 'bottom') }
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

// 取消评优 takes a unit out of honours; whether the place it leaves is filled again 递补 says.
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

/** All that is the same for every unit of one consequence. */
interface Plan {
  readonly c: Consequence
  readonly cuts: Cuts
  /** The cuts before people decided among units level on them, where they did. */
  readonly before: Cuts | undefined
  readonly ranks: ReadonlyMap<string, RankResult> | undefined
}

interface Ground extends Memory {
  readonly decided: Decided
}

// Who stands before whom among units level on a cut, and whether saying so changed anything.
function tie({ c, cuts, before }: Plan, unit: string, { decided }: Ground) {
  const decision = decided.of(consequenceTie(c), unit)
  if (decision === undefined) return { reasons: [], note: '' }
  const changed = (['top', 'bottom'] as const).some(
    (end) => cuts[end]?.get(unit)?.met !== before?.[end]?.get(unit)?.met,
  )
  if (!changed) return { reasons: [], note: TIE_UNUSED }
  return { reasons: [`${decided.say(decision)}同分先后第${decision.value}`], note: '' }
}

// People grant or refuse what reaches a unit; they cannot make it reach one that it does not.
function granted(plan: Plan, unit: string, met: Met, { decided }: Ground) {
  const decision = decided.of(grantOf(plan.c), unit)
  if (decision === undefined) return { met, reasons: [], note: '' }
  const gives = decision.value === true
  if (met === 'no' && gives) return { met, reasons: [], note: '不在这条结果运用的范围内' }
  const reason = `${decided.say(decision)}${gives ? '给予' : '不给'}`
  return { met: both(met, gives ? 'yes' : 'no'), reasons: [reason], note: '' }
}

function leftOut(c: Consequence): Followed {
  const unused = new Map([grantOf(c), consequenceTie(c)].map((on) => [on, NO_PART]))
  return { result: { id: c.id, met: 'no', reasons: [NO_PART] }, unused }
}

function follow(plan: Plan, subject: Subject, ground: Ground): Followed {
  const { c, cuts } = plan
  const { scheme, decided } = ground
  const { eligible, standing } = subject
  const { id } = standing.unit
  if (eligible === 'no') return leftOut(c)
  const judged = judgeSelection(subject, {
    scheme,
    consequence: c,
    cuts,
    judged: isWordingOnly(c.who) && decided.of(grantOf(c), id) !== undefined,
  })
  const thisYear = every(judged.map((j) => j.met))
  const row = streak(c, id, thisYear, yearOf(scheme), ground)
  const held = honours(c, subject, row.met)
  const grant = granted(plan, id, held.met, ground)
  const level = tie(plan, id, ground)
  const met = both(eligible, grant.met)
  const doubt = eligible === 'undecided' ? ['参加考核的资格待定'] : []
  const told = [...judged.map((j) => j.reason), ...row.reasons, ...held.reasons]
  const reasons = [...told, ...level.reasons, ...grant.reasons, ...doubt]
  const amount = met === 'yes' ? amountOf(c, subject, scheme) : undefined
  const notes = [[grantOf(c), grant.note] as const, [consequenceTie(c), level.note] as const]
  return {
    result: { id: c.id, met, reasons, ...(amount === undefined ? {} : { amount }) },
    unused: new Map(notes.filter(([, note]) => note !== '')),
  }
}

function planOf(
  c: Consequence,
  subjects: readonly Subject[],
  entries: readonly Entry[],
  { scheme, decided }: Ground,
): Plan {
  const orders = decided.orders(consequenceTie(c))
  const cancelled = new Map(subjects.map((s) => [s.standing.unit.id, s.cancelled]))
  const loses = (unit: string) => cancelled.get(unit) ?? 'no'
  const contest = { loses: c.measure === 'commend' ? loses : OPEN_CONTEST.loses, orders }
  const plain = { ...contest, orders: undefined }
  return {
    c,
    cuts: cutsOf(c, entries, scheme, contest),
    before: orders && cutsOf(c, entries, scheme, plain),
    ranks: ownRanks(c, entries, scheme),
  }
}

/**
 * Whether each consequence of the scheme reaches each subject, with the facts it rests on; one list a
 * subject, in the order of the scheme. Units that do not take part are reached by none. It is advice:
 * people decide, and what they have decided is told.
 */
export function concludeConsequences(
  subjects: readonly Subject[],
  entries: readonly Entry[],
  scheme: Outcome,
  past: Past,
  decided: Decided,
): readonly (readonly Followed[])[] {
  const ground = { scheme, entries, past, decided }
  const all = (scheme.consequences ?? []).map((c) => planOf(c, subjects, entries, ground))
  return subjects.map((s) =>
    all.map((plan) => {
      const rank = plan.ranks === undefined ? s.rank : plan.ranks.get(s.standing.unit.id)
      return follow(plan, { ...s, rank }, ground)
    }),
  )
}

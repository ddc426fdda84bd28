import type { EventDeclaration, FactDeclaration, Program, Scheme } from '@kaohe/engine'
import { type Site, siteOf } from './site.ts'

/** A working default of this project, with no source in law: one entry a week of the covered period. */
export const DEFAULT_BUDGET = 52

const IN_A_YEAR = { month: 12, quarter: 4, half: 2, week: 52, year: 1, episode: 12 } as const

type Periodicity = keyof typeof IN_A_YEAR

interface Entry {
  readonly declared: FactDeclaration | EventDeclaration
  readonly how: Periodicity | undefined
}

/** What a unit writes down itself, and how often in a covered period. */
export interface Asked {
  readonly declared: FactDeclaration | EventDeclaration
  readonly times: number
}

function entriesOf({ scheme }: Site): readonly Entry[] {
  return [
    ...(scheme.facts ?? []).map((declared) => ({ declared, how: declared.period })),
    ...(scheme.events ?? []).map((declared) => ({ declared, how: declared.per })),
  ]
}

function timesOf(site: Site, { declared: { id }, how }: Entry): number {
  return site.scope.periodsOf(id)?.length ?? (how === undefined ? 1 : IN_A_YEAR[how])
}

// What an assessed unit, or those below it, must write down itself; data of systems and departments cost it nothing.
function isOwn(site: Site, { declared: { supplier, means, level } }: Entry): boolean {
  const automatic =
    means !== undefined && ['feed', 'desk', 'letter', 'ballot', 'poll'].includes(means)
  return supplier === undefined && !automatic && site.scope.standing(level) !== 'above'
}

/** The entries that a scheme asks of each unit. */
export function askedOf(site: Site): readonly Asked[] {
  const own = entriesOf(site).filter((one) => isOwn(site, one))
  return own.map((one) => ({ declared: one.declared, times: timesOf(site, one) }))
}

/** What a scheme costs each unit in a covered period. */
export interface Burden {
  readonly asked: readonly Asked[]
  /** Entries in all. */
  readonly entries: number
  /** Minutes in all, of the entries for which 填报分钟 is declared. */
  readonly minutes: number
  /** Entries for which nobody declared how long they take. */
  readonly untimed: number
  /** The most entries that there should be: 负担上限, or one a week. */
  readonly budget: number
}

/** The burden of a scheme: entries asked of each unit, and the minutes declared for them. */
export function burdenOf(scheme: Scheme, program: Program): Burden {
  const asked = askedOf(siteOf(scheme, program))
  const sum = (of: (one: Asked) => number) => asked.reduce((all, one) => all + of(one), 0)
  return {
    asked,
    entries: sum(({ times }) => times),
    minutes: sum(({ times, declared }) => times * (declared.minutes ?? 0)),
    untimed: sum(({ times, declared }) => (declared.minutes === undefined ? times : 0)),
    budget: scheme.burden ?? DEFAULT_BUDGET,
  }
}

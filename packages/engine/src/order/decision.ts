import type { Consequence, Cut, Decision, GradeLine, Selection } from '../model/index.ts'
import type { Outcome, Past } from './standing.ts'

/** One thing that a scheme leaves to people, to be decided unit by unit. */
export interface Matter {
  /** As `Decision.on` writes it. */
  readonly on: string
  /** In words: `等次`, `等次同分：优秀`, `同分：表彰`, `结果运用：表彰`. */
  readonly name: string
  /** A grade, the place among units level on a cut, or whether a consequence is granted. */
  readonly asks: 'grade' | 'order' | 'grant'
  /** The party that decides, where the scheme names it. */
  readonly body: string | undefined
  /** The kinds of assessee that it may be decided of; undefined for all. */
  readonly assessees: readonly string[] | undefined
}

/** Why a decision was not used. */
export const NO_PART = '不参加考核'
export const TIE_UNUSED = '没有改变结果：不在截止名次的同分里，或者先后还没有定全'

export const GRADE = 'grade'
export const ADJUSTED = 'grade-adjusted'
export const gradeTie = ({ id }: Pick<GradeLine, 'id'>): string => `grade-tie:${id}`
export const consequenceTie = ({ id }: Pick<Consequence, 'id'>): string => `tie:${id}`
export const grantOf = ({ id }: Pick<Consequence, 'id'>): string => `consequence:${id}`

/** Whether a selection says whom it reaches in words only, which people have to judge. */
export function isWordingOnly(who: Selection | undefined): boolean {
  if (who === undefined || who.all === true || who.wording === undefined) return false
  const { top, bottom, ranks, grades, line, when } = who
  return [top, bottom, ranks, grades, line, when].every((one) => one === undefined)
}

const tieByMeeting = (cut: Cut | undefined): boolean => cut?.ties === 'meeting'

function gradeMatters({ grading }: Outcome): readonly Matter[] {
  if (grading === undefined) return []
  const { by, body, assessees, grades } = grading
  const matter = { body, assessees }
  if (by === 'meeting') return [{ on: GRADE, name: '等次', asks: 'grade', ...matter }]
  if (by !== 'quota' && by !== 'line-and-quota') return []
  return grades
    .filter(({ quota }) => tieByMeeting(quota))
    .map((g) => ({ on: gradeTie(g), name: `等次同分：${g.name}`, asks: 'order', ...matter }))
}

/** Everything that the scheme leaves to people, in its order. */
export function mattersOf(scheme: Outcome): readonly Matter[] {
  const ofConsequences = (scheme.consequences ?? []).flatMap((c): Matter[] => {
    const matter = { body: c.body, assessees: c.who?.assessees }
    const tie = tieByMeeting(c.who?.top) || tieByMeeting(c.who?.bottom)
    const granted = c.body !== undefined || isWordingOnly(c.who)
    return [
      ...(tie
        ? [{ on: consequenceTie(c), name: `同分：${c.name}`, asks: 'order' as const, ...matter }]
        : []),
      ...(granted
        ? [{ on: grantOf(c), name: `结果运用：${c.name}`, asks: 'grant' as const, ...matter }]
        : []),
    ]
  })
  return [...gradeMatters(scheme), ...ofConsequences]
}

/**
 * What the scheme decides itself and the body that ratifies may decide otherwise, on record: the grade, where it
 * follows from the points. None where a meeting sets the grade anyway, and where nothing sets it.
 */
export function adjustmentOf({ grading }: Outcome): Matter | undefined {
  if (grading?.by === undefined || grading.by === 'meeting') return undefined
  const { body, assessees } = grading
  return { on: ADJUSTED, name: '等次调整', asks: 'grade', body, assessees }
}

/** Everything that a meeting may decide: what is left to people, and the adjustment of a grade. */
export function decidableIn(scheme: Outcome): readonly Matter[] {
  const adjustment = adjustmentOf(scheme)
  return adjustment === undefined ? mattersOf(scheme) : [...mattersOf(scheme), adjustment]
}

/** `书记会2021-01-20决定（团发〔2021〕3号；按全年表现）`. */
export function sayDecision({ body, date, number, reason }: Decision, scheme: Outcome): string {
  const name = scheme.parties?.find((p) => p.id === body)?.name ?? body
  const grounds = [number, reason].filter((ground) => ground !== undefined)
  return `${name}${date}决定${grounds.length === 0 ? '' : `（${grounds.join('；')}）`}`
}

/** What was decided, in words. */
export function sayValue({ value }: Decision, { asks }: Matter, scheme: Outcome): string {
  if (asks === 'grade')
    return scheme.grading?.grades.find((g) => g.id === value)?.name ?? `${value}`
  return asks === 'order' ? `先后第${value}` : value === true ? '给予' : '不给'
}

/** Whether a decision says what its matter asks. */
export function valueFits({ value }: Decision, { asks }: Matter, scheme: Outcome): boolean {
  if (asks === 'grade') return scheme.grading?.grades.some((g) => g.id === value) === true
  return asks === 'order'
    ? Number.isInteger(value) && Number(value) >= 1
    : typeof value === 'boolean'
}

/** The decisions on record that the scheme has room for, found by what they are on and of whom. */
export class Decided {
  readonly #found = new Map<string, Map<string, Decision>>()
  readonly #scheme: Outcome

  constructor(past: Past, scheme: Outcome) {
    this.#scheme = scheme
    const matters = new Map(decidableIn(scheme).map((matter) => [matter.on, matter]))
    for (const decision of past.decisions ?? []) {
      const matter = matters.get(decision.on)
      if (matter === undefined || !valueFits(decision, matter, scheme)) continue
      const known = this.#found.get(decision.on) ?? new Map<string, Decision>()
      this.#found.set(decision.on, known.set(decision.unit, decision))
    }
  }

  of(on: string, unit: string): Decision | undefined {
    return this.#found.get(on)?.get(unit)
  }

  /** Who decided, when and why. */
  say(decision: Decision): string {
    return sayDecision(decision, this.#scheme)
  }

  /** The places decided among units level on a cut, by unit; undefined where none was. */
  orders(on: string): ReadonlyMap<string, number> | undefined {
    const found = this.#found.get(on)
    return found && new Map([...found].map(([unit, { value }]) => [unit, Number(value)]))
  }
}

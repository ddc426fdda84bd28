import type { Adjusted, Decision, DecisionResult, Met } from '../model/index.ts'
import type { Followed } from './consequence.ts'
import {
  type Matter,
  ADJUSTED,
  GRADE,
  NO_PART,
  TIE_UNUSED,
  decidableIn,
  sayDecision,
  sayValue,
  valueFits,
} from './decision.ts'
import type { GradeResult } from './grade.ts'
import type { Outcome, Past } from './standing.ts'

/** What came out for a unit, as far as decisions had a part in it. */
export interface Part {
  readonly eligible: Met
  readonly grading: GradeResult
  /** What a meeting put in place of the computed grade. */
  readonly adjusted: Adjusted | undefined
  readonly followed: readonly Followed[]
}

const NOT_LEFT = '方案没有把这件事留给人决定'
const NO_VALUE = '方案里没有这样的决定'
const PART_OPEN = '是否参加考核还没有定'
const VETOED = '有否决降等的情形，等次不能调高'
const NOT_GRADED = '这类考核对象不评定等次'

function unadjusted({ eligible, grading, adjusted }: Part): string {
  if (adjusted !== undefined) return ''
  if (eligible !== 'yes') return PART_OPEN
  return grading.grades.size === 0 ? NOT_GRADED : VETOED
}

function noteOf(decision: Decision, matter: Matter | undefined, part: Part, fits: boolean): string {
  if (matter === undefined) return NOT_LEFT
  if (!fits) return NO_VALUE
  if (part.eligible === 'no') return NO_PART
  const { on } = decision
  if (on === ADJUSTED) return unadjusted(part)
  if (on === GRADE || on.startsWith('grade-tie:')) {
    if (part.grading.grades.size === 0) return NOT_GRADED
    return on === GRADE || part.grading.decided.includes(on) ? '' : TIE_UNUSED
  }
  return part.followed.map(({ unused }) => unused.get(on)).find((n) => n !== undefined) ?? ''
}

/** Tells of every decision on record what became of it. */
export class Uses {
  readonly #scheme: Outcome
  readonly #matters: ReadonlyMap<string, Matter>
  readonly #byUnit: ReadonlyMap<string, readonly Decision[]>

  constructor(past: Past, scheme: Outcome) {
    this.#scheme = scheme
    this.#matters = new Map(decidableIn(scheme).map((matter) => [matter.on, matter]))
    this.#byUnit = Map.groupBy(past.decisions ?? [], ({ unit }) => unit)
  }

  // An adjustment is told with the grade that it replaces.
  #sayValue(decision: Decision, matter: Matter, { adjusted }: Part): string {
    const value = sayValue(decision, matter, this.#scheme)
    if (decision.on !== ADJUSTED || adjusted === undefined) return value
    const before = this.#scheme.grading?.grades.find(({ id }) => id === adjusted.from)
    return before === undefined ? value : `计算为${before.name}，调整为${value}`
  }

  of(unit: string, part: Part): readonly DecisionResult[] {
    return (this.#byUnit.get(unit) ?? []).map((decision) => {
      const matter = this.#matters.get(decision.on)
      const fits = matter !== undefined && valueFits(decision, matter, this.#scheme)
      const note = noteOf(decision, matter, part, fits)
      return {
        decision,
        matter: matter?.name ?? decision.on,
        value: fits ? this.#sayValue(decision, matter, part) : `${decision.value}`,
        said: sayDecision(decision, this.#scheme),
        used: note === '',
        note,
      }
    })
  }
}

import type { Decision, DecisionResult, Met } from '../model/index.ts'
import type { Followed } from './consequence.ts'
import {
  type Matter,
  GRADE,
  NO_PART,
  TIE_UNUSED,
  mattersOf,
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
  readonly followed: readonly Followed[]
}

const NOT_LEFT = '方案没有把这件事留给人决定'
const NO_VALUE = '方案里没有这样的决定'
const NOT_GRADED = '这类考核对象不评定等次'

function noteOf(decision: Decision, matter: Matter | undefined, part: Part, fits: boolean): string {
  if (matter === undefined) return NOT_LEFT
  if (!fits) return NO_VALUE
  if (part.eligible === 'no') return NO_PART
  const { on } = decision
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
    this.#matters = new Map(mattersOf(scheme).map((matter) => [matter.on, matter]))
    this.#byUnit = Map.groupBy(past.decisions ?? [], ({ unit }) => unit)
  }

  of(unit: string, part: Part): readonly DecisionResult[] {
    return (this.#byUnit.get(unit) ?? []).map((decision) => {
      const matter = this.#matters.get(decision.on)
      const fits = matter !== undefined && valueFits(decision, matter, this.#scheme)
      const note = noteOf(decision, matter, part, fits)
      return {
        decision,
        matter: matter?.name ?? decision.on,
        value: fits ? sayValue(decision, matter, this.#scheme) : `${decision.value}`,
        said: sayDecision(decision, this.#scheme),
        used: note === '',
        note,
      }
    })
  }
}

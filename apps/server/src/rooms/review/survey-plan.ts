import type { SurveyColumn } from '@kaohe/contract'
import type { FactDeclaration, Program } from '@kaohe/engine'
import { checksOf, type PlannedCheck } from './inspection-checks.ts'

/** Whether a datum comes from asking a sample of people, and so with how, by whom and when they were asked. */
export const isSurveyed = ({ means }: Pick<FactDeclaration, 'means'>): boolean => means === 'poll'

/** What surveys supply under a scheme: points that respondents give together, and data. */
export function surveyedFigures(program: Program): PlannedCheck[] {
  return checksOf(program, {
    mark: ({ evaluators }, source) => source?.means === 'poll' && evaluators.length <= 1,
    fact: isSurveyed,
  })
}

export const shownColumn = ({ check }: PlannedCheck): SurveyColumn => {
  const { subject, name, type, unit, clause } = check
  return { subject, name, type, unit, clause }
}

import type { Check, Phrase } from '../finding.ts'
import { aboveFull } from './above-full.ts'
import { announcedMissing } from './announced-missing.ts'
import { articleUnmapped } from './article-unmapped.ts'
import { awardUnbounded } from './award-unbounded.ts'
import { ballotsTooFew } from './ballots-too-few.ts'
import { ballotsUndeclared } from './ballots-undeclared.ts'
import { bandGap } from './band-gap.ts'
import { bandMasked } from './band-masked.ts'
import { bandOverlap } from './band-overlap.ts'
import { bandUnreachable } from './band-unreachable.ts'
import { bonusUnnamed } from './bonus-unnamed.ts'
import { burden } from './burden.ts'
import { capNeverBinds } from './cap-never-binds.ts'
import { clauseMissing } from './clause-missing.ts'
import { conditionConstant } from './condition-constant.ts'
import { cutTiesUndeclared } from './cut-ties-undeclared.ts'
import { deadlineImpossible } from './deadline-impossible.ts'
import { deadlineMissing } from './deadline-missing.ts'
import { deadlineOrder } from './deadline-order.ts'
import { deadlineUndeclared } from './deadline-undeclared.ts'
import { deadlineVague } from './deadline-vague.ts'
import { denominatorUndeclared } from './denominator-undeclared.ts'
import { departmentMissing } from './department-missing.ts'
import { departmentsUncombined } from './departments-uncombined.ts'
import { discretionUnmeasured } from './discretion-unmeasured.ts'
import { eligibilityDayUndeclared } from './eligibility-day-undeclared.ts'
import { eventTwice } from './event-twice.ts'
import { evidenceTwice } from './evidence-twice.ts'
import { exhaustedEarly } from './exhausted-early.ts'
import { factUnsupplied } from './fact-unsupplied.ts'
import { factUnused } from './fact-unused.ts'
import { floorUndeclared } from './floor-undeclared.ts'
import { forfeitInDeduct } from './forfeit-in-deduct.ts'
import { formalismEvidence } from './formalism-evidence.ts'
import { gradeExact } from './grade-exact.ts'
import { gradeSomeTypes } from './grade-some-types.ts'
import { gradeWithoutLine } from './grade-without-line.ts'
import { gradesUndecided } from './grades-undecided.ts'
import { inclusionUndeclared } from './inclusion-undeclared.ts'
import { issueUndated } from './issue-undated.ts'
import { issuedLate } from './issued-late.ts'
import { itemCannotApply } from './item-cannot-apply.ts'
import { itemsAlike } from './items-alike.ts'
import { lastYearUndeclared } from './last-year-undeclared.ts'
import { lateOrMissing } from './late-or-missing.ts'
import { notApplicableUndeclared } from './not-applicable-undeclared.ts'
import { oneOrSeveral } from './one-or-several.ts'
import { overlapUnresolved } from './overlap-unresolved.ts'
import { partialStepUndeclared } from './partial-step-undeclared.ts'
import { partsSum } from './parts-sum.ts'
import { peersUndeclared } from './peers-undeclared.ts'
import { periodCountUndeclared } from './period-count-undeclared.ts'
import { periodUndeclared } from './period-undeclared.ts'
import { questionOpen } from './question-open.ts'
import { refillUndeclared } from './refill-undeclared.ts'
import { remarkLimit } from './remark-limit.ts'
import { requirementUnscored } from './requirement-unscored.ts'
import { retroactive } from './retroactive.ts'
import { roundingUndeclared } from './rounding-undeclared.ts'
import { ruleMissing } from './rule-missing.ts'
import { selectionUndefined } from './selection-undefined.ts'
import { shareRoundingUndeclared } from './share-rounding-undeclared.ts'
import { sharedBoundary } from './shared-boundary.ts'
import { sheetsUnequal } from './sheets-unequal.ts'
import { silenceUndeclared } from './silence-undeclared.ts'
import { surveyUnconverted } from './survey-unconverted.ts'
import { takeUndeclared } from './take-undeclared.ts'
import { textMissing } from './text-missing.ts'
import { textReferred } from './text-referred.ts'
import { textRepealed } from './text-repealed.ts'
import { tiesUndeclared } from './ties-undeclared.ts'
import { totalBelowZero } from './total-below-zero.ts'
import { typeWithoutEvaluator } from './type-without-evaluator.ts'
import { unreachablePoints } from './unreachable-points.ts'
import { upperLevelFact } from './upper-level-fact.ts'
import { vetoEffect } from './veto-effect.ts'
import { weightNegligible } from './weight-negligible.ts'
import { weightsMissing } from './weights-missing.ts'
import { weightsSum } from './weights-sum.ts'
import { windowOutside } from './window-outside.ts'
import { wordsUncovered } from './words-uncovered.ts'
import { zeroDivisor } from './zero-divisor.ts'

/** Checks of one subject, as docs/lint.md lists them. */
export interface CheckGroup {
  readonly title: Phrase
  readonly checks: readonly Check[]
}

/** Everything that is looked for: a new check is one file, one bad scheme and one line here. */
export const checkGroups: readonly CheckGroup[] = [
  {
    title: { zh: '分数对不上', en: 'Points that do not fit together' },
    checks: [
      weightsSum,
      weightsMissing,
      partsSum,
      sheetsUnequal,
      unreachablePoints,
      aboveFull,
      capNeverBinds,
      awardUnbounded,
      totalBelowZero,
      exhaustedEarly,
      forfeitInDeduct,
      weightNegligible,
    ],
  },
  {
    title: { zh: '分段、表和条件', en: 'Bands, tables and conditions' },
    checks: [
      bandGap,
      bandOverlap,
      sharedBoundary,
      bandMasked,
      bandUnreachable,
      wordsUncovered,
      inclusionUndeclared,
      overlapUnresolved,
      conditionConstant,
    ],
  },
  {
    title: { zh: '公布的和计分的', en: 'What is announced and what is scored' },
    checks: [
      requirementUnscored,
      announcedMissing,
      articleUnmapped,
      ruleMissing,
      bonusUnnamed,
      eventTwice,
      evidenceTwice,
      itemsAlike,
    ],
  },
  {
    title: { zh: '原文没有写明的', en: 'What the notice leaves open' },
    checks: [
      discretionUnmeasured,
      oneOrSeveral,
      partialStepUndeclared,
      floorUndeclared,
      takeUndeclared,
      periodUndeclared,
      periodCountUndeclared,
      denominatorUndeclared,
      zeroDivisor,
      roundingUndeclared,
      notApplicableUndeclared,
      peersUndeclared,
      tiesUndeclared,
      shareRoundingUndeclared,
      cutTiesUndeclared,
      lastYearUndeclared,
      lateOrMissing,
      ballotsUndeclared,
      ballotsTooFew,
      silenceUndeclared,
      questionOpen,
    ],
  },
  {
    title: { zh: '谁评价谁', en: 'Who evaluates whom' },
    checks: [
      departmentsUncombined,
      departmentMissing,
      typeWithoutEvaluator,
      itemCannotApply,
      upperLevelFact,
      eligibilityDayUndeclared,
      surveyUnconverted,
      refillUndeclared,
      remarkLimit,
    ],
  },
  {
    title: { zh: '数据', en: 'Facts' },
    checks: [factUnsupplied, factUnused, formalismEvidence, burden],
  },
  {
    title: { zh: '结果', en: 'Results' },
    checks: [
      gradesUndecided,
      gradeWithoutLine,
      gradeExact,
      gradeSomeTypes,
      selectionUndefined,
      vetoEffect,
    ],
  },
  {
    title: { zh: '日期和文件', en: 'Dates and texts' },
    checks: [
      deadlineUndeclared,
      deadlineMissing,
      deadlineVague,
      deadlineOrder,
      deadlineImpossible,
      windowOutside,
      retroactive,
      issuedLate,
      issueUndated,
      clauseMissing,
      textMissing,
      textReferred,
      textRepealed,
    ],
  },
]

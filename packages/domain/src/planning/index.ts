export { calendarOf, type PlannedStep } from './calendar.ts'
export { type Compared, type Comparison, compareSchemes } from './comparison.ts'
export { type Conflict, conflictsOf } from './conflicts.ts'
export {
  type Assessed,
  assesseesOf,
  type Candidate,
  type Mapping,
  strangeTypes,
} from './eligible.ts'
export { type Evaluated, evaluatorTable } from './evaluators.ts'
export { danglingKinds, type KindSaid, type KindsSaid, levelOfKind, typeOfKind } from './kinds.ts'
export { type CategoryPage, type ItemPage, type SchemePages, schemePages } from './pages.ts'
export { type Publishable, refuseConfirmation, refuseProposal } from './publication.ts'
export { placesOf, poolSizes, type Places, type Shift, shiftsOf, type Taking } from './quotas.ts'
export { addReading, type Decided, type NewReading, settleReading } from './rulings.ts'
export {
  closingRule,
  missingFor,
  missingToClose,
  sayAmount,
  stateOf,
  stepsOf,
  type WorkState,
  type WorkStep,
} from './work.ts'
export {
  daysOffOf,
  type Holidays,
  type HolidaySpan,
  restOn,
  sayWeekday,
  weekdayOf,
} from './workdays.ts'

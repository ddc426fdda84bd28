export { type Caution, cautionsOf, type MarkedItem, type Written } from './cautions.ts'
export {
  type ClaimSaid,
  type Double,
  doublesOf,
  plainName,
  type RuledField,
  rulesOn,
  unsaidOf,
} from './claims.ts'
export { contradictionOf } from './contradiction.ts'
export { type Reopenable, refuseReopening, refuseReopeningBy } from './reopening.ts'
export { type Desk, type DeskState, isWritable, type Seat, seesMarks, sitsAt } from './desks.ts'
export {
  differencesOf,
  isAnswerable,
  lastDayOf,
  type LetterTime,
  type TypedAnswer,
} from './letters.ts'
export {
  areSurveysOpen,
  givenTwice,
  refuseSurveyReopening,
  standingSurveys,
  type SurveyCell,
  type SurveyVersion,
} from './surveys.ts'
export * from './meeting/index.ts'

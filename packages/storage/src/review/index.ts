export { alsoUsed, type UsedFile } from './also-used.ts'
export {
  claimsOf,
  type ContentRuling,
  type StoredClaim,
  type StoredClaimRuling,
  writeClaimRuling,
} from './claims.ts'
export {
  type ContentVerdict,
  exhibitsOf,
  returnEvidence,
  settleEvidence,
  type StoredExhibit,
  writeVerdicts,
} from './verdicts.ts'
export {
  type ContentFinding,
  findingsOf,
  insertFinding,
  lockChecklist,
  type StoredFinding,
  type StoredChecklist,
  writeChecklist,
} from './inspections.ts'
export { deskItemOf, type StoredDeskItem } from './desk-item.ts'
export { desksOf, lockDesk, moveDesk, type NamedDesk, type StoredDesk } from './desks.ts'
export { findMark, marksOn, type StoredMark, writeMark } from './marks.ts'
export {
  findOpinion,
  lyingOn,
  returnOpinions,
  type StoredOpinion,
  writeOpinion,
} from './opinions.ts'
export {
  agreeSurveyReopening,
  askSurveyReopening,
  type ContentSurvey,
  insertSurvey,
  lockSurveys,
  type StoredReopening,
  type StoredSurvey,
  type SurveyFigure,
  surveysOf,
  type SurveysOfCycle,
} from './surveys.ts'
export { seatOf, type StoredSeat } from './seat.ts'
export {
  briefingsOf,
  findBriefing,
  type StoredBriefing,
  writeBriefing,
} from './briefings.ts'
export {
  answersTo,
  type ContentLetter,
  findScan,
  insertAnswer,
  markAnswered,
  mendFirst,
  notePaper,
  openedAnswers,
  type StoredLetterAnswer,
  type StoredScan,
  writeScan,
} from './letter-answers.ts'
export {
  closeRound,
  findLetter,
  heldLetter,
  type IssuedLink,
  issueLinks,
  lettersOf,
  lockLetter,
  lockStanding,
  type Receiver,
  type RoundPlace,
  roundsOf,
  type StoredLetter,
  type StoredRound,
  withdrawLetter,
  writeReceivers,
  writeRound,
} from './letters.ts'
export * from './meeting/index.ts'

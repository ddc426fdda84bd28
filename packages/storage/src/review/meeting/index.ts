export {
  type CountedBallot,
  castBallot,
  countedFor,
  emptyBox,
  holdBallots,
  openBox,
  ownBallots,
  type BallotStanding,
  standingFor,
  type StoredBallot,
  turnoutOfJudge,
  whileScoring,
} from './ballots.ts'
export { type ContentBallots } from './counted.ts'
export {
  clearConflicts,
  conflictsOf,
  deleteJudge,
  hasVoted,
  insertConflicts,
  insertJudges,
  judgeOf,
  judgesOf,
  linkJudges,
  pathsOf,
  putOnPaper,
  type StoredConflict,
  type StoredJudge,
} from './judges.ts'
export { type Agenda, agendaNow } from './live.ts'
export {
  changeMeeting,
  findMeeting,
  insertMeeting,
  lockMeeting,
  meetingsOf,
  type StoredField,
  type StoredMeeting,
} from './meetings.ts'
export {
  dealWithProblem,
  insertProblem,
  lockProblems,
  type NamedProblem,
  problemsOf,
  type StoredProblem,
} from './problems.ts'
export {
  sheetEntriesOf,
  insertSheet,
  insertSheetEntry,
  lockSheet,
  lockSheetOf,
  settleSheet,
  sheetsOf,
  type StoredEntryOfSheet,
  type StoredSheet,
} from './sheets.ts'
export {
  keepDigest,
  moveSpeaker,
  placeSpeakers,
  speakersOf,
  type StoredSpeaker,
  summaryOf,
  turnoutOf,
  writeSummary,
} from './speakers.ts'

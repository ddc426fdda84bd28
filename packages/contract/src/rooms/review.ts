/** Evaluation: the desks of departments, and who signs for them. */
export * from './review/claims.ts'
export * from './review/desks.ts'
export * from './review/inspection.ts'
export * from './review/reopening.ts'
export * from './review/surveys.ts'
export * from './review/verdicts.ts'
export type { Desk, DeskUnit, Mark, MarkField, Opinion } from './review/shapes.ts'
export * from './review/briefings.ts'
export * from './review/letters.ts'
export {
  type AnswerTyped,
  type Briefing,
  type Letter,
  type LetterAnswer,
  type LetterSource,
  MOST_WORDS,
} from './review/letter-shapes.ts'
export * from './review/ballots.ts'
export * from './review/meetings.ts'
export * from './review/problems.ts'
export type {
  AgendaSpeaker,
  BallotField,
  BallotKind,
  Judge,
  JudgeProblem,
  JudgeSlip,
  LiveAgenda,
  LiveScreen,
  Meeting,
  OwnBallot,
  OwnProblem,
  PaperSheet,
  Speaker,
  SpeakerOutcome,
} from './review/meeting-shapes.ts'

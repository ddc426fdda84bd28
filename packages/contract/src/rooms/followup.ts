/** What follows from results: decided by people, tracked to its end. */
export * from './followup/measures.ts'
export type {
  CarriedOver,
  ConsequenceProposal,
  Hinges,
  Measure,
  Reached,
} from './followup/shapes.ts'

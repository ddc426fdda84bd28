/** Results: computed, frozen, decided on, ratified, released. */
export { readCloseness, readWeights } from './result/closeness.ts'
export * from './result/objections.ts'
export * from './result/papers.ts'
export * from './result/publicity.ts'
export * from './result/suggestions.ts'
export * from './result/results.ts'
export type {
  Matter,
  Outcome,
  Released,
  ReleasePart,
  Resolution,
  Result,
  Snapshot,
  UnitResult,
} from './result/shapes.ts'
export type { Closeness, Weights } from './result/closeness.ts'

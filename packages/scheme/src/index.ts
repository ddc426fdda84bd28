export type { Code } from './diagnostic/catalogue.ts'
export { type Diagnostic, type Language, type Severity, tell } from './diagnostic/diagnostic.ts'
export { nearestWord } from './diagnostic/nearest.ts'
export { type ReadOptions, type ReadResult, readScheme } from './read/scheme.ts'
export * from './readings/index.ts'
export type { Position } from './source/origin.ts'
export { type Source, placeOf } from './source/tree.ts'
export { KINDS, MODIFIERS } from './vocabulary.ts'
export { printScheme } from './print/print.ts'
export { type Published, published } from './published.ts'
export { load as loadSource } from './source/load.ts'
export * from './priorities/index.ts'
export { Teller } from './show/say.ts'
export { showScheme } from './show/show.ts'
export {
  addMember,
  linesWithout,
  type Member,
  membersOf,
  partOf,
  placeOfPart,
  replacePart,
} from './source/splice.ts'
export { type Change, diffSchemes } from './diff/diff.ts'
export * from './random/index.ts'
export { type Effect, effectOf, type Parameter, parametersOf, scaled } from './vary/index.ts'
export * from './lint/index.ts'

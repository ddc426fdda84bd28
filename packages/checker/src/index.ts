export { type Report, checkProof, readd } from './check.ts'
export { type BundleFiles, type BundleReport, checkBundle } from './bundle.ts'
export { canonical, digest } from './digest.ts'
export type { Fault } from './fault.ts'
export { checkRanks } from './ranks.ts'
export {
  type Consistency,
  type Inclusion,
  isConsistent,
  isIncluded,
  leafOf,
  RootOf,
} from './log.ts'
export { checkLog, type ExportedLine, type LogFault, type LogReport } from './log-export.ts'
export { type Checkpoint, readNote } from './note.ts'
export { sha256 } from './sha256.ts'

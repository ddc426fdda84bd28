export { type Report, checkProof, readd } from './check.ts'
export { canonical, digest } from './digest.ts'
export type { Fault } from './fault.ts'
export { checkRanks } from './ranks.ts'

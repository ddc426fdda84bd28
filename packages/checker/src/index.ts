export { type Fault, type Report, checkProof, readd } from './check.ts'
export { canonical, digest } from './digest.ts'

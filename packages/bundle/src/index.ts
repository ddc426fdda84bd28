/**
 * A result that can be taken along and computed again elsewhere: scheme, facts, result and proofs as files.
 * Hash functions are arguments, so that a browser can do it too.
 */
export { BundleFault, CORE, type Core, coreOf, manifestOf, recomputed } from './core.ts'
export { type Hash, identityOf } from './identity.ts'
export { withoutNames } from './nameless.ts'
export { papersOf, takingPart } from './papers.ts'
export { coreIn, unpack, type Unpacked } from './unpack.ts'

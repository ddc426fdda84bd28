// The compiler's own answers about a scheme, so that nobody answers twice.
export { evaluatorsOf } from '../../../engine/src/compile/items.ts'
export { periodsIn } from '../../../engine/src/compile/periods.ts'
export { NOTHING_OBSERVED, Scope } from '../../../engine/src/compile/scope.ts'
export { countsWhole } from '../../../engine/src/compile/units.ts'

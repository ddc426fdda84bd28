export { type Effect, effectOf } from './effect.ts'
export { type Parameter, parametersOf, scaled } from './parameters.ts'

export * from './core/index.ts'
export * from './model/index.ts'
export * from './number/index.ts'
export * as shape from './shape/index.ts'

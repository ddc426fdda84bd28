export * from './guard.ts'
export * from './number.ts'
export * from './spec.ts'
export * from './write.ts'

export * from './guard.ts'
export * from './spec.ts'
export * from './write.ts'

export * from './anchor.ts'
export * from './judged.ts'
export * from './periods.ts'
export * from './words.ts'

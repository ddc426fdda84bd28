/** What follows from results. */
export * from './around.ts'
export * from './measures.ts'
export * from './steps.ts'

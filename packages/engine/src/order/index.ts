export * from './conclude.ts'
export * from './standing.ts'

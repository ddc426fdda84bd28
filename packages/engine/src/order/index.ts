export * from './conclude.ts'
export * from './standing.ts'
export * from './table.ts'

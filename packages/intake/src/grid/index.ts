export * from './at.ts'
export * from './grid.ts'

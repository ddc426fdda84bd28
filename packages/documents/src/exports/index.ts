export type { Export } from './export.ts'
export { exports } from './list.ts'
export type { Results } from './results.ts'
export * from './table.ts'

export type { Export } from './export.ts'
export { exports } from './list.ts'
export { type Results, groupName, ranked, rankedWithin, sayOut } from './results.ts'
export * from './table.ts'

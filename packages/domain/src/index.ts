/**
 * The year of an assessment as decisions without a database: who may do what, what a tree of organisations
 * is, what a report needs before it is handed in. Rooms look left: organisation < planning < reporting.
 */
export * from './access/index.ts'
export * from './organisation/index.ts'
export * from './planning/index.ts'
export * from './reporting/index.ts'
export { policies } from './policies.ts'

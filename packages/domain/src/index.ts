/**
 * The year of an assessment as decisions without a database: who may do what, what a tree of organisations
 * is, what a report needs before it is handed in, who is told of it when, who marks whom. Rooms look left:
 * organisation < planning < reporting < review < result < followup <
 * jobs < messages.
 */
export * from './access/index.ts'
export * from './organisation/index.ts'
export * from './planning/index.ts'
export * from './reporting/index.ts'
export * from './review/index.ts'
export * from './result/index.ts'
export * from './followup/index.ts'
export * from './jobs/index.ts'
export * from './messages/index.ts'
export { policies } from './policies.ts'

/**
 * What is kept: PostgreSQL, embedded or anyone's. One file a room; each function runs inside a transaction
 * that knows who asks, and row security shows it no more than that one may see.
 */
export { type Acting, acting, askAs, type Asker } from './acting.ts'
export * from './backup/index.ts'
export { answers, type Connection, connect, type Database } from './connect.ts'
export * from './departments.ts'
export * from './embedded/index.ts'
export * from './holidays.ts'
export * from './identity/index.ts'
export * from './log/index.ts'
export * from './notices.ts'
export * from './organisation.ts'
export { migrate, MigrationChanged } from './migrate.ts'
export * from './planning.ts'
export * from './plans.ts'
export * from './proposals.ts'
export * from './reporting/index.ts'

export { type Dialect, duckdb, postgres } from './dialect.ts'
export { type SqlQuery, sqlOf } from './query.ts'
export {
  type Scales,
  type SqlRows,
  type SqlValue,
  type TableName,
  TABLES,
  createTables,
  sqlRows,
} from './tables.ts'

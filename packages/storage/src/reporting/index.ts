/** What units report: data, events, files, and what becomes of a report. */
export * from './entries.ts'
export * from './evidence.ts'
export * from './happenings.ts'
export * from './observations.ts'
export * from './overview.ts'
export * from './standing.ts'
export * from './submissions.ts'
export * from './supervision.ts'

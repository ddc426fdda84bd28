/** What units report: the report, its events, its submission, its evidence, and who looks after it. */
export * from './reporting/evidence.ts'
export * from './reporting/happenings.ts'
export * from './reporting/observations.ts'
export * from './reporting/overview.ts'
export * from './reporting/papers.ts'
export * from './reporting/report.ts'
export type * from './reporting/shapes.ts'
export * from './reporting/submission.ts'

import type { FollowupTables } from './tables/followup.ts'
import type { IdentityTables } from './tables/identity.ts'
import type { JobTables } from './tables/jobs.ts'
import type { LetterTables } from './tables/letters.ts'
import type { LogTables } from './tables/log.ts'
import type { MeetingTables } from './tables/meeting.ts'
import type { MessageTables } from './tables/messages.ts'
import type { OrganisationTables } from './tables/organisation.ts'
import type { PaperTables } from './tables/papers.ts'
import type { PlanningTables } from './tables/planning.ts'
import type { ReportingTables } from './tables/reporting.ts'
import type { ResultTables } from './tables/result.ts'
import type { ReviewTables } from './tables/review.ts'

export type * from './tables/followup.ts'
export type * from './tables/identity.ts'
export type * from './tables/jobs.ts'
export type * from './tables/letters.ts'
export type * from './tables/log.ts'
export type * from './tables/meeting.ts'
export type * from './tables/messages.ts'
export type * from './tables/organisation.ts'
export type * from './tables/papers.ts'
export type * from './tables/planning.ts'
export type * from './tables/reporting.ts'
export type * from './tables/result.ts'
export type * from './tables/review.ts'

/** The tables as the application reads and writes them; the truth about them is in migrations/. */
export interface Tables
  extends IdentityTables,
    JobTables,
    LetterTables,
    LogTables,
    MeetingTables,
    MessageTables,
    OrganisationTables,
    PaperTables,
    PlanningTables,
    ReportingTables,
    ReviewTables,
    ResultTables,
    FollowupTables {}

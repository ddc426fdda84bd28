import type { IdentityTables } from './tables/identity.ts'
import type { LogTables } from './tables/log.ts'
import type { OrganisationTables } from './tables/organisation.ts'
import type { PlanningTables } from './tables/planning.ts'
import type { ReportingTables } from './tables/reporting.ts'

export type * from './tables/identity.ts'
export type * from './tables/log.ts'
export type * from './tables/organisation.ts'
export type * from './tables/planning.ts'
export type * from './tables/reporting.ts'

/** The tables as the application reads and writes them; the truth about them is in migrations/. */
export interface Tables
  extends IdentityTables,
    LogTables,
    OrganisationTables,
    PlanningTables,
    ReportingTables {}

import { announceJob } from '../rooms/messages/announce-job.ts'
import { codeJob } from '../rooms/messages/code-job.ts'
import { deadlinesJob } from '../rooms/messages/deadlines-job.ts'
import { deliverJob } from '../rooms/messages/deliver-job.ts'
import { exportUnitsJob } from '../rooms/organisation/export-job.ts'
import { importUnitsJob } from '../rooms/organisation/import-job.ts'
import { papersJob } from '../rooms/reporting/papers-job.ts'
import { remindJob } from '../rooms/reporting/remind.ts'
import { publicityMailJob } from '../rooms/result/publicity-mail-job.ts'
import { resultPapersJob } from '../rooms/result/papers/job.ts'
import type { AnyKind } from './kind.ts'

/** Every kind of work. */
export const jobKinds: readonly AnyKind[] = [
  announceJob,
  codeJob,
  deadlinesJob,
  deliverJob,
  exportUnitsJob,
  importUnitsJob,
  papersJob,
  publicityMailJob,
  remindJob,
  resultPapersJob,
]

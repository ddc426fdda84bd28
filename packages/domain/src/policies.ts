import { followupPolicies } from './followup/policies.ts'
import { jobPolicies } from './jobs/policies.ts'
import { messagePolicies } from './messages/policies.ts'
import { organisationPolicies } from './organisation/policies.ts'
import { planningPolicies } from './planning/policies.ts'
import { reportingPolicies } from './reporting/policies.ts'
import { resultPolicies } from './result/policies.ts'
import { reviewPolicies } from './review/policies.ts'
import { accessPolicies } from './access/policies.ts'
import type { Policy } from './access/policy.ts'

/** All that anyone may do; what is not here is refused. */
export const policies: readonly Policy[] = [
  ...accessPolicies,
  ...organisationPolicies,
  ...planningPolicies,
  ...reportingPolicies,
  ...reviewPolicies,
  ...resultPolicies,
  ...followupPolicies,
  ...jobPolicies,
  ...messagePolicies,
]

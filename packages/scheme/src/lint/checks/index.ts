import type { Check } from '../finding.ts'
import { checkGroups } from './list.ts'

export { type CheckGroup, checkGroups } from './list.ts'

/** All checks, in the order of docs/lint.md. */
export const checks: readonly Check[] = checkGroups.flatMap((group) => group.checks)

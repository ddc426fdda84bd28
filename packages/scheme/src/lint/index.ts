export { checks } from './checks/list.ts'
export type { Check, Finding, FindingSeverity, LintOptions, Where } from './finding.ts'
export { lint } from './lint.ts'
export { lintReference } from './reference.ts'

export { checks } from './checks/index.ts'
export type { Check, Finding, FindingSeverity, LintOptions, Where } from './finding.ts'
export { lint } from './lint.ts'
export { lintReference } from './reference.ts'

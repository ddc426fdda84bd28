export { type Coverage, type Serving, type TaskCoverage, coverage, pathOf } from './coverage.ts'
export { lintPriorities } from './lint.ts'
export { showPriorities } from './show.ts'
export { withPlanData } from './data.ts'
export { type PrioritiesResult, readPriorities } from './read.ts'
export { type Owner, type Priorities, type Target, type Task, prioritiesShape } from './shapes.ts'
export {
  type Reached,
  type TargetStatus,
  type TaskStatus,
  targetStatus,
  taskStatuses,
} from './status.ts'

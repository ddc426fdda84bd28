export { lineDialect } from './driver.ts'
export { isOutdated, unwaited } from './line.ts'
export { CommitLost } from './lost.ts'

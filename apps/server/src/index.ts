export { compose } from './compose.ts'
export { run, type Running } from './run.ts'
export type { Services } from './services.ts'
export { readSettings, type Settings } from './settings.ts'

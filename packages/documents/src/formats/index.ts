export type { Format } from './format.ts'
export { formats } from './list.ts'
export { pad, textWidth } from './width.ts'

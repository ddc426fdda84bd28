export { fillTemplate } from './fill.ts'
export { lookAtTemplate, type Looked } from './look.ts'
export { TemplateMistake } from './open.ts'
export { sampleTemplate } from './sample.ts'

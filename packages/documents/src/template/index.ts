export type { TemplateOptions } from './context.ts'
export { template } from './template.ts'

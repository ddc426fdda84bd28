export * from './json.ts'
export { scoreSchema } from './schema.ts'

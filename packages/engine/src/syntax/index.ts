export * from './rule.ts'

export * from './template/index.ts'

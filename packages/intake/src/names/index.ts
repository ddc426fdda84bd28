export * from './catalogue.ts'
export * from './directory.ts'
export * from './nearest.ts'
export * from './register.ts'

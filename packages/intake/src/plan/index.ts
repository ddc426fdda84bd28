export * from './plan.ts'
export * from './recognise.ts'

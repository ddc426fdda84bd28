export * from './interval.ts'
export * from './rational.ts'
export * from './rounding.ts'
export * from './text.ts'

export * from './phrase.ts'
export * from './place.ts'
export * from './remark.ts'
export * from './report.ts'

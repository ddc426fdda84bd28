export * from './exports/index.ts'
export * from './formats/index.ts'
export * from './result/index.ts'
export * from './template/index.ts'

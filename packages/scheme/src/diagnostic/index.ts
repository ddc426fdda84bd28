export * from './catalogue.ts'
export * from './diagnostic.ts'
export * from './lookalike.ts'
export * from './nearest.ts'

export * from './builder.ts'
export * from './input.ts'
export * from './node.ts'
export * from './values.ts'

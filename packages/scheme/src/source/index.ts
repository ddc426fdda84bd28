export * from './load.ts'
export * from './origin.ts'
export * from './path.ts'
export * from './tree.ts'

export * from './channels.ts'
export * from './concerned.ts'
export * from './messages.ts'
export * from './outside.ts'

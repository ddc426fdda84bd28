export * from './ask.ts'
export * from './queue.ts'

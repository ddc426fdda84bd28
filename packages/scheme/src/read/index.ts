export { type ReadOptions, type ReadResult, decode, readScheme } from './scheme.ts'

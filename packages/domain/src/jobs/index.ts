export { MOST_TRIES, retryAfter } from './retry.ts'

/** Seconds until something outside that failed is tried again: soon at first, then ever more rarely. */
const WAITS = [30, 120, 600, 3600, 4 * 3600] as const

/** So many tries in all; after the last it has failed. */
export const MOST_TRIES = WAITS.length + 1

/**
 * @param tried how often it was tried, from 1
 * @returns seconds to wait, undefined when it is given up
 */
export function retryAfter(tried: number): number | undefined {
  return WAITS[tried - 1]
}

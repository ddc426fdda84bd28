import { describe, expect, it } from 'vitest'
import { MOST_TRIES, retryAfter } from '../../src/jobs/index.ts'

describe('trying again', () => {
  it('waits ever longer, and is given up after the last try', () => {
    const waits = Array.from({ length: MOST_TRIES }, (_, i) => retryAfter(i + 1))
    expect(waits).toEqual([30, 120, 600, 3600, 14_400, undefined])
  })
})

import { expect, it } from 'vitest'
import { isLinkOver, linkEndsAt } from '../../src/review/meeting/link.ts'

const CLOSED = '2024-01-10T09:00:00.000Z'

it.each([
  [null, '2030-01-01T00:00:00Z', false],
  [CLOSED, '2024-01-10T09:00:00Z', false],
  [CLOSED, '2024-01-17T08:59:59Z', false],
  [CLOSED, '2024-01-17T09:00:00Z', true],
])('a meeting closed at %s, looked at %s: over is %s', (closed, now, over) => {
  expect(isLinkOver(closed, new Date(now))).toBe(over)
})

it('ends a week after closing, and not before', () => {
  expect(linkEndsAt(CLOSED)).toBe('2024-01-17T09:00:00.000Z')
  expect(linkEndsAt(null)).toBeNull()
})

import type { StoredCycle } from '@kaohe/storage'

const DAY_MS = 86_400_000
const CHINA_AHEAD_MS = 8 * 3_600_000

/** The moment it is in a cycle: now, but for a demonstration, which tells of a year gone by. */
export function nowIn({ behind_days }: Pick<StoredCycle, 'behind_days'>, now: Date): Date {
  return new Date(now.getTime() - behind_days * DAY_MS)
}

/** The day it is in China. */
export function todayOf(now: Date): string {
  return new Date(now.getTime() + CHINA_AHEAD_MS).toISOString().slice(0, 10)
}

/** What day it is in a cycle, and whether that is a demonstration's day. */
export function clockOf(cycle: Pick<StoredCycle, 'behind_days'>, now: Date) {
  return { today: todayOf(nowIn(cycle, now)), demonstration: cycle.behind_days > 0 }
}

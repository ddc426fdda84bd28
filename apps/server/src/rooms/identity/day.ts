const CHINA_HOURS = 8

/** The day in China, as 2026-12-25, wherever the server stands; kaohe_today() of the database is the same. */
export function dayOf(now: Date): string {
  return new Date(now.getTime() + CHINA_HOURS * 3_600_000).toISOString().slice(0, 10)
}

const FREE_FAILURES = 5
const LONGEST_SECONDS = 900

/** Seconds to wait after so many failures: none for the first five, then doubling up to a quarter of an hour. */
export function waitAfter(failures: number): number {
  return failures < FREE_FAILURES ? 0 : Math.min(LONGEST_SECONDS, 2 ** (failures - FREE_FAILURES))
}

/** Seconds left to wait after failures, the last of them at an instant; zero when one may try. */
export function waitingTime(failures: number, lastAt: string, now: Date): number {
  const since = (now.getTime() - Date.parse(lastAt)) / 1000
  return Math.max(0, Math.ceil(waitAfter(failures) - since))
}

/** For so many days after a meeting was closed its judges look whether their ballots counted. */
export const CHECKING_DAYS = 7

const DAY_MS = 86_400_000

/** The moment at which links of judges end; null while the meeting goes on. */
export function linkEndsAt(closedAt: string | null): string | null {
  if (closedAt === null) return null
  return new Date(Date.parse(closedAt) + CHECKING_DAYS * DAY_MS).toISOString()
}

/** Whether the link of a judge has ended. */
export function isLinkOver(closedAt: string | null, now: Date): boolean {
  const end = linkEndsAt(closedAt)
  return end !== null && now.getTime() >= Date.parse(end)
}

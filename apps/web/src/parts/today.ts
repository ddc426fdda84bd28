/** Today in China, as 2026-12-25: deadlines are counted by it, wherever the page is looked at. */
export function today(): string {
  return dayOf(new Date())
}

/** Today in China so many days ago. */
export function daysAgo(days: number): string {
  return dayOf(new Date(Date.now() - days * 86_400_000))
}

function dayOf(instant: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(instant)
}

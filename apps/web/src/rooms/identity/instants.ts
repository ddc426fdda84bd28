/** An instant as people read it, in the time of their own clock. */
export function instant(text: string): string {
  return new Date(text).toLocaleString('zh-CN', { dateStyle: 'medium', timeStyle: 'short' })
}

/** The last day that a period holds, given the first it does not. */
export function lastDay(to: string): string {
  return new Date(Date.parse(to) - 86_400_000).toISOString().slice(0, 10)
}

/** The day after, which a period that holds a day does not. */
export function dayAfter(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)
}

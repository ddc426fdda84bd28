const DAY = new Intl.DateTimeFormat('zh-CN', { dateStyle: 'medium', timeZone: 'Asia/Shanghai' })
const MOMENT = new Intl.DateTimeFormat('zh-CN', {
  dateStyle: 'medium',
  timeStyle: 'short',
  timeZone: 'Asia/Shanghai',
})

/** A day of China, as people read it. */
export function day(at: string | null): string {
  return at === null ? '' : DAY.format(new Date(at))
}

/** A day and minute of China, as people read them. */
export function moment(at: string | null): string {
  return at === null ? '' : MOMENT.format(new Date(at))
}

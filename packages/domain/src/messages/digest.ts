import { isMessageKind, messageKinds } from './kinds.ts'

/** What may be known of a message before it goes out. */
export interface ToTell {
  readonly kind: string
  readonly cycle: string | null
}

/** What goes out: how many of what, and nothing about whom or what they say. */
export interface Digest {
  readonly subject: string
  readonly lines: readonly string[]
}

const LONGEST = 40
// Chinese words, and a year; another figure could be a score, a telephone number, an identity number.
const HARMLESS = /^[\p{Script=Han}（）“”《》、·\s]*(?:20\d\d[\p{Script=Han}（）“”《》、·\s]+)*$/u

/** May the title of a cycle be said outside the application? Only words and years. */
export function isHarmless(title: string): boolean {
  return title.length > 0 && title.length <= LONGEST && HARMLESS.test(title)
}

/** One line for each kind and cycle, in the order in which they first come. */
export function digestOf(messages: readonly ToTell[]): Digest {
  const counts = new Map<string, number>()
  for (const { kind, cycle } of messages) {
    const name = isMessageKind(kind) ? messageKinds[kind].name : '消息'
    const where = cycle !== null && isHarmless(cycle) ? `（${cycle}）` : ''
    const line = `${name}${where}`
    counts.set(line, (counts.get(line) ?? 0) + 1)
  }
  return {
    subject: `考核系统有 ${messages.length} 条新消息`,
    lines: [...counts].map(([line, count]) => `${line}：${count} 件`),
  }
}

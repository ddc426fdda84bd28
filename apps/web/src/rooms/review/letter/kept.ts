import { type Draft, EMPTY } from './answer.ts'
import type { Receipt } from './data.ts'

/** What a tab keeps of a letter until it is closed: a phone may throw the page away in the middle of a sentence. */
export interface Kept {
  readonly token: string
  readonly draft: Draft
  /** Names this try to send, so that sending it again is the same. */
  readonly attempt: string
  readonly receipt: Receipt | null
}

const KEY = 'kaohe-letter'

function read(): Kept | undefined {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as Kept | undefined
  } catch {
    return undefined
  }
}

/** What was kept for a token; for one that just came, nothing yet. Without a token the one that was kept. */
export function keptFor(token: string): Kept {
  const before = read() ?? undefined
  if (before !== undefined && (token === '' || before.token === token)) return before
  return { token, draft: EMPTY, attempt: crypto.randomUUID(), receipt: null }
}

export function keep(kept: Kept): void {
  sessionStorage.setItem(KEY, JSON.stringify(kept))
}

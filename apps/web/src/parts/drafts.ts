/**
 * What is typed and not yet acknowledged by the server lies in the browser, so that a reload, an expired
 * session, a restart of the server or a closed tab loses nothing.
 */
export interface Draft {
  readonly state: 'value' | 'blank' | 'inapplicable'
  readonly text: string
  readonly reason: string | null
  /** The version of the entry over which it was typed; 0 when there was none. */
  readonly base: number
  /** It is what was reported elsewhere, taken over. */
  readonly known?: boolean
}

const PREFIX = 'kaohe:draft:'

export function draftKey(person: string, ...parts: readonly (string | null)[]): string {
  return PREFIX + [person, ...parts.map((part) => part ?? '')].join('/')
}

/** What was kept under a key, if the browser keeps anything and it can be read. */
export function readDraft(key: string): unknown {
  try {
    const kept = localStorage.getItem(key)
    return kept === null ? null : (JSON.parse(kept) as unknown)
  } catch {
    return null
  }
}

/** Forgets a draft, unless another window of the browser has put its own in the same place. */
export function forgetDraft(key: string, draft: unknown): void {
  const kept = readDraft(key)
  if (kept === null || JSON.stringify(kept) === JSON.stringify(draft)) writeDraft(key, null)
}

/** Keeps a draft, or forgets it. A browser that keeps nothing still has it on the page. */
export function writeDraft(key: string, draft: unknown): void {
  try {
    if (draft === null) localStorage.removeItem(key)
    else localStorage.setItem(key, JSON.stringify(draft))
  } catch {
    // Private windows may refuse; the page holds it.
  }
}

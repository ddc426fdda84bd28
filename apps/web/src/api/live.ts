interface Follow {
  /** Below /api. */
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  onEvent(value: unknown): void
  /** Whether the server is heard. */
  onHeard(heard: boolean): void
}

const FIRST_WAIT_MS = 1000
const LONGEST_WAIT_MS = 8000
/** The server says something every fifteen seconds. */
const SILENT_MS = 40_000

async function readEvents(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  onChunk: () => void,
  onEvent: (value: unknown) => void,
): Promise<void> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader()
  let held = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    onChunk()
    const parts = (held + value).split('\n\n')
    held = parts.pop() ?? ''
    for (const part of parts)
      if (part.startsWith('data: ')) onEvent(JSON.parse(part.slice('data: '.length)))
  }
}

/**
 * Follows what the server says of itself, by a connection that stays open; when it breaks it is made again.
 * (EventSource cannot send a header, and tokens stand in no address.)
 * @returns what ends it
 */
export function follow({ path, headers = {}, onEvent, onHeard }: Follow): () => void {
  let ended = false
  let wait = FIRST_WAIT_MS
  let current = new AbortController()
  let timer = 0
  const listen = async (): Promise<void> => {
    current = new AbortController()
    let silent = 0
    const heard = (): void => {
      window.clearTimeout(silent)
      silent = window.setTimeout(() => current.abort(), SILENT_MS)
    }
    try {
      const response = await fetch(`/api${path}`, { headers, signal: current.signal })
      if (response.ok && response.body !== null) {
        wait = FIRST_WAIT_MS
        onHeard(true)
        heard()
        await readEvents(response.body, heard, onEvent)
      }
    } catch {
      // Broken off; it is begun again below.
    }
    window.clearTimeout(silent)
    if (ended) return
    onHeard(false)
    timer = window.setTimeout(() => void listen(), wait)
    wait = Math.min(wait * 2, LONGEST_WAIT_MS)
  }
  // Back from the dark, or from a tunnel: at once.
  const again = (): void => {
    wait = FIRST_WAIT_MS
    current.abort()
  }
  window.addEventListener('online', again)
  void listen()
  return () => {
    ended = true
    window.removeEventListener('online', again)
    window.clearTimeout(timer)
    current.abort()
  }
}

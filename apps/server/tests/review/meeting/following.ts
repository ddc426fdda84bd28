import { expect } from 'vitest'
import type { World } from '../../world.ts'

export interface Screen {
  readonly events: string[]
  until(isIt: (event: string) => boolean): Promise<string>
  close(): Promise<void>
}

/** What one screen is told, as it comes. */
export async function following(
  { app }: World,
  path: string,
  headers: Record<string, string>,
): Promise<Screen> {
  const response = await app.request(`/api${path}`, { headers })
  expect(response.headers.get('Content-Type')).toBe('text/event-stream')
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
  const events: string[] = []
  let held = ''
  const read = async (): Promise<void> => {
    const { done, value } = await reader.read()
    if (done) throw new Error('the stream ended')
    const parts = (held + value).split('\n\n')
    held = parts.pop() ?? ''
    for (const part of parts) if (part.startsWith('data: ')) events.push(part.slice(6))
  }
  return {
    events,
    until: async (isIt) => {
      for (;;) {
        const found = events.find(isIt)
        if (found !== undefined) return found
        await read()
      }
    },
    close: () => reader.cancel(),
  }
}

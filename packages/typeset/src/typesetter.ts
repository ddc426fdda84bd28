import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Answer, Ask, Start } from './messages.ts'

/** Signs for which none of the fonts has a shape. */
export class MissingSigns extends Error {
  readonly signs: readonly string[]
  constructor(signs: readonly string[]) {
    super(`no font has ${signs.join(' ')}`)
    this.signs = signs
  }
}

export interface Typesetter {
  /**
   * Sets a document: Typst markup, in which `json(bytes(sys.inputs.fonts))` holds font and weight by role.
   * @param day as which the file counts as made: `2024-01-20`
   * @returns the bytes of a PDF/A-2a, the same for the same document and fonts
   * @throws MissingSigns
   */
  pdf(source: string, day: string): Promise<Uint8Array>
  close(): Promise<void>
}

interface Waiting {
  settle(pdf: Uint8Array): void
  fail(error: Error): void
}

const SECOND = 1000
/** Bytes of a PDF for which so much memory was needed that the process ends, and gives it back. */
const LARGE = 8_000_000
const secondOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) / SECOND

function failureOf(answer: Exclude<Answer, { pdf: Uint8Array }>): Error {
  if ('missing' in answer) return new MissingSigns([...new Set(answer.missing)])
  return new Error(`a document was not set: ${answer.wrong}`)
}

const WORK = fileURLToPath(new URL('work.ts', import.meta.url))

function begin({ folder }: Start, hear: (answer: Answer) => void, end: (why: Error) => void) {
  const args = folder === null ? [] : [folder]
  // Bytes cross as they are; flags of the one who begins it are none of its business.
  const worker = fork(WORK, args, { serialization: 'advanced', execArgv: [] })
  worker.on('message', (answer) => hear(answer as Answer))
  worker.on('error', end)
  worker.on('exit', (code) => end(new Error(`the typesetter ended (${code})`)))
  return worker
}

/** Whether it keeps this process alive. */
function keep(worker: ChildProcess | undefined, alive: boolean): void {
  if (alive) {
    worker?.ref()
    worker?.channel?.ref()
  } else {
    worker?.unref()
    worker?.channel?.unref()
  }
}

/**
 * A typesetter in a process of its own: it does one document at a time without a pause, takes much memory for large
 * ones, and is native code, which may break. It begins with the first document, and again after it ended; it keeps
 * nobody alive, and ends with who began it.
 * @param start with the folder where the site keeps fonts of its own; null when it has none
 */
export function startTypesetter(start: Start): Typesetter {
  const waiting = new Map<number, Waiting>()
  let worker: ChildProcess | undefined
  let asked = 0

  const stop = (): void => {
    const ending = worker
    worker = undefined
    ending?.kill('SIGKILL')
  }
  const hear = (answer: Answer): void => {
    const one = waiting.get(answer.id)
    waiting.delete(answer.id)
    if (waiting.size === 0) {
      keep(worker, false)
      if ('pdf' in answer && answer.pdf.length >= LARGE) stop()
    }
    if ('pdf' in answer) one?.settle(answer.pdf)
    else one?.fail(failureOf(answer))
  }
  const fresh = (): ChildProcess => {
    const begun = begin(start, hear, (why) => {
      if (worker !== begun) return
      worker = undefined
      for (const { fail } of waiting.values()) fail(why)
      waiting.clear()
    })
    return begun
  }

  return {
    pdf: (source, day) =>
      new Promise((settle, fail) => {
        const ask: Ask = { id: (asked += 1), source, madeAt: secondOf(day) }
        worker ??= fresh()
        keep(worker, true)
        waiting.set(ask.id, { settle, fail })
        worker.send(ask)
      }),
    close: async () => stop(),
  }
}

import type { Interrupt } from './interrupt.ts'
import type { Streams } from './streams.ts'

const BETWEEN = 100

/** A line on the terminal that says how far long work is; nothing is written where there is no terminal. */
export class Progress {
  readonly #err: Streams['err']
  readonly #label: string
  readonly #signal: AbortSignal
  readonly #deaf: () => void
  #last = 0
  #shown = false

  constructor(err: Streams['err'], label: string, { signal, hear }: Interrupt) {
    this.#err = err
    this.#label = label
    this.#signal = signal
    this.#deaf = hear()
  }

  /**
   * Says how much is done, and gives way so that an interruption is heard.
   * @throws the signal's reason when the work was interrupted
   */
  async at(done: number, of: number): Promise<void> {
    const now = performance.now()
    if (now - this.#last < BETWEEN) return
    this.#last = now
    if (this.#err.isTTY === true) {
      this.#err.write(`\r${this.#label} ${done}/${of}`)
      this.#shown = true
    }
    await new Promise((resolve) => setImmediate(resolve))
    if (this.#signal.aborted) this.done()
    this.#signal.throwIfAborted()
  }

  done(): void {
    this.#deaf()
    if (this.#shown) this.#err.write('\r\u001b[2K')
  }
}

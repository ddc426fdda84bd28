/** How an interruption is heard. Outside of `hear` a signal ends the process at once, as it does any. */
export interface Interrupt {
  readonly signal: AbortSignal
  /** From now on an interruption only aborts `signal`, until the function returned is called. */
  hear(): () => void
}

/** Nobody interrupts. */
export const NEVER: Interrupt = {
  signal: new AbortController().signal,
  hear: () => () => undefined,
}

/**
 * Interruptions of this process. They are heard only where there is something to put away, or where
 * work gives way often: long sums would hear them when they are over.
 */
export function interruptOf(process: NodeJS.Process): Interrupt {
  const controller = new AbortController()
  const abort = () => controller.abort()
  return {
    signal: controller.signal,
    hear() {
      process.on('SIGINT', abort)
      process.on('SIGTERM', abort)
      return () => {
        process.off('SIGINT', abort)
        process.off('SIGTERM', abort)
      }
    },
  }
}

import { useMutation } from '@tanstack/react-query'
import { useTypedOver } from './typed-over.ts'

interface Options<T, H> {
  /** Where what is typed is kept. */
  readonly at: readonly string[]
  /** What stands in the form before anything is typed. */
  readonly was: T
  readonly version: number
  /** @param how which of several buttons was pressed */
  send(value: T, version: number, how: H): Promise<unknown>
  /** Looks again at what stands. */
  fresh(): unknown
}

/**
 * A form over something that has a version: what is typed is kept until it is stored or given up, and where
 * another was first, `refused` says how to go on, for {@link Refused}.
 */
export function useOver<T, H = void>({ at, was, version, send, fresh }: Options<T, H>) {
  const { value, base, write, clear } = useTypedOver<T>(at, was, version)
  const sending = useMutation<unknown, Error, { readonly how: H; readonly over: number }>({
    mutationFn: ({ how, over }) => send(value, over, how),
    onSuccess: () => {
      clear()
      return fresh()
    },
  })
  const sent = sending.variables
  return {
    value,
    write,
    /** The button pressed last, if any. */
    how: sent?.how,
    pending: sending.isPending,
    send: (how: H): void => sending.mutate({ how, over: base }),
    refused: {
      error: sending.error,
      onMine: (over: number): void => sent && sending.mutate({ how: sent.how, over }),
      onTheirs: (): void => {
        clear()
        sending.reset()
        void fresh()
      },
    },
  }
}

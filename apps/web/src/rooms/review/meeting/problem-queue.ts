import { type Answer, review } from '@kaohe/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { callHeld } from '../../../api/client.ts'
import { AGAIN_MS, isFinal } from './queue.ts'

/** A problem as it was written on this phone, until the server has it. */
export interface WrittenProblem {
  /** Names this attempt, so that sending it again changes nothing. */
  readonly client: string
  readonly text: string
  /** Why it was not taken; it is not tried again by itself. */
  readonly because?: string
}

interface Kept {
  readonly draft: string
  readonly queue: readonly WrittenProblem[]
}

type Told = Answer<typeof review.readOwnProblems>

const KEY = 'kaohe-ballot-problems'
const NOTHING: Kept = { draft: '', queue: [] }
/** While one waits for an answer; nobody else asks. */
const ANSWER_MS = 8000

// Kept in this tab only, like ballots.
function load(token: string): Kept {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? '{}') as { token?: string } & Kept
    return kept.token === token ? { ...NOTHING, ...kept } : NOTHING
  } catch {
    return NOTHING
  }
}

const isOpen = (told: Told | undefined): boolean =>
  told?.problems.some(({ dealtAt }) => dealtAt === null) ?? false

/** What one told of problems, what is on its way, and what is being written: nothing of it is lost. */
export function useProblems(token: string) {
  const [{ draft, queue }, setKept] = useState(() => load(token))
  const sending = useRef(new Set<string>())
  const queries = useQueryClient()
  const found = useQuery({
    queryKey: ['ballot-problems', token],
    queryFn: () => callHeld(review.readOwnProblems, token),
    refetchInterval: ({ state }) => isOpen(state.data) && ANSWER_MS,
    refetchOnWindowFocus: ({ state }) => isOpen(state.data),
  })
  useEffect(() => {
    sessionStorage.setItem(KEY, JSON.stringify({ token, draft, queue }))
  }, [token, draft, queue])

  const put = useCallback(
    (client: string, part: Partial<WrittenProblem>): void =>
      setKept((before) => ({
        ...before,
        queue: before.queue.map((one) => (one.client === client ? { ...one, ...part } : one)),
      })),
    [],
  )
  const drop = useCallback(
    (client: string): void =>
      setKept((before) => ({
        ...before,
        queue: before.queue.filter((one) => one.client !== client),
      })),
    [],
  )

  const send = useCallback(
    async ({ client, text }: WrittenProblem): Promise<void> => {
      if (sending.current.has(client)) return
      sending.current.add(client)
      try {
        const { problem } = await callHeld(review.tellProblem, token, { body: { client, text } })
        queries.setQueryData<Told>(['ballot-problems', token], (before) => ({
          problems: [...(before?.problems ?? []).filter(({ id }) => id !== problem.id), problem],
        }))
        drop(client)
        // What else was told by this link, where that is not known yet.
        void queries.invalidateQueries({ queryKey: ['ballot-problems', token] })
      } catch (error) {
        if (isFinal(error)) {
          const { title, detail } = error.problem
          put(client, { because: detail ? `${title}：${detail}` : title })
        }
      } finally {
        sending.current.delete(client)
      }
    },
    [token, queries, drop, put],
  )

  useEffect(() => {
    const waiting = queue.filter(({ because }) => because === undefined)
    if (waiting.length === 0) return undefined
    const flush = (): void => {
      for (const one of waiting) void send(one)
    }
    flush()
    const timer = window.setInterval(flush, AGAIN_MS)
    window.addEventListener('online', flush)
    return () => {
      window.clearInterval(timer)
      window.removeEventListener('online', flush)
    }
  }, [queue, send])

  return {
    told: found.data?.problems ?? [],
    draft,
    queue,
    type: (text: string): void => setKept((before) => ({ ...before, draft: text })),
    write: (): void =>
      setKept((before) => ({
        draft: '',
        queue: [...before.queue, { client: crypto.randomUUID(), text: before.draft.trim() }],
      })),
    /** Another attempt with what was not taken. */
    again: ({ client, text }: WrittenProblem): void =>
      setKept((before) => ({
        ...before,
        queue: before.queue.map((one) => (one.client === client ? { client, text } : one)),
      })),
    drop,
  }
}

import { review } from '@kaohe/contract'
import { useCallback, useEffect, useRef, useState } from 'react'
import { ApiProblem, callHeld } from '../../../api/client.ts'

/** A ballot as it was written on this phone. */
export interface Written {
  readonly marks: Readonly<Record<string, string>>
  /** Names this attempt, so that sending it again changes nothing. */
  readonly client: string
  readonly turn: number
  readonly state: 'written' | 'sent' | 'refused'
  readonly receipt?: string
  readonly tally?: string
  /** Why it was not taken, by the field, or in all. */
  readonly faults?: Readonly<Record<string, string>>
  readonly because?: string
}

export type Queue = Readonly<Record<string, Written>>

const KEY = 'kaohe-ballots'
/** How long until what was written is tried again. */
export const AGAIN_MS = 2000

// Kept in this tab only: who takes the phone next finds nothing after it is closed.
function load(token: string): Queue {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? '{}') as {
      token?: string
      queue?: Queue
    }
    return kept.token === token ? (kept.queue ?? {}) : {}
  } catch {
    return {}
  }
}

const FIELD = '/body/marks/'

function refusalOf({ problem }: ApiProblem): Partial<Written> {
  const faults = (problem.faults ?? []).map(({ pointer, message }) => [
    pointer.slice(FIELD.length),
    message,
  ])
  return {
    state: 'refused',
    because: problem.detail ? `${problem.title}：${problem.detail}` : problem.title,
    faults: Object.fromEntries(faults) as Record<string, string>,
  }
}

/** What was refused will be refused again; all else is tried until it is through. */
export const isFinal = (error: unknown): error is ApiProblem =>
  error instanceof ApiProblem && error.status >= 400 && error.status < 500 && error.status !== 429

/** Ballots on their way: written first, then sent until the server has said that it has them. */
export function useQueue(token: string): {
  readonly queue: Queue
  write(speaker: string, marks: Written['marks'], turn: number): void
} {
  const [queue, setQueue] = useState(() => load(token))
  const sending = useRef(new Set<string>())
  useEffect(() => {
    sessionStorage.setItem(KEY, JSON.stringify({ token, queue }))
  }, [token, queue])

  const settle = useCallback((speaker: string, client: string, part: Partial<Written>): void => {
    setQueue((before) => {
      const own = before[speaker]
      // A newer one was written meanwhile: what came back is of the one before.
      return own?.client === client ? { ...before, [speaker]: { ...own, ...part } } : before
    })
  }, [])

  const send = useCallback(
    async (speaker: string, { marks, client, turn }: Written): Promise<void> => {
      if (sending.current.has(client)) return
      sending.current.add(client)
      try {
        const body = { marks: { ...marks }, client, turn }
        const { ballot } = await callHeld(review.castBallot, token, { params: { speaker }, body })
        settle(speaker, client, { state: 'sent', receipt: ballot.receipt, tally: ballot.tally })
      } catch (error) {
        if (isFinal(error)) settle(speaker, client, refusalOf(error))
      } finally {
        sending.current.delete(client)
      }
    },
    [token, settle],
  )

  useEffect(() => {
    const flush = (): void => {
      for (const [speaker, one] of Object.entries(queue))
        if (one.state === 'written') void send(speaker, one)
    }
    flush()
    const timer = window.setInterval(flush, AGAIN_MS)
    window.addEventListener('online', flush)
    return () => {
      window.clearInterval(timer)
      window.removeEventListener('online', flush)
    }
  }, [queue, send])

  const write = (speaker: string, marks: Written['marks'], turn: number): void =>
    setQueue((before) => ({
      ...before,
      [speaker]: { marks, client: crypto.randomUUID(), turn, state: 'written' },
    }))
  return { queue, write }
}

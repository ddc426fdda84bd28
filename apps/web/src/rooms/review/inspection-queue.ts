import { type Answer, type InspectionFinding, review } from '@kaohe/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { ApiProblem, call } from '../../api/client.ts'
import { useMe } from '../../app/session.ts'
import { draftKey, readDraft, writeDraft } from '../../parts/drafts.ts'

export type InspectionData = Answer<typeof review.readInspection>

export const inspectionKey = (cycle: string) => ['inspection', cycle] as const

/** A finding that is not known to have arrived. */
export interface Queued {
  readonly id: string
  readonly assessee: string
  readonly subject: string
  readonly text: string
  readonly note: string | null
  readonly notedAt: string
  /** Why the server does not take it; it is not sent again until it is changed. */
  readonly refused: string | null
}

const AGAIN_MS = 8000

const sameThing = (a: Queued, b: Pick<Queued, 'assessee' | 'subject'>): boolean =>
  a.assessee === b.assessee && a.subject === b.subject

function withFinding(
  data: InspectionData,
  assessee: string,
  finding: InspectionFinding,
): InspectionData {
  const units = data.units.map((one) => {
    if (one.unit !== assessee) return one
    const others = one.findings.filter(({ subject }) => subject !== finding.subject)
    return { ...one, findings: finding.text === '' ? others : [...others, finding] }
  })
  return { ...data, units }
}

/** No signal, or a server that is not there: worth sending again as it is. */
const isLost = (error: unknown): boolean =>
  !(error instanceof ApiProblem) || error.status === 0 || error.status >= 500

/**
 * What was found and has not arrived: kept in this browser, sent one after another, again and again until
 * there is a signal. Each carries a name of its own, so that what arrives twice is written once.
 */
export function useQueue(cycle: string) {
  const { person } = useMe()
  const queries = useQueryClient()
  const key = draftKey(person.id, 'inspection', cycle)
  const [queue, setQueue] = useState<readonly Queued[]>(
    () => (readDraft(key) as readonly Queued[] | null) ?? [],
  )
  const [lost, setLost] = useState(false)
  const latest = useRef(queue)
  const busy = useRef(false)
  const keep = useCallback(
    (next: readonly Queued[]): void => {
      latest.current = next
      writeDraft(key, next.length === 0 ? null : next)
      setQueue(next)
    },
    [key],
  )
  const send = useCallback(async (): Promise<void> => {
    if (busy.current) return
    busy.current = true
    try {
      for (;;) {
        const next = latest.current.find(({ refused }) => refused === null)
        if (next === undefined) break
        const { assessee, refused: _, ...body } = next
        try {
          const { finding } = await call(
            review.noteFinding,
            { params: { cycle, assessee }, body },
            { 'Idempotency-Key': next.id },
          )
          queries.setQueryData<InspectionData>(
            inspectionKey(cycle),
            (data) => data && withFinding(data, assessee, finding),
          )
          keep(latest.current.filter(({ id }) => id !== next.id))
          setLost(false)
        } catch (error) {
          if (isLost(error)) {
            setLost(true)
            break
          }
          const said = (error as ApiProblem).problem
          const why = said.faults?.[0]?.message ?? said.title
          keep(latest.current.map((one) => (one.id === next.id ? { ...one, refused: why } : one)))
        }
      }
    } finally {
      busy.current = false
    }
  }, [cycle, keep, queries])
  useEffect(() => {
    const now = (): void => void send()
    const timer = setInterval(now, AGAIN_MS)
    window.addEventListener('online', now)
    now()
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', now)
    }
  }, [send])
  const put = (finding: Pick<Queued, 'assessee' | 'subject' | 'text' | 'note'>): void => {
    const fresh = {
      ...finding,
      id: crypto.randomUUID(),
      notedAt: new Date().toISOString(),
      refused: null,
    }
    keep([...latest.current.filter((one) => !sameThing(one, finding)), fresh])
    void send()
  }
  return { queue, lost, put }
}

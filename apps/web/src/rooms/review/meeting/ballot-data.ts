import { type AgendaSpeaker, type Answer, type LiveAgenda, review } from '@kaohe/contract'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { callHeld } from '../../../api/client.ts'
import { follow } from '../../../api/live.ts'
import { takeRaw } from '../../../parts/fragment.ts'

export type BallotPageData = Answer<typeof review.readBallots>

const KEY = 'kaohe-ballot-link'

/** The token of the link, taken out of the address; a reload of this tab finds it again. */
export function tokenOfTab(): string {
  const token = takeRaw()
  if (token !== '') sessionStorage.setItem(KEY, token)
  return token || (sessionStorage.getItem(KEY) ?? '')
}

const MOST_JITTER_MS = 2000

/** What the agenda says of each speaker now, over what was read before. */
function merged(data: BallotPageData, agenda: LiveAgenda | undefined): BallotPageData {
  if (agenda === undefined || agenda.version < data.meeting.version) return data
  const states = new Map(agenda.speakers.map(({ id, state }) => [id, state]))
  const speakers = data.speakers.map(
    (one): AgendaSpeaker => ({ ...one, state: states.get(one.id) ?? one.state }),
  )
  return { ...data, meeting: { ...data.meeting, state: agenda.state }, speakers }
}

const isOther = (data: BallotPageData, agenda: LiveAgenda): boolean =>
  agenda.version > data.meeting.version &&
  (data.meeting.state === 'preparing' ||
    agenda.speakers.map(({ id }) => id).join() !== data.speakers.map(({ id }) => id).join())

/** The agenda and one's own ballots, following the chair. */
export function useBallotPage(token: string) {
  const found = useQuery({
    queryKey: ['ballot', token],
    queryFn: () => callHeld(review.readBallots, token),
    enabled: token !== '',
    // What changes is pushed.
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  })
  const [agenda, setAgenda] = useState<LiveAgenda>()
  const [heard, setHeard] = useState(true)
  const known = found.data !== undefined
  useEffect(() => {
    if (!known) return undefined
    return follow({
      path: '/ballot/live',
      headers: { 'Kaohe-Link': token },
      onEvent: (value) => setAgenda(value as LiveAgenda),
      onHeard: setHeard,
    })
  }, [token, known])
  const { data, refetch } = found
  useEffect(() => {
    if (data === undefined || agenda === undefined || !isOther(data, agenda)) return undefined
    // Not all phones of the hall in the same moment.
    const timer = window.setTimeout(() => void refetch(), Math.random() * MOST_JITTER_MS)
    return () => window.clearTimeout(timer)
  }, [data, agenda, refetch])
  return { found, heard, data: data && merged(data, agenda) }
}

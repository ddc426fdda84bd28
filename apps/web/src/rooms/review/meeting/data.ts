import { type Answer, type LiveScreen, type Meeting, review, type Speaker } from '@kaohe/contract'
import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { call } from '../../../api/client.ts'
import { follow } from '../../../api/live.ts'
import type { Standing } from '../../../parts/refused.tsx'

export type MeetingData = Answer<typeof review.readMeeting>

export const meetingKey = (meeting: string) => ['meeting', meeting] as const

export const problemsKey = (meeting: string) => ['meeting-problems', meeting] as const

export const meetingQuery = (meeting: string) =>
  queryOptions({
    queryKey: meetingKey(meeting),
    queryFn: () => call(review.readMeeting, { params: { meeting } }),
  })

export const STATE = {
  preparing: '筹备中',
  running: '正在进行',
  closed: '已经结束',
} as const

export const SPEAKER_STATE = {
  waiting: '未述职',
  scoring: '正在打分',
  sealed: '已封存',
  absent: '缺席',
} as const

/** How far a meeting is, for whoever came too late; and one who is to speak, where it is about one. */
export function sayMeeting(standing: Standing, about?: string): string {
  const one = standing as (Meeting & { readonly speakers: readonly Speaker[] }) | null
  if (one === null) return '没有这个会议'
  const { speakers, state } = one
  const now = speakers.find((each) => each.state === 'scoring')
  const sealed = speakers.filter((each) => each.state === 'sealed').length
  const said = [STATE[state], now && `${now.name}${SPEAKER_STATE.scoring}`, `已封存 ${sealed} 个`]
  const asked = speakers
    .filter(({ id }) => id === about)
    .map((each) => [each.name + SPEAKER_STATE[each.state], each.because].filter(Boolean).join('：'))
  return [...asked, said.filter(Boolean).join('，')].join('\n')
}

type Event =
  | LiveScreen
  | { readonly version: number; readonly given: number }
  | { readonly problems: number }

// Counts come often, and alone.
function after(screen: LiveScreen | undefined, event: Event): LiveScreen | undefined {
  if ('problems' in event) return screen
  if (!('given' in event)) return event
  if (screen === undefined || screen.version !== event.version || screen.now === null) return screen
  return { ...screen, now: { ...screen.now, given: event.given } }
}

/**
 * The big screen as it changes; undefined until it is heard of. That of the chair is told besides how often problems
 * of judges changed.
 */
export function useScreen(
  meeting: string,
  as: 'screen' | 'chair' = 'screen',
): {
  readonly screen: LiveScreen | undefined
  readonly heard: boolean
  readonly problems: number | undefined
} {
  const [screen, setScreen] = useState<LiveScreen>()
  const [heard, setHeard] = useState(true)
  const [problems, setProblems] = useState<number>()
  useEffect(
    () =>
      follow({
        path: `/meetings/${meeting}/live?as=${as}`,
        onEvent: (value) => {
          const event = value as Event
          if ('problems' in event) setProblems(event.problems)
          setScreen((before) => after(before, event))
        },
        onHeard: setHeard,
      }),
    [meeting, as],
  )
  return { screen, heard, problems }
}

/** Takes what a step of the chair answered, and asks again for all else of the meeting. */
export function useFresh(meeting: string) {
  const queries = useQueryClient()
  const changed = [meetingKey(meeting), ['sheets', meeting], problemsKey(meeting)]
  return async (): Promise<void> => {
    await Promise.all(changed.map((queryKey) => queries.invalidateQueries({ queryKey })))
  }
}

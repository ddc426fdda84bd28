/** Where a speaker stands: not yet, being scored, closed for good, or did not come. */
export type SpeakerState = 'waiting' | 'scoring' | 'sealed' | 'absent'
export type MeetingState = 'preparing' | 'running' | 'closed'

/** What the chair does: opens or seals a speaker, notes that one did not come or came after all, ends it. */
export type MeetingStep = 'open' | 'seal' | 'absent' | 'back' | 'close'

interface Agenda {
  readonly state: MeetingState
  readonly speakers: readonly {
    readonly id: string
    readonly name: string
    readonly state: SpeakerState
  }[]
  readonly judges: number
  /** Paper ballots that two persons have not agreed on yet. */
  readonly unsettled: number
}

function againstOpening({ speakers, judges }: Agenda, state: SpeakerState): string | undefined {
  const open = speakers.find((one) => one.state === 'scoring')
  if (judges === 0) return '还没有评委'
  if (open !== undefined) return `“${open.name}”还在打分，请先结束`
  return state === 'waiting' ? undefined : '这个单位已经述职'
}

function againstClosing({ speakers, unsettled }: Agenda): string | undefined {
  const left = speakers.filter(({ state }) => state === 'waiting' || state === 'scoring').length
  if (left > 0) return `还有 ${left} 个单位没有述职，没有来的请标为缺席`
  return unsettled > 0 ? `还有 ${unsettled} 张纸质票没有录完或者两次录入不同` : undefined
}

/** Why a step cannot be taken, in words for the chair; undefined where it can. */
export function againstStep(
  agenda: Agenda,
  step: MeetingStep,
  speaker?: string,
): string | undefined {
  if (agenda.state === 'closed') return '会议已经结束'
  if (step === 'close') return againstClosing(agenda)
  const state = agenda.speakers.find(({ id }) => id === speaker)?.state
  if (state === undefined) return '议程里没有这个单位'
  if (step === 'open') return againstOpening(agenda, state)
  if (step === 'seal') return state === 'scoring' ? undefined : '这个单位没有在打分'
  if (step === 'absent') return state === 'waiting' ? undefined : '只有还没有述职的可以标为缺席'
  return state === 'absent' ? undefined : '这个单位没有标为缺席'
}

import { allMessageKinds, type MessageKind, messageKinds } from './kinds.ts'

/** Ways out of the application. */
export const outsideChannels = ['mail', 'wecom', 'dingtalk', 'feishu'] as const
export type OutsideChannel = (typeof outsideChannels)[number]

/** When a person is left alone outside the application. */
export interface QuietHours {
  readonly on: boolean
  /** Of the clock in China, as 21:00; from later than to is over midnight. */
  readonly from: string
  readonly to: string
  /** Also on days on which nobody works. */
  readonly restDays: boolean
}

/** How long messages are gathered before they go out together. */
export const gatherings = { soon: 2, hour: 60, day: 24 * 60 } as const
export type Gathering = keyof typeof gatherings

export interface MessageChoice {
  readonly kinds: Readonly<Partial<Record<MessageKind, readonly OutsideChannel[]>>>
  readonly quiet: QuietHours
  readonly gathering: Gathering
}

/** Until somebody chooses: what waits for him goes out wherever he can be reached, by day. */
export const usualChoice: MessageChoice = {
  kinds: Object.fromEntries(
    allMessageKinds.map((kind) => [kind, messageKinds[kind].waits ? outsideChannels : []]),
  ),
  quiet: { on: true, from: '21:00', to: '08:00', restDays: false },
  gathering: 'soon',
}

/** The kinds that are wanted on a channel. */
export function kindsFor(choice: MessageChoice, channel: OutsideChannel): MessageKind[] {
  return allMessageKinds.filter((kind) => choice.kinds[kind]?.includes(channel) ?? false)
}

import { AsyncLocalStorage } from 'node:async_hooks'
import { setImmediate } from 'node:timers/promises'
import type { LiveScreen } from '@kaohe/contract'
import { acting, type Agenda, agendaNow, findMeeting } from '@kaohe/storage'
import type { Services } from '../../../services.ts'
import { screenOf } from './screen.ts'

/** How often a meeting that somebody looks at is asked after, by one query, whatever the number of screens. */
const LOOK_MS = 200
/** Counts change with every ballot; a step of the chair is told at once, counts so often. */
const COUNT_MS = 800
/** A connection on which nothing is said is taken for dead by what lies between. */
const BEAT_MS = 15_000
/** Then the screen comes again, and is asked again who it is. */
const LONGEST_MS = 600_000
/** A screen that does not take what it is sent is let go; it comes again. */
const MOST_WAITING = 64
const AT_ONCE = 100

type Sink = ReadableStreamDefaultController<Uint8Array>
/**
 * What a screen may see: phones the agenda, the big one also counts and results, that of the chair besides how often
 * problems of judges changed, which the hall is not to see.
 */
export type Audience = 'judge' | 'screen' | 'chair'

interface Followed {
  readonly org: string
  readonly sinks: Readonly<Record<Audience, Set<Sink>>>
  agenda: Agenda | undefined
  screen: LiveScreen | undefined
  said: Partial<Record<Exclude<Audience, 'chair'>, Uint8Array>>
  /** How many ballots the big screen was told of, and when. */
  counted: { readonly given: number; readonly at: number }
  problems: number | undefined
}

/** Where screens follow their meetings. */
export interface Live {
  /** An answer that goes on: each change of a meeting as an event. */
  follow(org: string, meeting: string, audience: Audience): Response
}

const NONE = { given: 0, at: 0 }
const bytes = new TextEncoder()
const eventOf = (value: object): Uint8Array => bytes.encode(`data: ${JSON.stringify(value)}\n\n`)
const BEAT = bytes.encode(':\n\n')
const RETRY = bytes.encode('retry: 1000\n\n')

// Some at a time: between them ballots are taken, which must not wait for thousands of screens.
async function send(sinks: Set<Sink>, event: Uint8Array): Promise<void> {
  for (const [at, sink] of [...sinks].entries()) {
    if (at % AT_ONCE === AT_ONCE - 1) await setImmediate()
    // It may have gone meanwhile.
    if (!sinks.has(sink)) continue
    if ((sink.desiredSize ?? 0) > -MOST_WAITING) sink.enqueue(event)
    else {
      sinks.delete(sink)
      sink.close()
    }
  }
}

// The agenda alone, out of what the big screen shows.
function forJudges({ version, state, speakers }: LiveScreen): object {
  return { version, state, speakers }
}

async function say({ sinks, said }: Followed, screen: LiveScreen): Promise<void> {
  said.screen = eventOf(screen)
  said.judge = eventOf(forJudges(screen))
  await send(sinks.judge, said.judge)
  await send(sinks.screen, said.screen)
  await send(sinks.chair, said.screen)
}

/** Counts change with every ballot: they go to the big screen alone, and in few words. */
async function count(followed: Followed, screen: LiveScreen, given: number): Promise<LiveScreen> {
  const { sinks, said } = followed
  const { version, now } = screen
  followed.counted = { given, at: Date.now() }
  const counted = { ...screen, now: now && { ...now, given } }
  // For those who come now.
  said.screen = eventOf(counted)
  for (const all of [sinks.screen, sinks.chair]) await send(all, eventOf({ version, given }))
  return counted
}

/** Whoever chairs asks then what the problems are: nothing of them goes this way. */
async function tell(followed: Followed, problems: number): Promise<void> {
  if (problems === followed.problems) return
  followed.problems = problems
  await send(followed.sinks.chair, eventOf({ problems }))
}

/** What is to be told now, if anything is. The screens are told outside of the transaction. */
async function look({ db }: Services, meeting: string, followed: Followed): Promise<void> {
  const { org, agenda, screen, counted } = followed
  const asOffice = { org, path: [org], role: 'organiser' }
  const [now, fresh] = await acting(db, asOffice, async (asked) => {
    const found = await agendaNow(asked, meeting)
    if (screen !== undefined && found?.version === agenda?.version) return [found]
    const stored = await findMeeting(asked, meeting)
    return [found, stored && (await screenOf(asked, stored))]
  })
  followed.agenda = now
  if (fresh !== undefined) {
    followed.screen = fresh
    followed.counted = { given: fresh.now?.given ?? 0, at: 0 }
    await say(followed, fresh)
  } else if (screen !== undefined && now !== undefined && now.given !== counted.given)
    if (Date.now() >= counted.at + COUNT_MS)
      followed.screen = await count(followed, screen, now.given)
  if (now !== undefined) await tell(followed, now.problems)
}

function closeAll({ sinks }: Followed): void {
  for (const set of Object.values(sinks)) {
    for (const sink of set) sink.close()
    set.clear()
  }
}

const isLeft = ({ sinks }: Followed): boolean =>
  Object.values(sinks).every(({ size }) => size === 0)

/** Screens of all meetings that this server is asked for; it looks only while somebody follows. */
export function liveMeetings(services: Services): Live {
  const all = new Map<string, Followed>()
  // What is looked at for all is no part of the request that came first.
  const forNobody = AsyncLocalStorage.snapshot()
  let timer: NodeJS.Timeout | undefined
  let beatAt = 0

  const lookOnce = async (): Promise<void> => {
    for (const [meeting, followed] of all) {
      if (services.watch?.isDraining() === true) closeAll(followed)
      if (isLeft(followed)) all.delete(meeting)
      else
        await look(services, meeting, followed).catch((err: unknown) =>
          services.log.warn({ err }, 'a meeting could not be looked at'),
        )
    }
    const now = Date.now()
    if (now < beatAt) return
    beatAt = now + BEAT_MS
    for (const { sinks } of all.values()) {
      for (const set of Object.values(sinks)) await send(set, BEAT)
    }
  }
  const again = (): void => {
    timer = setTimeout(() => {
      void lookOnce().then(() => (all.size > 0 ? again() : (timer = undefined)))
    }, LOOK_MS)
    timer.unref()
  }
  const followedOf = (org: string, meeting: string): Followed => {
    const known = all.get(meeting)
    if (known !== undefined) return known
    const sinks = { judge: new Set<Sink>(), screen: new Set<Sink>(), chair: new Set<Sink>() }
    const fresh: Followed = {
      org,
      sinks,
      agenda: undefined,
      screen: undefined,
      said: {},
      counted: NONE,
      problems: undefined,
    }
    all.set(meeting, fresh)
    return fresh
  }

  return {
    follow: (org, meeting, audience) => {
      const followed = followedOf(org, meeting)
      const sinks = followed.sinks[audience]
      let mine: Sink | undefined
      const leave = (): void => {
        if (mine !== undefined && sinks.delete(mine)) mine.close()
      }
      const ending = setTimeout(leave, LONGEST_MS)
      ending.unref()
      const stream = new ReadableStream<Uint8Array>({
        start: (sink) => {
          mine = sink
          sinks.add(sink)
          sink.enqueue(RETRY)
          const { said, problems } = followed
          const known = said[audience === 'judge' ? 'judge' : 'screen']
          if (known !== undefined) sink.enqueue(known)
          if (audience === 'chair' && problems !== undefined) sink.enqueue(eventOf({ problems }))
          if (timer === undefined) forNobody(again)
        },
        cancel: () => {
          clearTimeout(ending)
          if (mine !== undefined) sinks.delete(mine)
        },
      })
      const headers = { 'Content-Type': 'text/event-stream', 'X-Accel-Buffering': 'no' }
      return new Response(stream, { headers })
    },
  }
}

import { retryAfter } from '@kaohe/domain'
import {
  abandonJob,
  type Claimed,
  claimJob,
  dropJob,
  endJob,
  keepJob,
  putBackJob,
} from '@kaohe/storage'
import { isDatabaseAway, isStorageFull } from '../http/away.ts'
import { Stop } from '../http/problem.ts'
import { hashOf, newToken } from '../http/token.ts'
import { TryLater } from '../outside/index.ts'
import type { Services } from '../services.ts'
import { type AnyKind, NotYet, Stopped, type Work } from './kind.ts'
import { asAsker, finish, NobodyToActFor, tellEnd } from './step.ts'

/** How long a process has work before another takes it; renewed while it works. */
export interface Lease {
  readonly seconds: number
  readonly renewMs: number
}

export const usualLease: Lease = { seconds: 60, renewMs: 15_000 }

const TELL_EVERY_MS = 300
/** So often a process may die over the same work before it is given up. */
const MOST_DEATHS = 5

interface Hand {
  readonly services: Services
  readonly claimed: Claimed
  readonly ticket: Buffer
  readonly lease: Lease
  /** The process goes down: work is put back at its next step. */
  readonly leaving: () => boolean
}

/** Holds the lease of work, and hears whether it is still wanted. */
class Holding {
  readonly #hand: Hand
  readonly #timer: NodeJS.Timeout
  #progress = { done: 0, total: null as number | null, said: null as string | null }
  #toldAt = 0
  #why: Stopped['why'] | undefined

  constructor(hand: Hand) {
    this.#hand = hand
    this.#timer = setInterval(() => {
      // The next step hears of it; without a database the lease runs out.
      this.#renew().catch(() => {})
    }, hand.lease.renewMs)
  }

  async #renew(): Promise<void> {
    const { services, ticket, lease } = this.#hand
    const held = await keepJob(services.db, ticket, lease.seconds, this.#progress)
    if (held === undefined) this.#why = 'lost'
    else if (held.cancelling) this.#why = 'cancelled'
  }

  check(): void {
    if (this.#why !== undefined) throw new Stopped(this.#why)
    if (this.#hand.leaving()) throw new Stopped('leaving')
  }

  async tell(done: number, total: number | null, said: string): Promise<void> {
    this.#progress = { done, total, said }
    const now = performance.now()
    if (now - this.#toldAt >= TELL_EVERY_MS || done === total) {
      this.#toldAt = now
      await this.#renew()
    }
    this.check()
  }

  end(): void {
    clearInterval(this.#timer)
  }
}

function workOf(hand: Hand, holding: Holding, input: unknown): Work<unknown> {
  const { services, claimed, ticket } = hand
  return {
    id: claimed.id,
    input,
    services,
    step: async (step) => {
      holding.check()
      return asAsker(services, ticket, claimed, step)
    },
    tell: (done, total, said) => holding.tell(done, total, said),
  }
}

async function giveUp(hand: Hand, kind: AnyKind | undefined, because: string): Promise<void> {
  const { services, ticket, claimed } = hand
  try {
    await asAsker(services, ticket, claimed, async (step) => {
      await kind?.givenUp?.(step, kind.input.parse(claimed.input), because)
      await tellEnd(step, claimed, `没有完成：${because}`)
      await endJob(step.db, ticket, 'failed', because)
    })
  } catch (error) {
    if (!(error instanceof NobodyToActFor)) throw error
    await abandonJob(services.db, ticket, '您已不在提出任务时的岗位，任务没有执行')
  }
}

async function later(hand: Hand, kind: AnyKind, because: string): Promise<void> {
  const { attempts } = hand.claimed
  const seconds = retryAfter(attempts)
  if (seconds === undefined) await giveUp(hand, kind, because)
  else await putBackJob(hand.services.db, hand.ticket, seconds, attempts)
}

async function notYet({ services, ticket, claimed }: Hand, { until }: NotYet): Promise<void> {
  const seconds = Math.max(1, Math.ceil((until.getTime() - services.now().getTime()) / 1000))
  await putBackJob(services.db, ticket, seconds, claimed.attempts - 1)
}

async function stopped(hand: Hand, { why }: Stopped): Promise<void> {
  const { services, ticket, claimed } = hand
  if (why === 'cancelled') await dropJob(services.db, ticket)
  if (why === 'leaving') await putBackJob(services.db, ticket, 0, claimed.attempts - 1)
  if (why !== 'lost') return
  // The last step was refused: cancelled at the very end, or another's by now, whom this does not touch.
  const held = await keepJob(services.db, ticket, hand.lease.seconds, {
    done: 0,
    total: null,
    said: null,
  })
  if (held?.cancelling === true) await dropJob(services.db, ticket)
}

async function failed(hand: Hand, kind: AnyKind, error: unknown): Promise<void> {
  if (error instanceof Stopped) return stopped(hand, error)
  if (error instanceof NobodyToActFor) return giveUp(hand, undefined, '')
  if (error instanceof NotYet) return notYet(hand, error)
  if (error instanceof TryLater) return later(hand, kind, error.message)
  if (error instanceof Stop) {
    const { title, detail } = error.problem
    return giveUp(hand, kind, detail === undefined ? title : `${title}。${detail}`)
  }
  const { log } = hand.services
  const { id, kind: name } = hand.claimed
  log.error({ job: id, kind: name, err: error }, 'work failed')
  if (error instanceof Error && isDatabaseAway(error)) return later(hand, kind, '数据库一直连不上')
  if (error instanceof Error && isStorageFull(error)) return later(hand, kind, '存储空间一直不够')
  return giveUp(hand, kind, `系统出了问题，没有改动任何内容；请把编号 ${id} 告诉管理员`)
}

async function carryOut(hand: Hand, kind: AnyKind): Promise<void> {
  const { services, claimed, ticket } = hand
  if (claimed.attempts > MOST_DEATHS + 1) return giveUp(hand, kind, '执行时多次中断，已停止')
  const holding = new Holding(hand)
  try {
    const input: unknown = kind.input.parse(claimed.input)
    const last = await kind.run(workOf(hand, holding, input))
    holding.check()
    await finish(services, ticket, claimed, last)
  } catch (error) {
    holding.end()
    await failed(hand, kind, error)
  } finally {
    holding.end()
  }
}

/**
 * Takes one piece of work and carries it out.
 * @returns false when there was none
 */
export async function workOnce(
  services: Services,
  kinds: readonly AnyKind[],
  leaving: () => boolean = () => false,
  lease: Lease = usualLease,
): Promise<boolean> {
  const ticket = hashOf(newToken())
  const claimed = await claimJob(services.db, ticket, lease.seconds)
  if (claimed === undefined) return false
  const hand = { services, claimed, ticket, lease, leaving }
  const kind = kinds.find((one) => one.kind === claimed.kind)
  if (claimed.cancelling) await dropJob(services.db, ticket)
  else if (kind === undefined) await giveUp(hand, undefined, '这个版本的程序不认识这项任务')
  else await carryOut(hand, kind)
  return true
}

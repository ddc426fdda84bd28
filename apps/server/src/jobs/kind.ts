import type { Acting, JobFile, JobResult, NewMessage } from '@kaohe/storage'
import type { z } from 'zod'
import type { Actor, Happened, Placed } from '../http/call.ts'
import type { Services } from '../services.ts'

/** One step of work, in a transaction of its own, as the one who asked for it. */
export interface Step {
  readonly db: Acting
  readonly now: Date
  /** The request that asked, as the log names it. */
  readonly request: string
  /** Whom it is done for. @throws Error where it is done for an organisation or a person without post */
  readonly actor: Actor
  /** The organisation, or the person, where there is no actor. */
  readonly org: string | null
  readonly person: string | null
  /** The object, when the policies allow the actor this act on those of its organisation. @throws notFound */
  permit<T extends Placed>(act: string, object: T | undefined): T
  /** Writes an entry of the log, in this transaction. */
  record(act: string, happened: Happened): Promise<void>
  /** What was handed in with the work. */
  file(): Promise<JobFile>
  /** Tells messages, in this transaction. @param from the organisation above all who get them */
  tell(messages: readonly NewMessage[], from: string): Promise<void>
}

/** Work under way. */
export interface Work<I> {
  readonly id: string
  readonly input: I
  readonly services: Services
  /** Runs a step. Only the last one may write. @throws Stopped when the work is cancelled or another's */
  step<T>(work: (step: Step) => Promise<T>): Promise<T>
  /** Says how far it is. @throws Stopped when the work is cancelled or another's */
  tell(done: number, total: number | null, said: string): Promise<void>
}

/** The last step: all that the work writes, stored together with the fact that it is done. */
export type LastStep = (step: Step) => Promise<JobResult>

/** A kind of work; it may be begun again from the start at any time, and all it writes it writes at the end. */
export interface JobKind<I> {
  readonly kind: string
  readonly input: z.ZodType<I>
  run(work: Work<I>): Promise<LastStep>
  /** What becomes of it when it is given up, in the transaction that says so. */
  givenUp?(step: Step, input: I, because: string): Promise<void>
}

/** Any kind, as the list of them has it. */
// Its input is checked by its own shape before it is run.
// oxlint-disable-next-line typescript/no-explicit-any
export type AnyKind = JobKind<any>

/** Keeps the types of a kind as they were written. */
export function jobKind<I>(kind: JobKind<I>): JobKind<I> {
  return kind
}

/** The work is not to be done before an instant; that it was taken is no try. */
export class NotYet extends Error {
  readonly until: Date
  constructor(until: Date) {
    super(`not before ${until.toISOString()}`)
    this.until = until
  }
}

/** The work is not to go on: its owner cancelled it, another process has it, or this one goes down. */
export class Stopped extends Error {
  readonly why: 'cancelled' | 'lost' | 'leaving'
  constructor(why: 'cancelled' | 'lost' | 'leaving') {
    super(`work ${why}`)
    this.why = why
  }
}

import { allows, isRole, policies } from '@kaohe/domain'
import {
  type Acting,
  acting,
  type Claimed,
  type EnteredJob,
  enterJob,
  finishJob,
  readJobFile,
  record,
  tell,
} from '@kaohe/storage'
import type { Actor } from '../http/call.ts'
import { notFound } from '../http/problem.ts'
import type { Services } from '../services.ts'
import { type LastStep, type Step, Stopped } from './kind.ts'

/** The one who asked left, or does not hold the post of then any more. */
export class NobodyToActFor extends Error {}

function actorOf(entered: EnteredJob): Actor {
  const { person, post, role, org, path } = entered
  if (!person || !post || !org || !path || role === null || !isRole(role))
    throw new Error('this work has no actor')
  return {
    session: '',
    person,
    personName: entered.person_name ?? '',
    post,
    role,
    org,
    orgName: entered.org_name ?? '',
    path,
  }
}

function stepOf(db: Acting, entered: EnteredJob, { request, id }: Claimed, now: Date): Step {
  const at = now.toISOString()
  return {
    db,
    now,
    request,
    org: entered.org,
    person: entered.person,
    get actor() {
      return actorOf(entered)
    },
    permit: (act, object) => {
      if (object === undefined || !allows(policies, act, actorOf(entered), object.path))
        throw notFound()
      return object
    },
    record: async (act, happened) => {
      const [person, post] = [entered.person ?? undefined, entered.post ?? undefined]
      const who = { org: entered.org ?? undefined, person, post }
      await record(db, { at, act, channel: 'job', request, ...who, ...happened })
    },
    file: async () => {
      const file = await readJobFile(db, id, 'input')
      if (file === undefined) throw new Error(`job ${id} has no file`)
      return file
    },
    tell: (messages, from) => tell(db, messages, { at, request, from }),
  }
}

/** Runs a step of claimed work as the one who asked. @throws NobodyToActFor */
export function asAsker<T>(
  { db, now }: Services,
  ticket: Buffer,
  claimed: Claimed,
  work: (step: Step) => Promise<T>,
): Promise<T> {
  return acting(db, {}, async (transaction) => {
    const entered = await enterJob(transaction, ticket)
    if (entered === undefined) throw new NobodyToActFor()
    return work(stepOf(transaction, entered, claimed, now()))
  })
}

/** That work has ended, for the one who waits for it. */
export async function tellEnd(step: Step, { title }: Claimed, said: string | null): Promise<void> {
  if (title === null) return
  const { org, person } = step.actor
  const about = { title: `${title}：${said ?? '完成'}`, page: '/jobs' }
  await step.tell([{ org, roles: [], person, kind: 'job', ...about }], org)
}

/** Runs the last step, and stores with it that the work is done. @throws Stopped, then nothing is stored */
export function finish(
  services: Services,
  ticket: Buffer,
  claimed: Claimed,
  last: LastStep,
): Promise<void> {
  return asAsker(services, ticket, claimed, async (step) => {
    const result = await last(step)
    await tellEnd(step, claimed, result.said)
    if (!(await finishJob(step.db, ticket, result))) throw new Stopped('lost')
  })
}

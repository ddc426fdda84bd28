import type { Program } from '@kaohe/engine'
import {
  type Acting,
  findCycle,
  findMeeting,
  findUnit,
  lockMeeting,
  type StoredCycle,
  type StoredMeeting,
} from '@kaohe/storage'
import type { Placed } from '../../../http/call.ts'
import { notFound } from '../../../http/problem.ts'
import { schemeOf } from '../../planning/find.ts'
import { programOf } from '../../planning/programs.ts'
import { ballotKinds, type PlannedBallots } from './kinds.ts'

interface Asked {
  readonly db: Acting
  readonly permit: <T extends Placed>(object: T | undefined) => T
  readonly params: { readonly meeting: string }
}

/** A meeting, when the endpoint's act is allowed on those of its organisation. @throws notFound */
export async function seenMeeting({ db, permit, params }: Asked): Promise<StoredMeeting> {
  const meeting = await findMeeting(db, params.meeting)
  if (meeting === undefined) throw notFound()
  permit(await findUnit(db, meeting.org))
  return meeting
}

/** The same to change it: locked until the end of the transaction. */
export async function heldMeeting({ db, permit, params }: Asked): Promise<StoredMeeting> {
  const meeting = await lockMeeting(db, params.meeting)
  if (meeting === undefined) throw notFound()
  permit(await findUnit(db, meeting.org))
  return meeting
}

/** What a meeting stands on. */
export interface Grounds {
  readonly cycle: StoredCycle
  readonly program: Program
  readonly kind: PlannedBallots
}

/** @throws notFound where the scheme knows no such ballot any more */
export async function groundsOf(db: Acting, meeting: StoredMeeting): Promise<Grounds> {
  const cycle = await findCycle(db, meeting.cycle)
  if (cycle === undefined) throw notFound()
  const program = programOf(await schemeOf(db, cycle))
  const kind = ballotKinds(program.scheme).find(({ event }) => event === meeting.event)
  if (kind === undefined) throw notFound()
  return { cycle, program, kind }
}

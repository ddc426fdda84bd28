import type { Scheme } from '@kaohe/contract'
import { allows, policies } from '@kaohe/domain'
import {
  type Acting,
  findCycle,
  findScheme,
  findUnit,
  type StoredCycle,
  type StoredScheme,
  type StoredUnit,
} from '@kaohe/storage'
import type { Actor, Placed } from '../../http/call.ts'
import { notFound } from '../../http/problem.ts'
import { shownScheme } from './shown.ts'

type Permit = <T extends Placed>(object: T | undefined) => T

interface Asked {
  readonly db: Acting
  readonly actor: Actor
  readonly permit: Permit
}

/** A scheme that the one who asks may see: a draft is seen by the office that writes it. */
export async function seenScheme(
  { db, actor, permit }: Asked,
  id: string,
): Promise<{ scheme: StoredScheme; unit: StoredUnit }> {
  const scheme = await findScheme(db, id)
  if (scheme === undefined) throw notFound()
  const unit = permit(await findUnit(db, scheme.org))
  if (scheme.state === 'draft' && !allows(policies, 'scheme.draft', actor, unit.path))
    throw notFound()
  return { scheme, unit }
}

/** A scheme as it stands now, for those who may see it. */
export async function schemeAgain(call: Asked, id: string): Promise<Scheme> {
  const { scheme, unit } = await seenScheme(call, id)
  return shownScheme({ ...scheme, org_name: unit.name }, call.actor.person)
}

/** A cycle, when the endpoint's act is allowed on those of its organisation. */
export async function seenCycle(
  { db, permit }: Pick<Asked, 'db' | 'permit'>,
  id: string,
): Promise<StoredCycle> {
  const cycle = await findCycle(db, id)
  if (cycle === undefined) throw notFound()
  permit(await findUnit(db, cycle.org))
  return cycle
}

/** The scheme of a cycle. A cycle has one: not to see it would be our fault. */
export async function schemeOf(db: Acting, cycle: StoredCycle): Promise<StoredScheme> {
  const scheme = await findScheme(db, cycle.scheme)
  if (scheme === undefined) throw notFound()
  return scheme
}

/** A scheme by its identifier; the caller asks the policies about its organisation. @throws notFound */
export async function storedScheme(db: Acting, id: string): Promise<StoredScheme> {
  const scheme = await findScheme(db, id)
  if (scheme === undefined) throw notFound()
  return scheme
}

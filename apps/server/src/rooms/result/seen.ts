import {
  type Acting,
  comprehensiveOn,
  type Content,
  findCycle,
  findSnapshot,
  findUnit,
  resolutionsOn,
  type StoredComprehensive,
  type StoredCycle,
  type StoredResolution,
  type StoredScheme,
  type StoredSnapshot,
} from '@kaohe/storage'
import type { Placed } from '../../http/call.ts'
import { notFound } from '../../http/problem.ts'
import { storedScheme } from '../planning/find.ts'
import { resultOf } from './whole.ts'

/** A snapshot with all that its result is computed from. */
export interface SeenSnapshot extends ReturnType<typeof resultOf> {
  readonly snapshot: StoredSnapshot
  readonly content: Content
  readonly cycle: StoredCycle
  readonly scheme: StoredScheme
  readonly resolutions: readonly StoredResolution[]
  /** What the office wrote of units, by unit. */
  readonly comprehensive: ReadonlyMap<string, StoredComprehensive>
}

interface Asked {
  readonly db: Acting
  readonly permit: <T extends Placed>(object: T | undefined) => T
  readonly params: { readonly snapshot: string }
}

/** @throws notFound for those who may not do the endpoint's act in its organisation */
export async function seenSnapshot({ db, permit, params }: Asked): Promise<SeenSnapshot> {
  const found = await findSnapshot(db, params.snapshot)
  if (found === undefined) throw notFound()
  permit(await findUnit(db, found.org))
  const { content, ...snapshot } = found
  const cycle = await findCycle(db, snapshot.cycle)
  if (cycle === undefined) throw notFound()
  const scheme = await storedScheme(db, snapshot.scheme)
  const resolutions = await resolutionsOn(db, snapshot.id)
  const opinions = await comprehensiveOn(db, snapshot.id)
  const comprehensive = new Map(opinions.map((one) => [one.unit, one]))
  const result = resultOf(scheme, content, resolutions)
  return { snapshot, content, cycle, scheme, resolutions, comprehensive, ...result }
}

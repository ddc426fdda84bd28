import { type Seat, seesMarks, sitsAt } from '@kaohe/domain'
import type { Program } from '@kaohe/engine'
import { type Acting, desksOf, seatOf, type NamedDesk, type StoredCycle } from '@kaohe/storage'
import type { Actor, Placed } from '../../http/call.ts'
import { notFound } from '../../http/problem.ts'
import { schemeOf, seenCycle } from '../planning/find.ts'
import { programOf } from '../planning/programs.ts'
import { type DeskPlan, deskPlans } from './plan.ts'

/** The desks of a cycle as one person sees them. */
export interface SeenDesks {
  readonly cycle: StoredCycle
  readonly program: Program
  readonly plans: readonly DeskPlan[]
  readonly seat: Seat
  readonly person: string
  /** Units that one does not mark, for they are one's own. */
  readonly own: ReadonlySet<string>
  readonly desks: ReadonlyMap<string, NamedDesk>
  readonly given: ReadonlyMap<string, number>
}

interface Asked {
  readonly db: Acting
  readonly actor: Actor
  readonly permit: <T extends Placed>(object: T | undefined) => T
  readonly params: { readonly cycle: string }
}

/** @throws notFound for those to whom the cycle is nothing */
export async function seenDesks(call: Asked): Promise<SeenDesks> {
  const { db, actor } = call
  const cycle = await seenCycle(call, call.params.cycle)
  const program = programOf(await schemeOf(db, cycle))
  const plans = deskPlans(program.scheme)
  const { department, own } = await seatOf(db, { ...actor, cycle: cycle.id })
  const party =
    department === null
      ? null
      : (plans.find(({ name }) => name === department)?.party ?? `department:${department}`)
  const { desks, given } = await desksOf(db, cycle.id)
  return {
    cycle,
    program,
    plans,
    seat: { role: actor.role, party },
    person: actor.person,
    own: new Set(own),
    desks: new Map(desks.map((desk) => [desk.party, desk])),
    given,
  }
}

/** One desk among them. @throws notFound */
export function planIn({ plans }: Pick<SeenDesks, 'plans'>, party: string): DeskPlan {
  const plan = plans.find((one) => one.party === party)
  if (plan === undefined) throw notFound()
  return plan
}

const stateOf = ({ desks }: Pick<SeenDesks, 'desks'>, party: string) =>
  desks.get(party)?.state ?? 'draft'

/** Whether one may read the marks of a desk now. */
export function maySee(seen: SeenDesks, party: string): boolean {
  return seesMarks(seen.seat, { party, state: stateOf(seen, party) })
}

/** Whether one marks at a desk. */
export function isMine(seen: SeenDesks, party: string): boolean {
  return sitsAt(seen.seat, { party })
}

import type { Desk } from '@kaohe/contract'
import { listAssessees } from '@kaohe/storage'
import type { DeskPlan } from './plan.ts'
import { seenDesks } from './seen.ts'
import { shownDesk, takingPart } from './shown.ts'

/** A desk as it stands now, for whoever wanted to move it: how far it is, and nothing that lies on it. */
export async function deskAgain(
  call: Parameters<typeof seenDesks>[0],
  plan: DeskPlan,
  saw: number,
): Promise<Desk> {
  const seen = await seenDesks(call)
  const desk = shownDesk(seen, plan, takingPart(await listAssessees(call.db, seen.cycle.id)))
  // A desk on which nobody wrote has no version until it is locked.
  return saw === 0 && desk.version === 1 ? { ...desk, version: 0 } : desk
}

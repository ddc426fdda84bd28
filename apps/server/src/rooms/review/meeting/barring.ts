import { ownConflicts } from '@kaohe/domain'
import {
  type Acting,
  insertConflicts,
  judgesOf,
  pathsOf,
  speakersOf,
  type StoredMeeting,
} from '@kaohe/storage'

/** Removes every judge from the ballots of the unit that he belongs to, as agenda and judges now are. */
export async function bar(db: Acting, { org, id }: StoredMeeting): Promise<void> {
  const judges = (await judgesOf(db, id)).filter(({ unit }) => unit !== null)
  const paths = await pathsOf(
    db,
    judges.map(({ unit }) => unit!),
  )
  const belonging = judges.map((one) => ({ id: one.id, path: paths.get(one.unit!) ?? [one.unit!] }))
  await insertConflicts(db, org, ownConflicts(belonging, await speakersOf(db, id)))
}

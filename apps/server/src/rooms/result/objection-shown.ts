import type { Objection } from '@kaohe/contract'
import { type Acting, attachedTo, findObjection, type StoredObjection } from '@kaohe/storage'
import { shownFile } from '../reporting/shown.ts'

/** What files of an objection are linked to, before a slash and its identifier. */
export const OBJECTION = 'objection'

function rulingOf(one: StoredObjection): Objection['ruling'] {
  const { ruling, ruling_reason: reason, ruling_body: body, ruled_on: on, ruling_number } = one
  if (ruling === null || reason === null || body === null || on === null) return null
  return { ruling, reason, body, on, number: ruling_number }
}

function carriedOf({ carried, became, carried_on: on }: StoredObjection): Objection['carried'] {
  if (carried === null || became === null || on === null) return null
  return { snapshot: carried, became, on }
}

/** Objections for a page, with their files: two queries for all. */
export async function shownObjections(
  db: Acting,
  stored: readonly StoredObjection[],
): Promise<Objection[]> {
  const files = await attachedTo(
    db,
    OBJECTION,
    stored.map(({ id }) => id),
  )
  return stored.map((one) => ({
    id: one.id,
    cycle: one.cycle,
    title: one.title,
    unit: one.org,
    unitName: one.unit_name,
    figure: one.figure,
    figureName: one.figure_name,
    was: one.was,
    text: one.text,
    state: one.state,
    filedAt: one.filed_at,
    files: (files.get(one.id) ?? []).map(shownFile),
    reply:
      one.reply === null || one.replied_at === null
        ? null
        : { text: one.reply, at: one.replied_at },
    ruling: rulingOf(one),
    carried: carriedOf(one),
    version: one.version,
  }))
}

/** One objection as it is stored now. */
export async function shownAgain(db: Acting, id: string): Promise<Objection> {
  const [shown] = await shownObjections(db, [(await findObjection(db, id))!])
  return shown!
}

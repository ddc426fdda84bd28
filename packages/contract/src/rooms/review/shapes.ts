import { z } from 'zod'

export const DeskPlace = z.object({ cycle: z.uuid(), party: z.string().max(100) })

export const DeskState = z.enum(['draft', 'handed', 'returned', 'approved'])

/** How far a department is with its evaluation; no mark in it. */
export const Desk = z.object({
  party: z.string(),
  name: z.string(),
  state: DeskState,
  /** Why it was given back. */
  because: z.string().nullable(),
  handedAt: z.string().nullable(),
  decidedAt: z.string().nullable(),
  /** Marks that it has to give in all, and that it has given. */
  asked: z.number().int(),
  given: z.number().int(),
  /** Someone asks to open it again after it was agreed to; another has to agree. */
  reopening: z
    .object({ by: z.string().nullable(), because: z.string(), at: z.string(), mine: z.boolean() })
    .nullable(),
  version: z.number().int(),
  /** May the one who asks mark here? */
  mine: z.boolean(),
  /** May he read its marks now? */
  open: z.boolean(),
})
export type Desk = z.infer<typeof Desk>

/** What a mark may be. */
export const MarkField = z.object({
  /** The item, or item.part where it is marked in several parts. */
  id: z.string(),
  item: z.string(),
  name: z.string(),
  clause: z.string().nullable(),
  category: z.string().nullable(),
  least: z.string().nullable(),
  most: z.string().nullable(),
  orZero: z.boolean(),
  step: z.string().nullable(),
  /** The rungs of a ladder; empty where points are given. */
  words: z.array(z.string()),
  basis: z.string().nullable(),
  reasoned: z.boolean(),
  /** Other departments that mark the same. */
  together: z.array(z.string()),
})
export type MarkField = z.infer<typeof MarkField>

export const Mark = z.object({
  item: z.string(),
  unit: z.uuid(),
  text: z.string(),
  reason: z.string().nullable(),
  by: z.string().nullable(),
  at: z.string(),
  version: z.number().int(),
})
export type Mark = z.infer<typeof Mark>

/** What a department says of a unit in all. */
export const Opinion = z.object({
  unit: z.uuid(),
  grade: z.string().nullable(),
  comment: z.string(),
  /** Why it was given back, until it is handed in again. */
  returned: z.string().nullable(),
  at: z.string(),
  version: z.number().int(),
})
export type Opinion = z.infer<typeof Opinion>

/** A unit on a desk: what was marked of it, and what was said. */
export const DeskUnit = z.object({
  id: z.uuid(),
  name: z.string(),
  type: z.string(),
  group: z.string().nullable(),
  /** It is the evaluator's own, or he has a post there: he does not mark it. */
  own: z.boolean(),
  /** The marks it lacks. */
  lacking: z.number().int(),
  /** The sum of its marks, where all of them are points. */
  points: z.string().nullable(),
  full: z.string().nullable(),
})
export type DeskUnit = z.infer<typeof DeskUnit>

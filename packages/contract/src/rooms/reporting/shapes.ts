import { z } from 'zod'

export const Place = z.object({ cycle: z.uuid(), unit: z.uuid() })

export const Day = z.iso.date('日期要写成 2026-12-25 这样')

/** A reason that people read later. */
export const Reason = z.string().trim().min(1, '请写明理由').max(500, '理由最多 500 字')

/** Not filled in, left blank with a reason, not applicable, and a value are four different things. */
export const Entry = z.object({
  state: z.enum(['value', 'blank', 'inapplicable']),
  text: z.string().nullable(),
  reason: z.string().nullable(),
  source: z.string(),
  at: z.string(),
  version: z.number().int(),
})
export type Entry = z.infer<typeof Entry>

/** What the unit holds against a datum of others, and the answer. */
export const Contest = z.object({
  id: z.uuid(),
  reason: z.string(),
  at: z.string(),
  answer: z.string().nullable(),
  answeredAt: z.string().nullable(),
})
export type Contest = z.infer<typeof Contest>

export const Cell = z.object({
  fact: z.string(),
  period: z.string().nullable(),
  periodName: z.string().nullable(),
  entry: Entry.nullable(),
  contest: Contest.nullable(),
})
export type Cell = z.infer<typeof Cell>

export const Fact = z.object({
  id: z.string(),
  name: z.string(),
  type: z.string(),
  unit: z.string().nullable(),
  words: z.array(z.string()),
  mayNotApply: z.boolean(),
  /** Words of several lines: what a unit writes of its work for those who mark it. */
  long: z.boolean(),
  /** Who supplies it, when it is not the unit itself. */
  supplier: z.string().nullable(),
  /** May the one who asks fill it in? */
  mine: z.boolean(),
})
export type Fact = z.infer<typeof Fact>

/** What the entries yield so far: points, or between what they lie, and why. */
export const Yield = z.object({
  points: z.string(),
  settled: z.boolean(),
  lines: z.array(z.object({ depth: z.number().int(), text: z.string() })),
})
export type Yield = z.infer<typeof Yield>

/** The points anew, of the items that a change touched and in all. */
export const Changed = z.object({
  items: z.array(z.object({ id: z.string(), yields: Yield })),
  total: Yield,
})
export type Changed = z.infer<typeof Changed>

const Attribute = z.object({
  id: z.string(),
  name: z.string(),
  type: z.string(),
  unit: z.string().nullable(),
  words: z.array(z.string()),
})
export type Attribute = z.infer<typeof Attribute>

/** Something that happened, once. */
export const Happening = z.object({
  id: z.uuid(),
  event: z.string(),
  happenedOn: z.string(),
  attributes: z.record(z.string(), z.string()),
  source: z.string(),
  at: z.string(),
  voidedBecause: z.string().nullable(),
  version: z.number().int(),
})
export type Happening = z.infer<typeof Happening>

/** A kind of events with what was written down of it. */
export const Happenings = z.object({
  id: z.string(),
  name: z.string(),
  attributes: z.array(Attribute),
  supplier: z.string().nullable(),
  mine: z.boolean(),
  clause: z.string().nullable(),
  /** All are in: what is not written down did not happen. */
  complete: z.boolean(),
  rows: z.array(Happening),
})
export type Happenings = z.infer<typeof Happenings>

export const EvidenceFile = z.object({
  id: z.uuid(),
  item: z.string(),
  name: z.string(),
  type: z.string(),
  size: z.number().int(),
  /** The day of what it shows. */
  showsOn: z.string().nullable(),
  /** When it was handed in. */
  at: z.string(),
})
export type EvidenceFile = z.infer<typeof EvidenceFile>

export const Item = z.object({
  id: z.string(),
  name: z.string(),
  clause: z.string().nullable(),
  category: z.string().nullable(),
  full: z.string().nullable(),
  requirements: z.array(z.string()),
  evidence: z.array(z.object({ name: z.string(), required: z.boolean() })),
  cells: z.array(Cell),
  /** Kinds of events on which it rests. */
  events: z.array(z.string()),
  compared: z.boolean(),
  files: z.array(EvidenceFile),
  /** Given back, and not handed in again yet. */
  returned: z.object({ reason: z.string(), at: z.string(), by: z.string().nullable() }).nullable(),
  yields: Yield,
})
export type ReportItem = z.infer<typeof Item>

/** Where the whole report stands. */
export const Submission = z.object({
  state: z.enum(['draft', 'confirmed', 'returned']),
  confirmedAt: z.string().nullable(),
  /** The last moment, if the scheme names one; later for a unit with an exception. */
  deadline: z.string().nullable(),
  exceptionBecause: z.string().nullable(),
  lateDays: z.number().int().nullable(),
  /** What lateness entails, in the words of the scheme. */
  consequences: z.array(z.string()),
  version: z.number().int(),
})
export type Submission = z.infer<typeof Submission>

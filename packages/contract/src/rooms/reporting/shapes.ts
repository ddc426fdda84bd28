import { z } from 'zod'

export const Place = z.object({ cycle: z.uuid(), unit: z.uuid() })

/** What day it is in a cycle; a demonstration tells of a year gone by. */
export const Clock = z.object({ today: z.string(), demonstration: z.boolean() })
export type Clock = z.infer<typeof Clock>

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

/** The same datum as the unit reported it elsewhere, to be taken over instead of typed again. */
export const Known = z.object({
  text: z.string(),
  source: z.string(),
  title: z.string(),
  at: z.string(),
})
export type Known = z.infer<typeof Known>

export const Cell = z.object({
  fact: z.string(),
  period: z.string().nullable(),
  periodName: z.string().nullable(),
  entry: Entry.nullable(),
  known: Known.nullable(),
  /** What was reported a year before, where a rule looks back on it. */
  previous: z
    .object({
      title: z.string(),
      /** Whether it counts: figures of several units that merged, or of a whole, stay open. */
      counts: z.boolean(),
      said: z.array(
        z.object({
          /** Null for the unit itself. */
          name: z.string().nullable(),
          how: z.enum(['itself', 'merged', 'split']),
          text: z.string().nullable(),
        }),
      ),
    })
    .nullable(),
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

/** A table of the rule: what is looked up, and how often each row is hit. */
const Grille = z.object({
  /** What is looked up, with its value; empty where several periods use the same table. */
  of: z.string(),
  rows: z.array(z.object({ label: z.string(), hits: z.number().int() })),
})
export type Grille = z.infer<typeof Grille>

/** What the entries yield so far: points, or between what they lie, and why. */
export const Yield = z.object({
  points: z.string(),
  settled: z.boolean(),
  lines: z.array(z.object({ depth: z.number().int(), text: z.string() })),
  grilles: z.array(Grille),
  /** What is not known though the rule needs it, and nobody is asked for it here. */
  lacks: z.array(z.string()),
})
export type Yield = z.infer<typeof Yield>

/** The points anew, of the items that a change touched and in all. */
export const Changed = z.object({
  items: z.array(z.object({ id: z.string(), yields: Yield })),
  total: Yield,
})
export type Changed = z.infer<typeof Changed>

export const Attribute = z.object({
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
  /** What goes with it, each as the evidence that it is. */
  files: z.array(z.object({ id: z.uuid(), name: z.string(), shows: z.string() })),
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
  /** The names of what the office decides of each, and the unit does not write. */
  ruled: z.array(z.string()),
  evidence: z.array(z.object({ name: z.string(), required: z.boolean() })),
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
  /** Units below that report for it, and how many of them have. */
  below: z.array(
    z.object({ level: z.string(), units: z.number().int(), reported: z.number().int() }),
  ),
  compared: z.boolean(),
  /** Each with the reason for which it was given back and not handed in again yet. */
  files: z.array(EvidenceFile.extend({ returned: z.string().nullable() })),
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
  /** The deadline is past. */
  overdue: z.boolean(),
  /** What lateness entails, in the words of the scheme. */
  consequences: z.array(z.string()),
  version: z.number().int(),
})
export type Submission = z.infer<typeof Submission>

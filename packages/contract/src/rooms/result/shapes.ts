import { z } from 'zod'

export const SnapshotPlace = z.object({ snapshot: z.uuid() })

/** Points known exactly, or between what they lie; texts, for they are exact. */
const Points = z.object({
  points: z.string().nullable(),
  least: z.string().nullable(),
  most: z.string().nullable(),
})

/** One unit in a result. */
export const Outcome = Points.extend({
  unit: z.uuid(),
  name: z.string(),
  type: z.string(),
  group: z.string(),
  /** Takes part: yes, no, or not known yet; if not, why. */
  eligible: z.enum(['yes', 'no', 'undecided']),
  why: z.array(z.string()),
  rank: z.number().int().nullable(),
  ranks: z.tuple([z.number().int(), z.number().int()]),
  grade: z.string().nullable(),
  /** A meeting put the grade in place of the computed one, which is null where that was open. */
  adjusted: z.object({ from: z.string().nullable() }).nullable(),
  gradeOpen: z.boolean(),
  gradeReasons: z.array(z.string()),
  vetoes: z.array(z.string()),
  /** What is not known yet. */
  missing: z.number().int(),
  questions: z.number().int(),
  /** Of each part of the result, in its order; null where the unit is not assessed by it. */
  parts: z.array(Points.nullable()),
})
export type Outcome = z.infer<typeof Outcome>

export const Result = z.object({
  title: z.string(),
  /** What stands side by side: the sources, or where there are none the categories. */
  parts: z.array(z.object({ id: z.string(), name: z.string(), weight: z.string().nullable() })),
  /** By the best grade first; units without one last. */
  grades: z.array(z.object({ id: z.string(), name: z.string() })),
  units: z.array(Outcome),
  /** What is missing, and for how many units: the most first. */
  missing: z.array(z.object({ what: z.string(), units: z.number().int() })),
  settled: z.number().int(),
  /** Surveys that figures come from: who asked whom, how, when, and how many answered. */
  surveys: z.array(z.string()),
})
export type Result = z.infer<typeof Result>

export const Snapshot = z.object({
  id: z.uuid(),
  name: z.string(),
  digest: z.string(),
  at: z.string(),
  ratified: z
    .object({
      body: z.string(),
      on: z.string(),
      number: z.string().nullable(),
      minutes: z.string().nullable(),
    })
    .nullable(),
  replaces: z.uuid().nullable(),
  because: z.string().nullable(),
  version: z.number().int(),
})
export type Snapshot = z.infer<typeof Snapshot>

/** Something that the scheme leaves to people. */
export const Matter = z.object({
  on: z.string(),
  name: z.string(),
  asks: z.enum(['grade', 'order', 'grant']),
  body: z.string().nullable(),
})
export type Matter = z.infer<typeof Matter>

export const Resolution = z.object({
  id: z.uuid(),
  unit: z.uuid(),
  matter: z.string(),
  matterName: z.string(),
  said: z.string(),
  body: z.string(),
  decidedOn: z.string(),
  number: z.string().nullable(),
  mover: z.string(),
  reason: z.string(),
  votes: z
    .object({
      for: z.number().int(),
      against: z.number().int(),
      abstained: z.number().int(),
    })
    .nullable(),
  at: z.string(),
})
export type Resolution = z.infer<typeof Resolution>

/** How the points of one unit came about, from the whole to the parts. */
export const UnitResult = z.object({
  unit: Outcome,
  parts: z.array(
    Points.extend({
      id: z.string(),
      name: z.string(),
      kind: z.string(),
      clause: z.string().nullable(),
      full: z.string().nullable(),
      weight: z.string().nullable(),
      applies: z.boolean(),
      formula: z.string().nullable(),
    }),
  ),
  items: z.array(
    Points.extend({
      id: z.string(),
      name: z.string(),
      clause: z.string().nullable(),
      category: z.string().nullable(),
      full: z.string().nullable(),
      status: z.string(),
      /** The surveys that its figures come from: who asked whom, how, when, and how many answered. */
      surveys: z.array(z.string()),
      lines: z.array(z.object({ depth: z.number().int(), text: z.string() })),
    }),
  ),
  /** From full marks to the total, weighted; full and lost are null of what is neither. */
  fall: z.array(
    z.object({
      name: z.string(),
      full: z.string().nullable(),
      got: z.string(),
      lost: z.string().nullable(),
    }),
  ),
  /** How the parts make the total, in one sentence. */
  total: z.string(),
  /** What the departments wrote, by department. */
  comments: z.array(
    z.object({ party: z.string(), grade: z.string().nullable(), comment: z.string() }),
  ),
  /** All of them as one: as the office wrote it, or one after another (version 0). */
  opinion: z.object({ text: z.string(), version: z.number().int() }),
  resolutions: z.array(Resolution),
  consequences: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      met: z.enum(['yes', 'no', 'undecided']),
      reasons: z.array(z.string()),
    }),
  ),
})
export type UnitResult = z.infer<typeof UnitResult>

/** What may be shown to a unit, each by its own switch. */
export const ReleasePart = z.enum(['grade', 'total', 'rank', 'items', 'comments'])
export type ReleasePart = z.infer<typeof ReleasePart>

/** What a unit reads of its own result; what was not released is null. */
export const Released = z.object({
  cycle: z.uuid(),
  title: z.string(),
  releasedOn: z.string(),
  ratified: z.string(),
  grade: z.string().nullable(),
  /** What the grade was by the points, and who put which in its place; absent where nobody did. */
  adjusted: z.string().optional(),
  total: z.string().nullable(),
  rank: z.number().int().nullable(),
  items: z
    .array(
      z.object({
        id: z.string(),
        name: z.string(),
        clause: z.string().nullable(),
        points: z.string(),
        full: z.string().nullable(),
        lines: z.array(z.object({ depth: z.number().int(), text: z.string() })),
      }),
    )
    .nullable(),
  comment: z.string().nullable(),
})
export type Released = z.infer<typeof Released>

import { z } from 'zod'
import { EvidenceFile } from '../reporting/shapes.ts'

/** What was done about a measure. */
export const Step = z.object({
  id: z.uuid(),
  kind: z.enum(['progress', 'minutes', 'recheck']),
  side: z.enum(['office', 'unit']),
  text: z.string(),
  at: z.string(),
})

/** Something that follows from a result, tracked to its end. */
export const Measure = z.object({
  id: z.uuid(),
  cycle: z.uuid(),
  title: z.string(),
  unit: z.uuid(),
  unitName: z.string(),
  origin: z.enum(['consequence', 'item']),
  source: z.string(),
  kind: z.string(),
  name: z.string(),
  clause: z.string().nullable(),
  state: z.enum(['declined', 'open', 'done', 'closed']),
  reason: z.string(),
  decided: z.object({ body: z.string(), on: z.string(), number: z.string().nullable() }).nullable(),
  /** On what it rests; null for those who may not see it. */
  facts: z.array(z.string()).nullable(),
  pointsLost: z.string().nullable(),
  owner: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  dueOn: z.string().nullable(),
  overdue: z.boolean(),
  copies: z.array(z.string()),
  places: z.string().nullable(),
  persons: z.string().nullable(),
  amount: z.string().nullable(),
  closing: z.string().nullable(),
  /** The result on which it was decided has been replaced by a correction. */
  outdated: z.boolean(),
  steps: z.array(Step),
  files: z.array(EvidenceFile),
  version: z.number().int(),
})
export type Measure = z.infer<typeof Measure>

/** A result of an earlier year on which "so many years running" rests. */
export const EarlierResult = z.object({
  year: z.number().int(),
  unitName: z.string(),
  total: z.string().nullable(),
  rank: z.number().int().nullable(),
  grade: z.string().nullable(),
})

/** A unit that a consequence reaches, or may reach. */
export const Reached = z.object({
  unit: z.uuid(),
  name: z.string(),
  met: z.enum(['yes', 'undecided']),
  reasons: z.array(z.string()),
  total: z.string().nullable(),
  rank: z.number().int().nullable(),
  amount: z.string().nullable(),
  robust: z.object({
    verdict: z.enum(['firm', 'close', 'tied', 'all', 'open']),
    /** To the nearest unit that was treated otherwise, in points and ranks. */
    points: z.string().nullable(),
    ranks: z.number().int().nullable(),
    beside: z.string().nullable(),
    /** To the line of points that the scheme writes. */
    line: z.string().nullable(),
    step: z.string(),
  }),
  earlier: z.array(EarlierResult),
  /** Years that would be needed and of which there is no ratified result. */
  missingYears: z.array(z.number().int()),
  /** Why it may not be adopted; null when it may. */
  refused: z.string().nullable(),
  measure: z.uuid().nullable(),
})
export type Reached = z.infer<typeof Reached>

/** What a consequence hangs on for one unit: each alone, with all else as it is, would make it fall. */
export const Hinges = z.object({
  /** It is met now; false where it is not decided, and then nothing can make it fall. */
  holds: z.boolean(),
  /** Units with the same total that were treated otherwise. */
  tied: z.array(z.string()),
  /** The total, or whether it is met, is known only between two ends. */
  open: z.boolean(),
  /** The grade that it goes by was put in place by a meeting. */
  adjusted: z.boolean(),
  /** How many marks were tried: of the unit, and of the nearest that was treated otherwise. */
  tried: z.number().int(),
  marks: z.array(
    z.object({
      unitName: z.string(),
      own: z.boolean(),
      item: z.string(),
      party: z.string().nullable(),
      mark: z.string(),
      /** The nearest other mark at which it is not met any more. */
      falls: z.string(),
      /** By how much, in points; null of a rung. */
      by: z.string().nullable(),
    }),
  ),
  /** Weights at which it is not met any more; none where no weight does that within the widest change tried. */
  weights: z.array(z.object({ name: z.string(), written: z.string(), change: z.string() })),
  widest: z.string(),
})
export type Hinges = z.infer<typeof Hinges>

/** A consequence as the scheme writes it, with whom it reaches. */
export const Proposal = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.string(),
  kindName: z.string(),
  clause: z.string().nullable(),
  body: z.string().nullable(),
  /** Which of the two decides. */
  decider: z.enum(['organiser', 'ratifier']),
  copies: z.array(z.string()),
  places: z.string().nullable(),
  years: z.number().int(),
  units: z.array(Reached),
})
export type ConsequenceProposal = z.infer<typeof Proposal>

/** Something that a unit has not made good of a year before. */
export const CarriedOver = z.object({
  id: z.uuid(),
  title: z.string(),
  /** The unit of then, and those of now that carry it on. */
  unitName: z.string(),
  carriedBy: z.array(z.object({ id: z.uuid(), name: z.string() })),
  name: z.string(),
  clause: z.string().nullable(),
  dueOn: z.string().nullable(),
  state: z.enum(['open', 'done']),
  last: z.string().nullable(),
})
export type CarriedOver = z.infer<typeof CarriedOver>

import { z } from 'zod'

export const MeetingPlace = z.object({ meeting: z.uuid() })

/** What is given on a ballot; points are texts, for they are exact. */
export const BallotField = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['points', 'word']),
  unit: z.string().nullable(),
  least: z.string().nullable(),
  most: z.string().nullable(),
  whole: z.boolean(),
  words: z.array(z.string()),
})
export type BallotField = z.infer<typeof BallotField>

/** A kind of ballot that the scheme asks for, and the indicators that it counts for. */
export const BallotKind = z.object({
  event: z.string(),
  name: z.string(),
  items: z.array(z.string()),
  /** The groups that the rule asks for; empty where it asks for none. */
  groups: z.array(z.string()),
})
export type BallotKind = z.infer<typeof BallotKind>

export const Meeting = z.object({
  id: z.uuid(),
  cycle: z.uuid(),
  event: z.string(),
  name: z.string(),
  heldOn: z.string(),
  place: z.string(),
  state: z.enum(['preparing', 'running', 'closed']),
  /** From what the order was drawn; null before the draw. */
  seed: z.string().nullable(),
  orderBecause: z.string().nullable(),
  version: z.number().int(),
})
export type Meeting = z.infer<typeof Meeting>

export const SpeakerState = z.enum(['waiting', 'scoring', 'sealed', 'absent'])

export const Speaker = z.object({
  id: z.uuid(),
  unit: z.uuid(),
  name: z.string(),
  position: z.number().int(),
  state: SpeakerState,
  because: z.string().nullable(),
  hasSummary: z.boolean(),
  given: z.number().int(),
  expected: z.number().int(),
  digest: z.string().nullable(),
})
export type Speaker = z.infer<typeof Speaker>

export const Judge = z.object({
  id: z.uuid(),
  number: z.number().int(),
  name: z.string(),
  group: z.string(),
  unit: z.uuid().nullable(),
  affiliation: z.string(),
  paper: z.boolean(),
  /** When his link was given out; null when he has none. */
  issuedAt: z.string().nullable(),
  barred: z.array(z.object({ speaker: z.uuid(), because: z.string() })),
})
export type Judge = z.infer<typeof Judge>

/** The link of one judge, shown once. */
export const JudgeSlip = z.object({
  judge: z.uuid(),
  number: z.number().int(),
  name: z.string(),
  group: z.string(),
  token: z.string(),
})
export type JudgeSlip = z.infer<typeof JudgeSlip>

export const Marks = z.record(z.string().max(100), z.string().max(40))

/** What came out for a speaker whose ballots are sealed, as the engine says it. */
export const SpeakerOutcome = z.object({
  speaker: z.uuid(),
  name: z.string(),
  ballots: z.number().int(),
  /** Paper ballots that do not count yet. */
  outstanding: z.number().int(),
  items: z.array(
    z.object({
      name: z.string(),
      points: z.string().nullable(),
      least: z.string().nullable(),
      most: z.string().nullable(),
      full: z.string().nullable(),
      lines: z.array(z.string()),
    }),
  ),
  /** How the ballots are spread, field by field; null where they are too few to say so. */
  spread: z
    .array(
      z.object({
        name: z.string(),
        bands: z.array(z.object({ label: z.string(), count: z.number().int() })),
      }),
    )
    .nullable(),
})
export type SpeakerOutcome = z.infer<typeof SpeakerOutcome>

/** What every screen follows. */
export const LiveAgenda = z.object({
  version: z.number().int(),
  state: Meeting.shape.state,
  speakers: z.array(z.object({ id: z.uuid(), state: SpeakerState })),
})
export type LiveAgenda = z.infer<typeof LiveAgenda>

/** What the big screen shows besides. */
export const LiveScreen = LiveAgenda.extend({
  name: z.string(),
  now: z
    .object({
      id: z.uuid(),
      name: z.string(),
      position: z.number().int(),
      given: z.number().int(),
      expected: z.number().int(),
    })
    .nullable(),
  next: z.object({ name: z.string(), position: z.number().int() }).nullable(),
  /** Of the speaker who was sealed last, until the next one is opened. */
  outcome: SpeakerOutcome.nullable(),
})
export type LiveScreen = z.infer<typeof LiveScreen>

/** One's own ballot. */
export const OwnBallot = z.object({
  marks: Marks,
  client: z.string().nullable(),
  turn: z.number().int(),
  receipt: z.string(),
  /** Under which number it stands among those that were counted. */
  tally: z.string(),
  sealed: z.boolean(),
})
export type OwnBallot = z.infer<typeof OwnBallot>

/** A speaker as a judge sees him. */
export const AgendaSpeaker = z.object({
  id: z.uuid(),
  name: z.string(),
  position: z.number().int(),
  state: SpeakerState,
  /** Why one does not score him; null where one does. */
  barred: z.string().nullable(),
  hasSummary: z.boolean(),
  ballot: OwnBallot.nullable(),
  /** A ballot was given by an earlier link: it counts, and this link cannot show it. */
  earlier: z.boolean(),
})
export type AgendaSpeaker = z.infer<typeof AgendaSpeaker>

export const PaperSheet = z.object({
  id: z.uuid(),
  speaker: z.uuid(),
  number: z.string(),
  group: z.string(),
  state: z.enum(['once', 'differs', 'settled']),
  because: z.string().nullable(),
  /** Who entered it; the figures only once two have. */
  entries: z.array(z.object({ by: z.string().nullable(), mine: z.boolean(), marks: Marks })),
  mine: z.boolean(),
})
export type PaperSheet = z.infer<typeof PaperSheet>

/** What went wrong for a judge, as he told it himself. */
export const OwnProblem = z.object({
  id: z.uuid(),
  text: z.string(),
  at: z.string(),
  /** When the office dealt with it; null while it is open. */
  dealtAt: z.string().nullable(),
  answer: z.string().nullable(),
})
export type OwnProblem = z.infer<typeof OwnProblem>

/** The same for the office: whose it is. */
export const JudgeProblem = OwnProblem.extend({ number: z.number().int(), name: z.string() })
export type JudgeProblem = z.infer<typeof JudgeProblem>

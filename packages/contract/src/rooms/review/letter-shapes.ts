import { z } from 'zod'
import { MarkField } from './shapes.ts'

/** The most signs of an opinion where the scheme sets no limit, and of a suggestion. */
export const MOST_WORDS = 2000

/** An answer as it is typed, on a phone or from paper. */
export const AnswerTyped = z.object({
  marks: z
    .array(
      z.object({
        item: z.string().max(100),
        text: z.string().trim().max(40, '分数或档次最多 40 字'),
        reason: z.string().trim().max(500, '理由最多 500 字').nullable().default(null),
      }),
    )
    .max(50),
  comment: z.string().trim().max(MOST_WORDS, `意见最多 ${MOST_WORDS} 字`).default(''),
  suggestion: z.string().trim().max(MOST_WORDS, `建议最多 ${MOST_WORDS} 字`).default(''),
})
export type AnswerTyped = z.input<typeof AnswerTyped>

/** What was answered. */
export const LetterAnswer = z.object({
  way: z.enum(['link', 'first', 'second', 'settled']),
  marks: z.array(z.object({ item: z.string(), text: z.string(), reason: z.string().nullable() })),
  comment: z.string(),
  suggestion: z.string(),
  because: z.string().nullable(),
  at: z.string(),
})
export type LetterAnswer = z.infer<typeof LetterAnswer>

/** That a unit told its leader of its work, and what. */
export const Briefing = z.object({
  source: z.string(),
  heldOn: z.string(),
  told: z.string(),
  text: z.string(),
  file: z.object({ name: z.string(), type: z.string(), size: z.number().int() }).nullable(),
  at: z.string(),
  version: z.number().int(),
})
export type Briefing = z.infer<typeof Briefing>

/** One letter, as the office sees it; no mark in it until the collection is closed. */
export const Letter = z.object({
  id: z.uuid(),
  source: z.string(),
  party: z.string(),
  unit: z.uuid(),
  unitName: z.string(),
  body: z.string(),
  leader: z.string(),
  post: z.string(),
  /** How often a link was issued, the last one when, and how often as a reminder. */
  issued: z.number().int(),
  issuedAt: z.string().nullable(),
  reminded: z.number().int(),
  answeredAt: z.string().nullable(),
  answeredBy: z.enum(['link', 'paper']).nullable(),
  /** How many typed the sheet of paper. */
  typed: z.number().int(),
  differs: z.boolean(),
  /** Whether the one who asks has typed it. */
  mine: z.boolean(),
  withdrawn: z.string().nullable(),
  briefing: Briefing.nullable(),
  /** Only of a collection that was closed, and only for those who conclude. */
  answer: LetterAnswer.nullable(),
  version: z.number().int(),
})
export type Letter = z.infer<typeof Letter>

/** One collection: a way of evaluation by letter. */
export const LetterSource = z.object({
  id: z.string(),
  name: z.string(),
  clause: z.string().nullable(),
  /** Its part of the total, as 30%. */
  weight: z.string().nullable(),
  parties: z.array(z.object({ id: z.string(), name: z.string(), fields: z.array(MarkField) })),
  remark: z.number().int().nullable(),
  /** What the scheme's calendar says. */
  calendar: z.object({ due: z.string().nullable(), says: z.string().nullable() }),
  briefing: z
    .object({ name: z.string(), due: z.string().nullable(), says: z.string().nullable() })
    .nullable(),
  round: z
    .object({
      dueOn: z.string(),
      graceDays: z.number().int(),
      lastDay: z.string(),
      closedAt: z.string().nullable(),
      version: z.number().int(),
    })
    .nullable(),
  letters: z.array(Letter),
  /** Units that have no letter yet, by party. */
  waiting: z.array(z.object({ unit: z.uuid(), name: z.string(), party: z.string() })),
  /** Units that the scheme asks nobody about in this way. */
  without: z.array(z.object({ unit: z.uuid(), name: z.string(), type: z.string() })),
  /** What becomes of the part of those, in words, or that the scheme does not say. */
  absent: z.string(),
  /** Questions about this clause that the scheme's readings settle: what was asked, what was chosen. */
  readings: z.array(
    z.object({ clause: z.string(), question: z.string(), chosen: z.string().nullable() }),
  ),
})
export type LetterSource = z.infer<typeof LetterSource>

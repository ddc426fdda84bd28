import { z } from 'zod'
import { endpoint } from '../../endpoint.ts'
import { EvidenceFile } from '../reporting/shapes.ts'
import { DeskPlace } from './shapes.ts'

export const VerdictKind = z.enum(['accepted', 'returned', 'doubtful', 'open'])
export type VerdictKind = z.infer<typeof VerdictKind>

const Verdict = z.object({
  verdict: VerdictKind,
  reason: z.string().nullable(),
  by: z.string().nullable(),
  at: z.string(),
  version: z.number().int(),
})

/** A file of evidence on a desk: of which unit, for which item, and what was found. */
export const Exhibit = EvidenceFile.extend({
  unit: z.uuid(),
  unitName: z.string(),
  itemName: z.string(),
  verdict: Verdict.nullable(),
  /** Where the same bytes were handed in too, or what else this file serves. */
  alsoUsed: z.array(z.string()),
  /** It is of a unit at which the one who asks has a post. */
  own: z.boolean(),
})
export type Exhibit = z.infer<typeof Exhibit>

export const readExhibits = endpoint({
  method: 'GET',
  path: '/cycles/{cycle}/desks/{party}/evidence',
  summary: '一个部门要看的全部支撑材料，带已有的结论和“也用于”',
  act: 'review.read',
  params: DeskPlace,
  answer: z.object({
    title: z.string(),
    name: z.string(),
    /** May the one who asks give verdicts now? */
    mine: z.boolean(),
    /** By items: under which mark the reported work, the data and the rule are read. */
    marked: z.record(z.string(), z.string()),
    exhibits: z.array(Exhibit),
  }),
})

export const giveVerdict = endpoint({
  method: 'PUT',
  path: '/cycles/{cycle}/desks/{party}/verdicts',
  summary: '给一项指标的一份或几份材料下结论：采信、退回（写理由）、存疑，或者撤回结论',
  act: 'review.mark',
  params: DeskPlace,
  body: z.object({
    item: z.string().max(100),
    verdict: VerdictKind,
    reason: z.string().trim().max(500, '理由最多 500 字').nullable().default(null),
    /** Each with the version that one saw; 0 where there was none. */
    files: z
      .array(z.object({ file: z.uuid(), version: z.number().int().min(0) }))
      .min(1)
      .max(500, '一次最多 500 份'),
  }),
  answer: z.object({ exhibits: z.array(Exhibit) }),
})

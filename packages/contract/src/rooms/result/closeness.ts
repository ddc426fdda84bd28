import { z } from 'zod'
import { endpoint } from '../../endpoint.ts'
import { SnapshotPlace } from './shapes.ts'

/** How far another unit is, in points. */
const Margin = z.object({
  unit: z.uuid(),
  name: z.string(),
  by: z.string(),
  grade: z.string().nullable(),
})

const Outlook = z.object({
  total: z.string().nullable(),
  rank: z.number().int().nullable(),
  grade: z.string().nullable(),
})

export const readCloseness = endpoint({
  method: 'GET',
  path: '/snapshots/{snapshot}/assessees/{assessee}/closeness',
  summary:
    '一个单位离别的名次、等次有多近：前后差多少分，哪一个打分高低一成就能改变名次或等次，往年怎样',
  act: 'result.read',
  params: SnapshotPlace.extend({ assessee: z.uuid() }),
  answer: z.object({
    ahead: Margin.nullable(),
    behind: Margin.nullable(),
    /** The nearest of another grade. */
    better: Margin.nullable(),
    worse: Margin.nullable(),
    swings: z.array(
      z.object({
        item: z.string(),
        party: z.string().nullable(),
        mark: z.string(),
        /** A tenth of its range lower and higher, or a rung of a ladder. */
        lower: z.string(),
        higher: z.string(),
        lowered: Outlook,
        raised: Outlook,
      }),
    ),
    /** Ratified results of earlier years, also of units that this one continues. */
    years: z.array(
      z.object({
        year: z.number().int(),
        /** Where it was another unit then. */
        former: z.string().nullable(),
        total: z.string().nullable(),
        rank: z.number().int().nullable(),
        grade: z.string().nullable(),
      }),
    ),
  }),
})
export type Closeness = z.infer<typeof readCloseness.answer>

export const readWeights = endpoint({
  method: 'GET',
  path: '/snapshots/{snapshot}/weights',
  summary: '占比高一成或低一成时，多少单位的分数、名次、等次和结果运用会变',
  act: 'result.read',
  params: SnapshotPlace,
  answer: z.object({
    weights: z.array(
      z.object({
        name: z.string(),
        written: z.string(),
        moved: z.number().int(),
        ranked: z.number().int(),
        farthest: z.number().int(),
        regraded: z.number().int(),
        consequences: z.number().int(),
      }),
    ),
  }),
})
export type Weights = z.infer<typeof readWeights.answer>

import { z } from 'zod'
import { endpoint } from '../../endpoint.ts'
import { Clock, Place, Yield } from './shapes.ts'

const Answer = z.object({
  fact: z.string(),
  /** What the unit said; null where it has not. Over several periods: how many are there. */
  said: z.string().nullable(),
})

const BelowUnit = z.object({
  unit: z.uuid(),
  name: z.string(),
  /** Cells that it is asked for, and how many it has filled in. */
  asked: z.number().int(),
  filled: z.number().int(),
  happenings: z.number().int(),
  answers: z.array(Answer),
})
export type BelowUnit = z.infer<typeof BelowUnit>

const BelowItem = z.object({
  id: z.string(),
  name: z.string(),
  clause: z.string().nullable(),
  full: z.string().nullable(),
  yields: Yield,
  /** By name, what decides the roll-up. */
  decided: z.array(z.string()),
})
export type BelowItem = z.infer<typeof BelowItem>

const BelowLevel = z.object({
  id: z.string(),
  name: z.string(),
  facts: z.array(z.object({ id: z.string(), name: z.string() })),
  units: z.array(BelowUnit),
  items: z.array(BelowItem),
})
export type BelowLevel = z.infer<typeof BelowLevel>

export const readBelow = endpoint({
  method: 'GET',
  path: '/cycles/{cycle}/reports/{unit}/below',
  summary: '下级单位的数据：谁报了、报的什么、汇总成几分、由谁决定',
  act: 'report.read',
  params: Place,
  answer: z.object({
    unitName: z.string(),
    title: z.string(),
    clock: Clock,
    levels: z.array(BelowLevel),
  }),
})

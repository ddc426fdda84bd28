import { z } from 'zod'
import { endpoint } from '../endpoint.ts'

/** Not filled in, left blank with a reason, not applicable, and a value are four different things. */
const Entry = z.object({
  state: z.enum(['value', 'blank', 'inapplicable']),
  text: z.string().nullable(),
  reason: z.string().nullable(),
  source: z.string(),
  at: z.string(),
  version: z.number().int(),
})

const Cell = z.object({
  fact: z.string(),
  period: z.string().nullable(),
  periodName: z.string().nullable(),
  entry: Entry.nullable(),
})

const Fact = z.object({
  id: z.string(),
  name: z.string(),
  type: z.string(),
  unit: z.string().nullable(),
  words: z.array(z.string()),
  mayNotApply: z.boolean(),
  /** Who supplies it, when it is not the unit itself. */
  supplier: z.string().nullable(),
})
export type Fact = z.infer<typeof Fact>

/** What the entries yield so far: points, or between what they lie, and why. */
const Yield = z.object({
  points: z.string(),
  settled: z.boolean(),
  lines: z.array(z.object({ depth: z.number().int(), text: z.string() })),
})
export type Yield = z.infer<typeof Yield>

const Item = z.object({
  id: z.string(),
  name: z.string(),
  clause: z.string().nullable(),
  category: z.string().nullable(),
  full: z.string().nullable(),
  requirements: z.array(z.string()),
  evidence: z.array(z.string()),
  cells: z.array(Cell),
  events: z.array(z.string()),
  compared: z.boolean(),
  yields: Yield,
})
export type ReportItem = z.infer<typeof Item>

const Report = z.object({
  cycle: z.uuid(),
  unit: z.uuid(),
  unitName: z.string(),
  title: z.string(),
  facts: z.array(Fact),
  items: z.array(Item),
  total: Yield,
})
export type Report = z.infer<typeof Report>

const Place = z.object({ cycle: z.uuid(), unit: z.uuid() })

export const readReport = endpoint({
  method: 'GET',
  path: '/cycles/{cycle}/reports/{unit}',
  summary: '一个单位的工作开展情况：逐项的数据、规则和按现有填报可得的分',
  act: 'report.read',
  params: Place,
  answer: Report,
})

export const writeEntry = endpoint({
  method: 'PUT',
  path: '/cycles/{cycle}/reports/{unit}/entries/{fact}',
  summary: '填报一个数据；回答里有它使哪些指标变成几分',
  act: 'report.enter',
  params: Place.extend({ fact: z.string().max(100) }),
  body: z.object({
    period: z.string().max(20).nullable().default(null),
    state: z.enum(['value', 'blank', 'inapplicable']),
    text: z.string().trim().max(1000).nullable().default(null),
    reason: z.string().trim().max(500).nullable().default(null),
    /** The version that was on the screen; 0 when there was none. */
    version: z.number().int().min(0),
  }),
  answer: z.object({
    entry: Entry,
    items: z.array(z.object({ id: z.string(), yields: Yield })),
    total: Yield,
  }),
})

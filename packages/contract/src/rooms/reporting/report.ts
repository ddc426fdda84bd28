import { z } from 'zod'
import { endpoint } from '../../endpoint.ts'
import {
  Changed,
  Clock,
  Contest,
  Entry,
  Fact,
  Happenings,
  Item,
  Place,
  Reason,
  Submission,
  Yield,
} from './shapes.ts'

const Report = z.object({
  cycle: z.uuid(),
  unit: z.uuid(),
  unitName: z.string(),
  title: z.string(),
  open: z.boolean(),
  clock: Clock,
  /** For a unit that is not assessed itself: its level, and the units for whom it reports. */
  supplies: z
    .object({
      level: z.string(),
      units: z.array(z.object({ unit: z.uuid(), name: z.string() })),
    })
    .nullable(),
  facts: z.array(Fact),
  events: z.array(Happenings),
  items: z.array(Item),
  submission: Submission,
  /** What the one who asks may do here. */
  may: z.object({
    enter: z.boolean(),
    attach: z.boolean(),
    contest: z.boolean(),
    answer: z.boolean(),
    confirm: z.boolean(),
    return: z.boolean(),
  }),
  total: Yield,
})
export type Report = z.infer<typeof Report>

export const readReport = endpoint({
  method: 'GET',
  path: '/cycles/{cycle}/reports/{unit}',
  summary: '一个单位的工作开展情况：逐项的数据、规则和按现有填报可得的分',
  act: 'report.read',
  params: Place,
  answer: Report,
})

export const EntryBody = z.object({
  period: z.string().max(20).nullable().default(null),
  state: z.enum(['value', 'blank', 'inapplicable']),
  text: z.string().trim().max(4000, '最多 4000 字').nullable().default(null),
  reason: z.string().trim().max(500, '理由最多 500 字').nullable().default(null),
  /** Take over what the unit reported elsewhere; the text is then left out. */
  known: z.boolean().default(false),
  /** The version that was on the screen; 0 when there was none. */
  version: z.number().int().min(0),
})

export const writeEntry = endpoint({
  method: 'PUT',
  path: '/cycles/{cycle}/reports/{unit}/entries/{fact}',
  summary: '填报一个数据；回答里有它使哪些指标变成几分',
  act: 'report.enter',
  params: Place.extend({ fact: z.string().max(100) }),
  body: EntryBody,
  answer: Changed.extend({ entry: Entry }),
})

export const contestEntry = endpoint({
  method: 'POST',
  path: '/cycles/{cycle}/reports/{unit}/contests',
  summary: '对别处提供的数据提出异议，不改数据',
  act: 'report.contest',
  params: Place,
  body: z.object({
    fact: z.string().max(100),
    period: z.string().max(20).nullable().default(null),
    reason: Reason,
  }),
  answer: Contest,
})

export const answerContest = endpoint({
  method: 'POST',
  path: '/cycles/{cycle}/reports/{unit}/contests/{contest}/answer',
  summary: '答复对数据的异议；要改的数据另行修改',
  act: 'report.answer',
  params: Place.extend({ contest: z.uuid() }),
  body: z.object({ answer: Reason }),
  answer: Contest,
})

import { z } from 'zod'
import { endpoint } from '../../endpoint.ts'
import { Asked } from '../jobs.ts'
import { Clock, Submission } from './shapes.ts'

const Due = z.object({
  name: z.string(),
  /** The last day; null where the notice names none. */
  on: z.string().nullable(),
  clause: z.string().nullable(),
  tentative: z.boolean(),
  wording: z.string().nullable(),
  /** Days from today; negative when it is past. */
  inDays: z.number().int().nullable(),
  /** Done, late, due within a fortnight, or later; null where nobody can say. */
  state: z.enum(['done', 'late', 'soon', 'ahead']).nullable(),
})
export type Due = z.infer<typeof Due>

export const Standing = z.object({
  cycle: z.uuid(),
  title: z.string(),
  open: z.boolean(),
  clock: Clock,
  /** For whom it reports, when it is not assessed itself. */
  countsFor: z.array(z.string()),
  startsOn: z.string(),
  endsOn: z.string(),
  points: z.string(),
  settled: z.boolean(),
  submission: Submission,
  /** Cells that are the unit's own to fill in, and how many it has. */
  asked: z.number().int(),
  filled: z.number().int(),
  items: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      clause: z.string().nullable(),
      full: z.string().nullable(),
      points: z.string(),
      settled: z.boolean(),
      asked: z.number().int(),
      filled: z.number().int(),
      returned: z.string().nullable(),
      /** Kinds of evidence that are asked for, while no file is there. */
      lacking: z.array(z.string()),
    }),
  ),
  dues: z.array(Due),
  reminders: z.array(z.object({ text: z.string(), at: z.string() })),
})
export type Standing = z.infer<typeof Standing>

export const readMine = endpoint({
  method: 'GET',
  path: '/mine',
  summary: '我的考核：本单位在各考核年度填到哪里、什么到期、值几分',
  act: 'report.read',
  query: z.object({ cycle: z.uuid().optional() }),
  answer: z.object({
    unit: z.object({ id: z.uuid(), name: z.string() }),
    cycles: z.array(z.object({ id: z.uuid(), title: z.string() })),
    standing: Standing.nullable(),
  }),
})

const UnitProgress = z.object({
  unit: z.uuid(),
  name: z.string(),
  type: z.string(),
  excludedBecause: z.string().nullable(),
  state: z.enum(['draft', 'confirmed', 'returned']),
  confirmedAt: z.string().nullable(),
  lateDays: z.number().int().nullable(),
  exceptionOn: z.string().nullable(),
  asked: z.number().int(),
  filled: z.number().int(),
  happenings: z.number().int(),
  files: z.number().int(),
  openReturns: z.number().int(),
  openContests: z.number().int(),
  remindedAt: z.string().nullable(),
})
export type UnitProgress = z.infer<typeof UnitProgress>

export const readProgress = endpoint({
  method: 'GET',
  path: '/cycles/{cycle}/progress',
  summary: '各单位、各指标填报到哪里，谁按时、谁逾期',
  act: 'report.progress',
  params: z.object({ cycle: z.uuid() }),
  answer: z.object({
    title: z.string(),
    clock: Clock,
    deadline: z.string().nullable(),
    units: z.array(UnitProgress),
    items: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        category: z.string().nullable(),
        asked: z.number().int(),
        filled: z.number().int(),
      }),
    ),
  }),
})

export const remind = endpoint({
  method: 'POST',
  path: '/cycles/{cycle}/reminders',
  summary: '一次提醒多个单位',
  act: 'report.remind',
  params: z.object({ cycle: z.uuid() }),
  body: z.object({
    units: z.array(z.uuid()).min(1, '请选择要提醒的单位').max(2000),
    text: z.string().trim().min(1, '请写提醒的内容').max(300, '最多 300 字'),
  }),
  answer: z.object({
    reminded: z.number().int(),
    /** Where units are so many that they are reminded in the background. */
    job: Asked.nullable(),
  }),
})

import { z } from 'zod'
import { endpoint } from '../../endpoint.ts'
import { CycleParams } from './cycles.ts'

const Deadline = z.object({
  step: z.string(),
  name: z.string(),
  kind: z.string().nullable(),
  clause: z.string().nullable(),
  owners: z.array(z.string()),
  from: z.string().nullable(),
  due: z.string().nullable(),
  weekday: z.string().nullable(),
  hour: z.string().nullable(),
  rest: z.string().nullable(),
  says: z.string().nullable(),
  tentative: z.boolean(),
})
export type Deadline = z.infer<typeof Deadline>

const Conflict = z.object({
  steps: z.array(z.string()),
  severity: z.enum(['error', 'warning', 'note']),
  message: z.string(),
})
export type Conflict = z.infer<typeof Conflict>

export const readCalendar = endpoint({
  method: 'GET',
  path: '/cycles/{cycle}/calendar',
  summary: '一个考核年度的全部期限、节假日和相互矛盾的地方',
  act: 'cycle.read',
  params: CycleParams,
  answer: z.object({
    deadlines: z.array(Deadline),
    conflicts: z.array(Conflict),
    sources: z.array(z.object({ year: z.number().int(), source: z.string() })),
  }),
})
export type Calendar = z.infer<typeof readCalendar.answer>

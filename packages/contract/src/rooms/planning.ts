import { z } from 'zod'
import { endpoint } from '../endpoint.ts'

const Cycle = z.object({
  id: z.uuid(),
  org: z.uuid(),
  title: z.string(),
  startsOn: z.string(),
  endsOn: z.string(),
  state: z.enum(['preparing', 'open', 'closed']),
})
export type Cycle = z.infer<typeof Cycle>

export const listCycles = endpoint({
  method: 'GET',
  path: '/cycles',
  summary: '考核年度：本级的、下级的和上级考核本级的',
  act: 'cycle.read',
  answer: z.object({ cycles: z.array(Cycle) }),
})

const Assessee = z.object({
  unit: z.uuid(),
  name: z.string(),
  type: z.string(),
  group: z.string().nullable(),
  excludedBecause: z.string().nullable(),
})

export const readCycle = endpoint({
  method: 'GET',
  path: '/cycles/{cycle}',
  summary: '一个考核年度和其中能看到的考核对象',
  act: 'cycle.read',
  params: z.object({ cycle: z.uuid() }),
  answer: Cycle.extend({ assessees: z.array(Assessee) }),
})

import { z } from 'zod'
import { endpoint } from '../../endpoint.ts'
import { Day, Reason } from './shapes.ts'

const Observation = z.object({
  id: z.uuid(),
  unit: z.uuid(),
  unitName: z.string(),
  item: z.string(),
  itemName: z.string(),
  observedOn: z.string(),
  text: z.string(),
  by: z.string().nullable(),
  at: z.string(),
  voidedBecause: z.string().nullable(),
  version: z.number().int(),
})
export type Observation = z.infer<typeof Observation>

const Cycle = z.object({ cycle: z.uuid() })

export const listObservations = endpoint({
  method: 'GET',
  path: '/cycles/{cycle}/observations',
  summary: '部门平时的记录：哪天、哪个单位、哪一项、看到什么',
  act: 'observation.read',
  params: Cycle,
  query: z.object({ unit: z.uuid().optional() }),
  answer: z.object({
    title: z.string(),
    units: z.array(z.object({ id: z.uuid(), name: z.string() })),
    items: z.array(z.object({ id: z.string(), name: z.string() })),
    observations: z.array(Observation),
  }),
})

export const addObservation = endpoint({
  method: 'POST',
  path: '/cycles/{cycle}/observations',
  summary: '记下一次观察',
  act: 'observation.write',
  params: Cycle,
  body: z.object({
    unit: z.uuid(),
    item: z.string().max(100),
    observedOn: Day,
    text: z.string().trim().min(1, '请写看到了什么').max(2000, '最多 2000 字'),
  }),
  answer: z.object({ id: z.uuid() }),
})

export const voidObservation = endpoint({
  method: 'POST',
  path: '/cycles/{cycle}/observations/{observation}/void',
  summary: '作废一次观察，写明理由',
  act: 'observation.write',
  params: Cycle.extend({ observation: z.uuid() }),
  body: z.object({ reason: Reason, version: z.number().int().min(1) }),
  answer: z.object({ id: z.uuid() }),
})

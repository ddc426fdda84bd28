import { z } from 'zod'
import { endpoint } from '../../endpoint.ts'
import { SchemeParams } from './schemes.ts'
import { Change, Reason, Version } from './shapes.ts'

export const proposePublication = endpoint({
  method: 'POST',
  path: '/schemes/{scheme}/proposal-to-publish',
  summary: '提请发布草案的这一版；另一个人确认以后才发布',
  act: 'scheme.write',
  params: SchemeParams,
  body: z.object({ version: Version }),
  answer: z.object({ version: Version }),
})

export const confirmPublication = endpoint({
  method: 'POST',
  path: '/schemes/{scheme}/publication',
  summary: '确认发布：提请以外的一个人；发布以后不能再改，用它更正的考核年度改用新版本',
  act: 'scheme.confirm',
  params: SchemeParams,
  body: z.object({ version: Version }),
  answer: z.object({ publishedAt: z.string(), cycles: z.number().int() }),
})

export const correctScheme = endpoint({
  method: 'POST',
  path: '/schemes/{scheme}/corrections',
  summary: '为已发布的方案写更正：一份写明理由的新草案',
  act: 'scheme.write',
  params: SchemeParams,
  body: z.object({ reason: Reason }),
  answer: z.object({ id: z.uuid() }),
})

export const readChanges = endpoint({
  method: 'GET',
  path: '/schemes/{scheme}/changes',
  summary: '与被更正的版本、或与上级的方案相比，意思上改了什么',
  act: 'scheme.read',
  params: SchemeParams,
  answer: z.object({
    against: z.object({ title: z.string(), upper: z.boolean() }).nullable(),
    reason: z.string().nullable(),
    taken: z.array(z.string()),
    changes: z.array(Change),
  }),
})
export type SchemeChanges = z.infer<typeof readChanges.answer>

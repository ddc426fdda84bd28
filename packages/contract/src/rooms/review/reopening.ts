import { z } from 'zod'
import { endpoint } from '../../endpoint.ts'
import { Desk, DeskPlace } from './shapes.ts'

export const askReopening = endpoint({
  method: 'PUT',
  path: '/cycles/{cycle}/desks/{party}/reopening',
  summary: '申请重新打开已经同意的评价，写明理由；空着就是撤回自己的申请',
  act: 'review.reopen',
  params: DeskPlace,
  body: z.object({
    because: z.string().trim().min(1, '请写明理由').max(500, '理由最多 500 字').nullable(),
    version: z.number().int().min(1),
  }),
  answer: z.object({ desk: Desk }),
})

export const agreeReopening = endpoint({
  method: 'POST',
  path: '/cycles/{cycle}/desks/{party}/reopening',
  summary: '另一位同志确认重新打开；这份评价退回部门，从此不计，直到再次同意',
  act: 'review.reopen-agree',
  params: DeskPlace,
  body: z.object({ version: z.number().int().min(1) }),
  answer: z.object({ desk: Desk }),
})

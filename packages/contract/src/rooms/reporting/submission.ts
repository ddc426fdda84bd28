import { z } from 'zod'
import { endpoint } from '../../endpoint.ts'
import { Day, Place, Reason, Submission } from './shapes.ts'

export const confirmReport = endpoint({
  method: 'POST',
  path: '/cycles/{cycle}/reports/{unit}/confirmation',
  summary: '单位负责人确认属实并提交；是否逾期以数据库的时钟为准',
  act: 'report.confirm',
  params: Place,
  body: z.object({
    isTrue: z.literal(true, '提交前请确认内容属实'),
    /** The version that was on the screen; 0 when there was none. */
    version: z.number().int().min(0),
  }),
  answer: Submission,
})

export const returnItem = endpoint({
  method: 'POST',
  path: '/cycles/{cycle}/reports/{unit}/returns',
  summary: '把一项退回单位，写明理由；已提交的填报随之重新开放',
  act: 'report.return',
  params: Place,
  body: z.object({ item: z.string().max(100), reason: Reason }),
  answer: z.object({ id: z.uuid() }),
})

export const grantException = endpoint({
  method: 'PUT',
  path: '/cycles/{cycle}/reports/{unit}/exception',
  summary: '准许一个单位晚些提交，写明理由',
  act: 'report.excuse',
  params: Place,
  body: z.object({ dueOn: Day, reason: Reason }),
  answer: z.object({ dueOn: z.string() }),
})

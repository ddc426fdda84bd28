import { z } from 'zod'
import { endpoint } from '../../endpoint.ts'

/** The most that a file with a report of progress may be. */
export const MOST_PLAN_FILE_BYTES = 30_000_000

export const PlanFile = z.object({
  id: z.uuid(),
  name: z.string(),
  type: z.string(),
  size: z.number().int(),
})

/** The body is the bytes themselves. */
export const sendPlanFile = endpoint({
  method: 'POST',
  path: '/plans/{plan}/tasks/{task}/files',
  summary: '为一项任务的进展报告传一份材料；内容就是文件的字节，检查同支撑材料一样',
  act: 'plan.report',
  params: z.object({ plan: z.uuid(), task: z.string().max(100) }),
  query: z.object({ name: z.string().trim().min(1).max(200, '文件名最多 200 字') }),
  answer: PlanFile,
})

export const readPlanFile = endpoint({
  method: 'GET',
  path: '/plan-files/{file}',
  summary: '一份进展报告的材料',
  act: 'plan.read',
  params: z.object({ file: z.uuid() }),
  answer: z.unknown(),
})

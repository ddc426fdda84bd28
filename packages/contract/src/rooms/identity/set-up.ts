import { z } from 'zod'
import { endpoint } from '../../endpoint.ts'
import { Slip } from './invitation.ts'

/** The code printed in the terminal, where it is needed. */
const Code = z.string().trim().max(100).nullable().default(null)
const Name = z.string().trim().min(1, '请填写').max(200, '最多 200 字')

export const SetUpProgress = z.object({
  state: z.enum(['idle', 'running', 'done', 'failed']),
  done: z.number().int(),
  of: z.number().int(),
  what: z.string(),
})
export type SetUpProgress = z.infer<typeof SetUpProgress>

export const loadDemo = endpoint({
  method: 'POST',
  path: '/set-up/demo',
  summary: '在空的系统里载入演示',
  act: 'anyone',
  body: z.object({ code: Code }),
  answer: SetUpProgress,
})

export const setUpProgress = endpoint({
  method: 'GET',
  path: '/set-up/progress',
  summary: '演示载入到哪里',
  act: 'anyone',
  answer: SetUpProgress,
})

export const setUpOrganisation = endpoint({
  method: 'POST',
  path: '/set-up/organisation',
  summary: '在空的系统里建立自己的组织，邀请三员和组织部',
  act: 'anyone',
  body: z.object({
    code: Code,
    name: Name,
    kind: Name,
    system: Name,
    security: Name,
    audit: Name,
    organiser: Name,
  }),
  answer: z.object({ slips: z.array(Slip) }),
})

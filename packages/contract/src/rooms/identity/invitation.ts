import { z } from 'zod'
import { endpoint } from '../../endpoint.ts'
import { SignedIn } from './session.ts'

/** What is printed and handed to the one who is invited. The token appears here and nowhere else. */
export const Slip = z.object({
  person: z.uuid(),
  name: z.string(),
  login: z.string(),
  orgName: z.string(),
  roleName: z.string().nullable(),
  token: z.string(),
  expiresAt: z.string(),
})
export type Slip = z.infer<typeof Slip>

const Token = z.string().trim().min(1).max(100)

export const lookAtInvitation = endpoint({
  method: 'POST',
  path: '/invitations/look',
  summary: '看一份邀请是给谁的；不会把它用掉',
  act: 'anyone',
  body: z.object({ token: Token }),
  answer: z.object({
    name: z.string(),
    login: z.string(),
    orgName: z.string(),
    expiresAt: z.string(),
  }),
})

export const acceptInvitation = endpoint({
  method: 'POST',
  path: '/invitations/accept',
  summary: '接受邀请：自己设密码；一份邀请只能用一次',
  act: 'anyone',
  body: z.object({ token: Token, password: z.string().max(1000) }),
  answer: SignedIn,
})

import { z } from 'zod'
import { endpoint } from '../../endpoint.ts'

export const readAccount = endpoint({
  method: 'GET',
  path: '/account',
  summary: '自己的账户：登录名、密码和动态码的情况',
  act: 'session',
  answer: z.object({
    login: z.string(),
    passwordChangedAt: z.string().nullable(),
    factor: z.boolean(),
    factorRequired: z.boolean(),
    recoveryLeft: z.number().int(),
  }),
})

export const changePassword = endpoint({
  method: 'PUT',
  path: '/account/password',
  summary: '改密码；别处的登录随之结束',
  act: 'session',
  body: z.object({
    current: z.string().min(1, '请填写现在的密码').max(1000),
    next: z.string().max(1000),
  }),
  answer: z.object({ ended: z.number().int() }),
})

const Session = z.object({
  id: z.uuid(),
  agent: z.string(),
  factors: z.number().int(),
  createdAt: z.string(),
  seenAt: z.string(),
  expiresAt: z.string(),
  /** The one that asks. */
  current: z.boolean(),
})

export const listSessions = endpoint({
  method: 'GET',
  path: '/account/sessions',
  summary: '自己在各处的登录',
  act: 'session',
  answer: z.object({ sessions: z.array(Session) }),
})

export const endOneSession = endpoint({
  method: 'DELETE',
  path: '/account/sessions/{session}',
  summary: '结束自己的一处登录',
  act: 'session',
  params: z.object({ session: z.uuid() }),
  answer: z.null(),
})

export const endOtherSessions = endpoint({
  method: 'DELETE',
  path: '/account/sessions',
  summary: '结束自己在别处的全部登录',
  act: 'session',
  answer: z.object({ ended: z.number().int() }),
})

const Token = z.object({
  id: z.uuid(),
  name: z.string(),
  roleName: z.string(),
  orgName: z.string(),
  scope: z.enum(['read', 'write']),
  createdAt: z.string(),
  expiresAt: z.string(),
  usedAt: z.string().nullable(),
})
export type ApiToken = z.infer<typeof Token>

export const listTokens = endpoint({
  method: 'GET',
  path: '/account/tokens',
  summary: '自己给程序用的令牌',
  act: 'session',
  answer: z.object({ tokens: z.array(Token) }),
})

export const createToken = endpoint({
  method: 'POST',
  path: '/account/tokens',
  summary: '为自己的一个岗位建一个给程序用的令牌；令牌只在这里出现一次',
  act: 'session',
  body: z.object({
    name: z.string().trim().min(1, '请写明给哪个程序用').max(100),
    post: z.uuid(),
    scope: z.enum(['read', 'write']),
    days: z.number().int().min(1, '至少 1 天').max(366, '最长 366 天'),
  }),
  answer: Token.extend({ token: z.string() }),
})

export const revokeToken = endpoint({
  method: 'DELETE',
  path: '/account/tokens/{token}',
  summary: '作废一个令牌',
  act: 'session',
  params: z.object({ token: z.uuid() }),
  answer: z.null(),
})

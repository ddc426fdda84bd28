import { z } from 'zod'
import { endpoint } from '../../endpoint.ts'
import { SignedIn } from './session.ts'

const Recovery = z.array(z.string())

export const offerFactor = endpoint({
  method: 'POST',
  path: '/session/factor',
  summary: '开始设置动态码：给出密钥，等第一个动态码来确认',
  act: 'session',
  answer: z.object({
    secret: z.string(),
    /** For the picture that authenticator applications read. */
    uri: z.string(),
  }),
})

export const confirmFactor = endpoint({
  method: 'POST',
  path: '/session/factor/confirm',
  summary: '用第一个动态码确认；恢复码只在这里出现一次',
  act: 'session',
  body: z.object({ code: z.string().trim().min(1, '请填写动态码').max(10) }),
  answer: z.object({ recovery: Recovery, signedIn: SignedIn }),
})

const Password = z.object({ password: z.string().min(1, '请填写密码').max(1000) })

export const dropFactor = endpoint({
  method: 'POST',
  path: '/account/factor/drop',
  summary: '停用动态码；三员不能停用',
  act: 'session',
  body: Password,
  answer: z.null(),
})

export const renewRecovery = endpoint({
  method: 'POST',
  path: '/account/recovery',
  summary: '换一套恢复码，旧的作废',
  act: 'session',
  body: Password,
  answer: z.object({ recovery: Recovery }),
})

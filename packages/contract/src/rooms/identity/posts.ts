import { z } from 'zod'
import { endpoint } from '../../endpoint.ts'

const Day = z.iso.date('日期要写成 2026-12-25 这样')
const PostParams = z.object({ post: z.uuid() })

export const grantPost = endpoint({
  method: 'POST',
  path: '/units/{unit}/posts',
  summary: '给一个人授予岗位',
  act: 'post.grant',
  params: z.object({ unit: z.uuid() }),
  body: z.object({
    person: z.uuid(),
    role: z.string().min(1, '请选择岗位'),
    department: z.uuid().nullable().default(null),
    from: Day,
    /** The first day it no longer runs. */
    to: Day.nullable().default(null),
  }),
  answer: z.object({ post: z.uuid() }),
})

export const endPost = endpoint({
  method: 'POST',
  path: '/posts/{post}/end',
  summary: '结束一个岗位，由它委托出去的一并结束',
  act: 'post.grant',
  params: PostParams,
  body: z.object({ on: Day }),
  answer: z.null(),
})

const StandIn = z.object({
  id: z.uuid(),
  personName: z.string(),
  from: z.string(),
  to: z.string().nullable(),
})

export const listStandIns = endpoint({
  method: 'GET',
  path: '/account/stand-ins',
  summary: '正用的岗位委托给了谁，还可以委托给谁',
  act: 'post.lend',
  answer: z.object({
    standIns: z.array(StandIn),
    colleagues: z.array(z.object({ id: z.uuid(), name: z.string() })),
  }),
})

export const lendPost = endpoint({
  method: 'POST',
  path: '/account/stand-ins',
  summary: '把正用的岗位委托给同事一段时间',
  act: 'post.lend',
  body: z.object({ person: z.uuid(), from: Day, to: Day }),
  answer: z.object({ post: z.uuid() }),
})

export const endStandIn = endpoint({
  method: 'DELETE',
  path: '/account/stand-ins/{post}',
  summary: '收回委托',
  act: 'post.lend',
  params: PostParams,
  answer: z.null(),
})

import { z } from 'zod'
import { endpoint } from '../../endpoint.ts'

const Post = z.object({
  id: z.uuid(),
  role: z.string(),
  roleName: z.string(),
  org: z.uuid(),
  orgName: z.string(),
  /** Lent by another, until a day (not included). */
  standsIn: z.boolean(),
  to: z.string().nullable(),
})

const Me = z.object({
  person: z.object({ id: z.uuid(), name: z.string() }),
  post: Post.nullable(),
  posts: z.array(Post),
  /** What the post in use may do at least somewhere, by the names of the acts. */
  may: z.array(z.string()),
})
export type Me = z.infer<typeof Me>

/** Signed in, or what is still asked for: a code, or that a second factor be set up first. */
export const SignedIn = z.discriminatedUnion('next', [
  z.object({ next: z.literal('done'), me: Me }),
  z.object({ next: z.literal('code') }),
  z.object({ next: z.literal('set-up-factor') }),
])
export type SignedIn = z.infer<typeof SignedIn>

const DemoAccount = z.object({
  login: z.string(),
  name: z.string(),
  role: z.string(),
  org: z.string(),
})

/** What stands before the sign-in: is there anything at all, and whom does the demonstration offer? */
export const welcome = endpoint({
  method: 'GET',
  path: '/welcome',
  summary: '登录页需要的信息',
  act: 'anyone',
  answer: z.object({
    empty: z.boolean(),
    demo: z.array(DemoAccount),
    /** Who may set an empty installation up: whoever is here, or who has the code from the terminal. */
    setUp: z.enum(['open', 'code']).nullable(),
    /** The name of the provider of identities through which one may sign in as well. */
    elsewhere: z.string().nullable(),
  }),
})

export const signIn = endpoint({
  method: 'POST',
  path: '/session',
  summary: '登录',
  act: 'anyone',
  body: z.object({
    login: z.string().trim().min(1, '请填写登录名').max(100),
    password: z.string().min(1, '请填写密码').max(1000),
  }),
  answer: SignedIn,
})

export const showCode = endpoint({
  method: 'POST',
  path: '/session/code',
  summary: '登录的第二步：动态码或一个恢复码',
  act: 'anyone',
  body: z.object({ code: z.string().trim().min(1, '请填写动态码').max(60) }),
  answer: SignedIn,
})

export const me = endpoint({
  method: 'GET',
  path: '/session',
  summary: '当前登录的人、正用的岗位和其他岗位',
  act: 'session',
  answer: Me,
})

export const signOut = endpoint({
  method: 'DELETE',
  path: '/session',
  summary: '退出登录',
  act: 'session',
  answer: z.null(),
})

export const choosePost = endpoint({
  method: 'PUT',
  path: '/session/post',
  summary: '换一个岗位，不必重新登录',
  act: 'session',
  body: z.object({ post: z.uuid() }),
  answer: Me,
})

import { z } from 'zod'
import { endpoint } from '../../endpoint.ts'
import { Slip } from './invitation.ts'

const Name = z.string().trim().min(1, '姓名不能为空').max(50, '姓名最多 50 字')
const UnitParams = z.object({ unit: z.uuid() })
const PersonParams = z.object({ person: z.uuid() })

const PersonPost = z.object({
  id: z.uuid(),
  role: z.string(),
  roleName: z.string(),
  org: z.uuid(),
  orgName: z.string(),
  department: z.string().nullable(),
  from: z.string(),
  to: z.string().nullable(),
  standsIn: z.boolean(),
})

const Person = z.object({
  id: z.uuid(),
  name: z.string(),
  login: z.string(),
  /** Not yet in, in, or left. */
  state: z.enum(['invited', 'lapsed', 'joined', 'ended']),
  invitedUntil: z.string().nullable(),
  /** Who the person is at the provider of identities. */
  subject: z.string().nullable(),
  version: z.number().int(),
  posts: z.array(PersonPost),
})
export type Person = z.infer<typeof Person>

export const listPeople = endpoint({
  method: 'GET',
  path: '/units/{unit}/people',
  summary: '一个组织的人员、邀请和岗位',
  act: 'person.read',
  params: UnitParams,
  answer: z.object({
    people: z.array(Person),
    /** People of other organisations who hold a post here. */
    others: z.array(PersonPost.extend({ personName: z.string() })),
    departments: z.array(z.object({ id: z.uuid(), name: z.string() })),
    roles: z.array(z.object({ role: z.string(), name: z.string() })),
    elsewhere: z.string().nullable(),
  }),
})

export const invitePeople = endpoint({
  method: 'POST',
  path: '/units/{unit}/people',
  summary: '邀请人员：系统给登录名，本人凭邀请设密码',
  act: 'person.invite',
  params: UnitParams,
  body: z.object({ names: z.array(Name).min(1, '请填写姓名').max(50, '一次最多 50 人') }),
  answer: z.object({ slips: z.array(Slip) }),
})

export const inviteAgain = endpoint({
  method: 'POST',
  path: '/people/{person}/invitation',
  summary: '重发邀请（也用于忘记密码）；以前的邀请作废',
  act: 'person.invite',
  params: PersonParams,
  answer: Slip,
})

export const renamePerson = endpoint({
  method: 'PATCH',
  path: '/people/{person}',
  summary: '改正一个人的姓名',
  act: 'person.change',
  params: PersonParams,
  body: z.object({ name: Name, version: z.number().int() }),
  answer: z.null(),
})

export const endPerson = endpoint({
  method: 'POST',
  path: '/people/{person}/end',
  summary: '停用一个人的账户，登录随之结束',
  act: 'person.change',
  params: PersonParams,
  body: z.object({ version: z.number().int() }),
  answer: z.null(),
})

export const linkPerson = endpoint({
  method: 'PUT',
  path: '/people/{person}/elsewhere',
  summary: '把一个人与统一身份的编号关联，或取消关联',
  act: 'person.change',
  params: PersonParams,
  body: z.object({ subject: z.string().trim().min(1).max(255).nullable() }),
  answer: z.null(),
})

export const releaseFactor = endpoint({
  method: 'POST',
  path: '/people/{person}/factor-release',
  summary: '准许一个丢了动态码的人在三天内重新设置',
  act: 'factor.release',
  params: PersonParams,
  answer: z.object({ expiresAt: z.string() }),
})

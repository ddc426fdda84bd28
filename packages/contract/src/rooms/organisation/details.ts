import { z } from 'zod'
import { endpoint } from '../../endpoint.ts'
import { Attribute, Body, Contact, Department } from './page.ts'
import { Day, UnitParams, Version } from './units.ts'

const short = (what: string) =>
  z.string().trim().min(1, `${what}不能为空`).max(100, `${what}最多 100 字`)

export const putAttribute = endpoint({
  method: 'POST',
  path: '/units/{unit}/attributes',
  summary: '写下组织的一项属性，连同从哪一天起、来源；同一天的写下后更正',
  act: 'unit.describe',
  params: UnitParams,
  body: z.object({
    attribute: short('属性'),
    value: z.string().trim().min(1, '值不能为空').max(500, '最多 500 字'),
    knownOn: Day,
    source: short('来源'),
    /** Of the line of that day; 0 for a new one. */
    version: Version,
  }),
  answer: Attribute,
})

const ContactFields = z.object({
  name: short('姓名'),
  duty: z.string().trim().max(100, '职务最多 100 字'),
  phone: z
    .string()
    .trim()
    .regex(/^[\d\s+()（）—-]{0,30}$/, '电话只写数字、空格和连字号'),
})

export const addContact = endpoint({
  method: 'POST',
  path: '/units/{unit}/contacts',
  summary: '增加联系人',
  act: 'unit.describe',
  params: UnitParams,
  body: ContactFields,
  answer: Contact,
})

export const changeContact = endpoint({
  method: 'PATCH',
  path: '/units/{unit}/contacts/{id}',
  summary: '修改或者撤下联系人',
  act: 'unit.describe',
  params: UnitParams.extend({ id: z.uuid() }),
  body: ContactFields.partial().extend({ ended: z.literal(true).optional(), version: Version }),
  answer: Contact,
})

export const addDepartment = endpoint({
  method: 'POST',
  path: '/units/{unit}/departments',
  summary: '增加部门',
  act: 'department.change',
  params: UnitParams,
  body: z.object({ name: short('名称') }),
  answer: Department,
})

export const changeDepartment = endpoint({
  method: 'PATCH',
  path: '/units/{unit}/departments/{id}',
  summary: '给部门改名，或者撤销部门',
  act: 'department.change',
  params: UnitParams.extend({ id: z.uuid() }),
  body: z.object({
    name: short('名称').optional(),
    endedOn: Day.optional(),
    version: Version,
  }),
  answer: Department,
})

export const addBody = endpoint({
  method: 'POST',
  path: '/units/{unit}/bodies',
  summary: '写明还有谁对这个组织负责：树上的组织，或者只写名称',
  act: 'unit.change',
  params: UnitParams,
  body: z
    .object({
      body: z.uuid().optional(),
      name: short('名称').optional(),
      capacity: short('身份'),
      from: Day,
    })
    .refine(({ body, name }) => (body === undefined) !== (name === undefined), {
      message: '请选一个组织，或者写一个名称',
      path: ['name'],
    }),
  answer: Body,
})

export const changeBody = endpoint({
  method: 'PATCH',
  path: '/units/{unit}/bodies/{id}',
  summary: '修改身份，或者写明到哪一天为止',
  act: 'unit.change',
  params: UnitParams.extend({ id: z.uuid() }),
  body: z.object({ capacity: short('身份').optional(), to: Day.optional(), version: Version }),
  answer: Body,
})

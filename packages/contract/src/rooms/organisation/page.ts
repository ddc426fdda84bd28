import { z } from 'zod'
import { endpoint } from '../../endpoint.ts'
import { NamedUnit, Unit, UnitParams, Version } from './units.ts'

export const Attribute = z.object({
  attribute: z.string(),
  knownOn: z.string(),
  value: z.string(),
  source: z.string(),
  version: Version,
})

export const Department = z.object({
  id: z.uuid(),
  name: z.string(),
  endedOn: z.string().nullable(),
  version: Version,
})

export const Contact = z.object({
  id: z.uuid(),
  name: z.string(),
  duty: z.string(),
  phone: z.string(),
  version: Version,
})

export const Body = z.object({
  id: z.uuid(),
  body: z.uuid().nullable(),
  name: z.string(),
  capacity: z.string(),
  from: z.string(),
  to: z.string().nullable(),
  version: Version,
})

const UnitPage = Unit.extend({
  above: z.array(NamedUnit),
  children: z.number().int(),
  places: z.array(
    z.object({
      from: z.string(),
      to: z.string().nullable(),
      name: z.string(),
      kind: z.string(),
      parent: z.string().nullable(),
      parentName: z.string().nullable(),
    }),
  ),
  lineage: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      on: z.string(),
      kind: z.enum(['merged', 'split']),
      direction: z.enum(['earlier', 'later']),
    }),
  ),
  attributes: z.array(Attribute),
  departments: z.array(Department),
  contacts: z.array(Contact),
  bodies: z.array(Body),
  cycles: z.array(
    z.object({
      cycle: z.uuid(),
      title: z.string(),
      from: z.string(),
      to: z.string(),
      state: z.enum(['preparing', 'open', 'closed']),
      type: z.string(),
      peerGroup: z.string().nullable(),
      excludedBecause: z.string().nullable(),
      submission: z.string().nullable(),
    }),
  ),
  /** Who holds which post there; empty for those who may not see people. */
  posts: z.array(
    z.object({ name: z.string(), roleName: z.string(), department: z.string().nullable() }),
  ),
  /** What the one who asks may do here. */
  may: z.object({
    change: z.boolean(),
    describe: z.boolean(),
    people: z.boolean(),
    report: z.boolean(),
  }),
})
export type UnitPage = z.infer<typeof UnitPage>

export const readUnitPage = endpoint({
  method: 'GET',
  path: '/units/{unit}/page',
  summary: '一个组织的全部情况：名称沿革、属性、部门、联系人、对它负责的各方、历年考核',
  act: 'unit.details',
  params: UnitParams,
  answer: UnitPage,
})

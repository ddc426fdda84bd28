import { z } from 'zod'
import { endpoint } from '../../endpoint.ts'

export const Day = z.iso.date('日期要写成 2026-12-25 这样')
export const UnitName = z
  .string()
  .trim()
  .min(1, '名称不能为空')
  .max(200, '名称最多 200 字')
  .refine((name) => !name.includes('/'), '名称里不能有“/”')
export const Kind = z.string().trim().min(1, '请写明类别，如 乡镇、学校').max(50, '类别最多 50 字')
export const Version = z.number().int()

export const Unit = z.object({
  id: z.uuid(),
  parent: z.uuid().nullable(),
  name: z.string(),
  shortName: z.string().nullable(),
  kind: z.string(),
  foundedOn: z.string().nullable(),
  endedOn: z.string().nullable(),
  peerGroup: z.string().nullable(),
  version: Version,
})
export type Unit = z.infer<typeof Unit>

const UnitRow = z.object({
  id: z.uuid(),
  parent: z.uuid().nullable(),
  name: z.string(),
  kind: z.string(),
  /** Not told of a day in the past. */
  foundedOn: z.string().nullable(),
  endedOn: z.string().nullable(),
  children: z.number().int(),
})
export type UnitRow = z.infer<typeof UnitRow>

export const UnitParams = z.object({ unit: z.uuid() })
export const NamedUnit = z.object({ id: z.uuid(), name: z.string() })

/** One level of the tree at a time. */
export const listUnits = endpoint({
  method: 'GET',
  path: '/units',
  summary: '一个组织下面的组织；不写 parent 时是自己；写 on 时是那一天的样子',
  act: 'unit.read',
  query: z.object({
    parent: z.uuid().optional(),
    after: z.string().optional(),
    on: Day.optional(),
  }),
  answer: z.object({ units: z.array(UnitRow), next: z.string().nullable() }),
})

export const searchUnits = endpoint({
  method: 'GET',
  path: '/units/search',
  summary: '按名称、简称、曾用名中的一段查找组织',
  act: 'unit.read',
  query: z.object({
    q: z.string().trim().min(1, '请输入名称中的一段').max(50, '最多 50 字'),
    afterName: z.string().optional(),
    after: z.uuid().optional(),
  }),
  answer: z.object({
    units: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        kind: z.string(),
        shortName: z.string().nullable(),
        endedOn: z.string().nullable(),
        above: z.string().nullable(),
        formerly: z.array(z.string()),
      }),
    ),
    more: z.boolean(),
  }),
})

export const readUnit = endpoint({
  method: 'GET',
  path: '/units/{unit}',
  summary: '一个组织和它的各级上级；写 on 时是那一天的样子',
  act: 'unit.read',
  params: UnitParams,
  query: z.object({ on: Day.optional() }),
  answer: Unit.extend({ above: z.array(NamedUnit) }),
})

export const addUnit = endpoint({
  method: 'POST',
  path: '/units',
  summary: '在一个组织下面增加组织',
  act: 'unit.change',
  body: z.object({
    parent: z.uuid(),
    name: UnitName,
    shortName: UnitName.optional(),
    kind: Kind,
    foundedOn: Day.optional(),
    peerGroup: Kind.optional(),
  }),
  answer: Unit,
})

/** A change of name or kind is dated and leaves the earlier one in the history; the rest is corrected. */
export const changeUnit = endpoint({
  method: 'PATCH',
  path: '/units/{unit}',
  summary: '给组织改名、改类别，旧的留在沿革里；改简称、成立日期、分组',
  act: 'unit.change',
  params: UnitParams,
  body: z.object({
    name: UnitName.optional(),
    kind: Kind.optional(),
    shortName: z.string().trim().max(200).nullable().optional(),
    foundedOn: Day.nullable().optional(),
    peerGroup: z.string().trim().max(50).nullable().optional(),
    on: Day,
    version: Version,
  }),
  answer: Unit,
})

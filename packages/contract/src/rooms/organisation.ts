import { z } from 'zod'
import { endpoint } from '../endpoint.ts'

const Day = z.iso.date('日期要写成 2026-12-25 这样')
const Name = z.string().trim().min(1, '名称不能为空').max(200, '名称最多 200 字')

const Unit = z.object({
  id: z.uuid(),
  parent: z.uuid().nullable(),
  name: z.string(),
  shortName: z.string().nullable(),
  kind: z.string(),
  foundedOn: z.string().nullable(),
  endedOn: z.string().nullable(),
  version: z.number().int(),
})
export type Unit = z.infer<typeof Unit>

const UnitRow = Unit.extend({ children: z.number().int() })
export type UnitRow = z.infer<typeof UnitRow>

const UnitParams = z.object({ unit: z.uuid() })

/** One level of the tree at a time. */
export const listUnits = endpoint({
  method: 'GET',
  path: '/units',
  summary: '一个组织下面的组织；不写 parent 时是自己',
  act: 'unit.read',
  query: z.object({ parent: z.uuid().optional(), after: z.string().optional() }),
  answer: z.object({ units: z.array(UnitRow), next: z.string().nullable() }),
})

export const readUnit = endpoint({
  method: 'GET',
  path: '/units/{unit}',
  summary: '一个组织',
  act: 'unit.read',
  params: UnitParams,
  answer: Unit.extend({ above: z.array(z.object({ id: z.uuid(), name: z.string() })) }),
})

export const addUnit = endpoint({
  method: 'POST',
  path: '/units',
  summary: '在一个组织下面增加组织',
  act: 'unit.change',
  body: z.object({
    parent: z.uuid(),
    name: Name,
    shortName: Name.optional(),
    kind: z.string().trim().min(1, '请写明类别，如 乡镇、学校').max(50),
    foundedOn: Day.optional(),
  }),
  answer: Unit,
})

export const renameUnit = endpoint({
  method: 'PATCH',
  path: '/units/{unit}',
  summary: '给组织改名，旧名称留在沿革里',
  act: 'unit.change',
  params: UnitParams,
  body: z.object({ name: Name, on: Day, version: z.number().int() }),
  answer: Unit,
})

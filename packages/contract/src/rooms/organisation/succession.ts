import { z } from 'zod'
import { endpoint } from '../../endpoint.ts'
import { Day, Kind, NamedUnit, Unit, UnitName, UnitParams, Version } from './units.ts'

const OnDay = z.object({ on: Day, version: Version })

export const moveUnit = endpoint({
  method: 'POST',
  path: '/units/{unit}/move',
  summary: '把组织连同它的下级移到另一个上级下面',
  act: 'unit.change',
  params: UnitParams,
  body: OnDay.extend({ parent: z.uuid() }),
  answer: z.object({ unit: Unit, moved: z.number().int() }),
})

export const endUnit = endpoint({
  method: 'POST',
  path: '/units/{unit}/end',
  summary: '撤销没有下级的组织；从前的年份里仍然有它',
  act: 'unit.change',
  params: UnitParams,
  body: OnDay,
  answer: Unit,
})

export const mergeUnits = endpoint({
  method: 'POST',
  path: '/units/{unit}/merge',
  summary: '把别的组织并入这个组织：它们撤销，下级移过来，沿革写下来',
  act: 'unit.change',
  params: UnitParams,
  body: OnDay.extend({
    units: z
      .array(z.object({ id: z.uuid(), version: Version }))
      .min(1, '请选择要并入的组织')
      .max(100, '一次最多并入 100 个'),
  }),
  answer: z.object({ unit: Unit, moved: z.number().int() }),
})

export const splitUnit = endpoint({
  method: 'POST',
  path: '/units/{unit}/split',
  summary: '从组织分设新的组织；原来的可以保留，也可以撤销',
  act: 'unit.change',
  params: UnitParams,
  body: OnDay.extend({
    units: z
      .array(z.object({ name: UnitName, kind: Kind }))
      .min(1, '请写出分设的组织')
      .max(50, '一次最多分设 50 个'),
    ends: z.boolean(),
  }),
  answer: z.object({ unit: Unit, units: z.array(Unit) }),
})

/** Over renamings and moves a unit stays the same; over mergers and splits others stood for it. */
export const readPredecessors = endpoint({
  method: 'GET',
  path: '/units/{unit}/predecessors',
  summary: '某一天代表这个组织的：它自己，或者合并、分设以前的组织；往年结果按它们接续',
  act: 'unit.details',
  params: UnitParams,
  query: z.object({ on: Day }),
  answer: z.object({ units: z.array(NamedUnit) }),
})

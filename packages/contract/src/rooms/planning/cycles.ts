import { z } from 'zod'
import { endpoint } from '../../endpoint.ts'
import { Evaluated } from './schemes.ts'
import { Day, Reason, Title } from './shapes.ts'

const Cycle = z.object({
  id: z.uuid(),
  org: z.uuid(),
  title: z.string(),
  startsOn: z.string(),
  endsOn: z.string(),
  state: z.enum(['preparing', 'open', 'closed']),
})
export type Cycle = z.infer<typeof Cycle>

export const CycleParams = z.object({ cycle: z.uuid() })

export const listCycles = endpoint({
  method: 'GET',
  path: '/cycles',
  summary: '考核年度：本级的、下级的和上级考核本级的',
  act: 'cycle.read',
  answer: z.object({ cycles: z.array(Cycle) }),
})

const Assessee = z.object({
  unit: z.uuid(),
  name: z.string(),
  type: z.string(),
  typeName: z.string(),
  group: z.string().nullable(),
  excludedBecause: z.string().nullable(),
  undecidedBecause: z.string().nullable(),
})
export type Assessee = z.infer<typeof Assessee>

const AssesseeCorrection = z.object({
  id: z.uuid(),
  unit: z.uuid(),
  name: z.string(),
  kind: z.enum(['added', 'removed']),
  reason: z.string(),
  by: z.string(),
  at: z.string(),
})
export type AssesseeCorrection = z.infer<typeof AssesseeCorrection>

export const readCycle = endpoint({
  method: 'GET',
  path: '/cycles/{cycle}',
  summary: '一个考核年度和其中能看到的考核对象',
  act: 'cycle.read',
  params: CycleParams,
  answer: Cycle.extend({
    scheme: z.uuid(),
    schemeTitle: z.string(),
    assessees: z.array(Assessee),
    corrections: z.array(AssesseeCorrection),
  }),
})

export const createCycle = endpoint({
  method: 'POST',
  path: '/cycles',
  summary: '用一份已发布的方案筹备一个考核年度',
  act: 'cycle.open',
  body: z.object({ scheme: z.uuid(), title: Title, startsOn: Day, endsOn: Day }),
  answer: z.object({ id: z.uuid() }),
})

const Candidate = z.object({
  unit: z.uuid(),
  name: z.string(),
  kind: z.string(),
  foundedOn: z.string().nullable(),
  peerGroup: z.string().nullable(),
})

export const readCandidates = endpoint({
  method: 'GET',
  path: '/cycles/{cycle}/candidates',
  summary: '可以列为考核对象的单位、方案里的考核对象类别和层级，各种单位对到哪一类、哪一级',
  act: 'cycle.open',
  params: CycleParams,
  answer: z.object({
    types: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        rule: z.string().nullable(),
        /** The level on which the scheme says that they stand. */
        level: z.string().nullable(),
      }),
    ),
    levels: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        /** Rules take data from units of this level. */
        asked: z.boolean(),
      }),
    ),
    kinds: z.array(
      z.object({
        kind: z.string(),
        units: z.number().int(),
        /** Whether the organiser has said it; else the names of kinds, classes and levels do. */
        said: z.boolean(),
        type: z.string().nullable(),
        level: z.string().nullable(),
      }),
    ),
    units: z.array(Candidate),
  }),
})

export const assignAssessees = endpoint({
  method: 'PUT',
  path: '/cycles/{cycle}/assessees',
  summary:
    '每种单位列为方案的哪类考核对象、在方案的哪一级，个别单位分到哪一组；有没有资格按方案的规则判定',
  act: 'cycle.open',
  params: CycleParams,
  body: z.object({
    kinds: z.record(z.string().max(50), z.string().max(100).nullable()),
    /** The level of the scheme on which units of a kind stand, null for none; not named: as their name says. */
    levels: z.record(z.string().max(50), z.string().max(100).nullable()).default({}),
    units: z
      .array(
        z.object({
          unit: z.uuid(),
          type: z.string().max(100).nullable(),
          group: z.string().trim().max(50).nullable(),
        }),
      )
      .max(5000),
  }),
  answer: z.object({
    taking: z.number().int(),
    excluded: z.number().int(),
    undecided: z.number().int(),
  }),
})

const Shift = z.object({ what: z.string(), before: z.string(), after: z.string() })

export const correctAssessees = endpoint({
  method: 'POST',
  path: '/cycles/{cycle}/assessee-corrections',
  summary:
    '考核开始以后更正考核对象：补列一个单位，或者退出一个单位，写明理由；回答里有各组和各项名额的变化，可以先试运行',
  act: 'cycle.open',
  params: CycleParams,
  body: z.object({
    unit: z.uuid(),
    /** As what it is assessed from now on; null when it does not take part any more. */
    type: z.string().max(100).nullable(),
    group: z.string().trim().max(50).nullable().default(null),
    reason: Reason,
  }),
  answer: z.object({
    undecidedBecause: z.string().nullable(),
    groups: z.array(Shift),
    quotas: z.array(Shift),
  }),
})
export type Corrected = z.infer<typeof correctAssessees.answer>

export const openCycle = endpoint({
  method: 'POST',
  path: '/cycles/{cycle}/opening',
  summary: '考核年度开始：单位可以填报',
  act: 'cycle.open',
  params: CycleParams,
  body: z.object({}),
  answer: Cycle,
})

const Department = z.object({ id: z.uuid(), name: z.string() })
export type Department = z.infer<typeof Department>

export const readAssignments = endpoint({
  method: 'GET',
  path: '/cycles/{cycle}/departments',
  summary: '每项指标由哪些部门牵头，每类对象的每部分占比由谁评价',
  act: 'cycle.read',
  params: CycleParams,
  answer: z.object({
    departments: z.array(Department),
    items: z.array(
      z.object({
        item: z.string(),
        name: z.string(),
        clause: z.string().nullable(),
        /** As the scheme names them. */
        leads: z.array(z.string()),
        departments: z.array(z.uuid()),
      }),
    ),
    evaluators: z.array(Evaluated),
  }),
})
export type Assignments = z.infer<typeof readAssignments.answer>

export const assignDepartments = endpoint({
  method: 'PUT',
  path: '/cycles/{cycle}/items/{item}/departments',
  summary: '一项指标由一个、两个或三个部门共同牵头',
  act: 'cycle.open',
  params: CycleParams.extend({ item: z.string().max(100) }),
  body: z.object({ departments: z.array(z.uuid()).max(3, '最多三个部门共同牵头') }),
  answer: z.object({ departments: z.array(z.uuid()) }),
})

export const assignAsWritten = endpoint({
  method: 'POST',
  path: '/cycles/{cycle}/departments-as-written',
  summary: '按方案写的牵头部门分工；还没有的部门同时建立',
  act: 'cycle.open',
  params: CycleParams,
  body: z.object({}),
  answer: z.object({ created: z.number().int(), items: z.number().int() }),
})

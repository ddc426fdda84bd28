import { z } from 'zod'
import { endpoint } from '../../endpoint.ts'
import { EvidenceFile } from '../reporting/shapes.ts'
import { VerdictKind } from './verdicts.ts'
import { Desk, DeskPlace, DeskUnit, Mark, MarkField, Opinion } from './shapes.ts'

export const listDesks = endpoint({
  method: 'GET',
  path: '/cycles/{cycle}/desks',
  summary: '各部门评价到了哪一步（不含分数）',
  act: 'review.read',
  params: z.object({ cycle: z.uuid() }),
  answer: z.object({ title: z.string(), desks: z.array(Desk) }),
})

export const readDesk = endpoint({
  method: 'GET',
  path: '/cycles/{cycle}/desks/{party}',
  summary: '一个部门的评价：要打哪些分、各单位打了多少、评语和需要留意的地方',
  act: 'review.read',
  params: DeskPlace,
  answer: z.object({
    title: z.string(),
    desk: Desk,
    fields: z.array(MarkField),
    units: z.array(DeskUnit),
    marks: z.array(Mark),
    opinions: z.array(Opinion),
    grades: z.array(z.object({ id: z.string(), name: z.string() })),
    /** The most signs of a remark; null where the scheme sets no limit. */
    remark: z.number().int().nullable(),
    cautions: z.array(z.object({ units: z.array(z.uuid()), text: z.string() })),
  }),
})

const Reported = z.object({
  unit: z.uuid(),
  /** What the unit wrote of its work, and the data, in the words of the scheme. */
  work: z.string().nullable(),
  data: z.array(z.object({ name: z.string(), text: z.string(), source: z.string() })),
  files: z.array(EvidenceFile.extend({ verdict: VerdictKind.nullable() })),
  observations: z.array(z.object({ on: z.string(), text: z.string(), by: z.string().nullable() })),
  submitted: z.enum(['draft', 'confirmed', 'returned']),
  lateDays: z.number().int().nullable(),
})
export type Reported = z.infer<typeof Reported>

export const readDeskItem = endpoint({
  method: 'GET',
  path: '/cycles/{cycle}/desks/{party}/items/{item}',
  summary: '一项指标，各单位并排：要求、规则、填报、材料、平时观察',
  act: 'review.read',
  params: DeskPlace.extend({ item: z.string().max(100) }),
  answer: z.object({
    requirements: z.array(z.string()),
    rule: z.string().nullable(),
    units: z.array(Reported),
  }),
})

export const giveMark = endpoint({
  method: 'PUT',
  path: '/cycles/{cycle}/desks/{party}/marks',
  summary: '给一个单位的一项打分；空着就是撤回',
  act: 'review.mark',
  params: DeskPlace,
  body: z.object({
    unit: z.uuid(),
    item: z.string().max(100),
    text: z.string().trim().max(40, '分数或档次最多 40 字'),
    reason: z.string().trim().max(500, '理由最多 500 字').nullable().default(null),
    /** The version that one saw; 0 when there was none. */
    version: z.number().int().min(0),
  }),
  answer: z.object({ mark: Mark.nullable(), given: z.number().int() }),
})

export const giveOpinion = endpoint({
  method: 'PUT',
  path: '/cycles/{cycle}/desks/{party}/opinions',
  summary: '给一个单位写评语，提等次',
  act: 'review.mark',
  params: DeskPlace,
  body: z.object({
    unit: z.uuid(),
    grade: z.string().max(100).nullable(),
    comment: z.string().max(5000),
    version: z.number().int().min(0),
  }),
  answer: z.object({ opinion: Opinion }),
})

export const handDesk = endpoint({
  method: 'POST',
  path: '/cycles/{cycle}/desks/{party}/hand',
  summary: '整份评价提交分管书记',
  act: 'review.hand',
  params: DeskPlace,
  body: z.object({ version: z.number().int().min(0) }),
  answer: z.object({ desk: Desk }),
})

export const decideDesk = endpoint({
  method: 'POST',
  path: '/cycles/{cycle}/desks/{party}/decide',
  summary: '分管书记同意，或者退回（可以只指出几个单位）',
  act: 'review.decide',
  params: DeskPlace,
  body: z.object({
    approve: z.boolean(),
    because: z.string().trim().max(500, '理由最多 500 字').nullable(),
    /** Where single units are to be looked at again: which, and why. */
    units: z
      .array(z.object({ unit: z.uuid(), because: z.string().trim().min(1, '请写明理由').max(500) }))
      .max(2000)
      .default([]),
    version: z.number().int().min(1),
  }),
  answer: z.object({ desk: Desk }),
})

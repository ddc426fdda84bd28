import { z } from 'zod'
import { endpoint } from '../../endpoint.ts'

/** One thing to check of a unit. */
export const InspectionCheck = z.object({
  subject: z.string(),
  name: z.string(),
  /** What is asked: points, yes or no, a number, a rung. */
  type: z.string(),
  unit: z.string().nullable(),
  words: z.array(z.string()),
  least: z.string().nullable(),
  most: z.string().nullable(),
  requirements: z.array(z.string()),
  clause: z.string().nullable(),
})
export type InspectionCheck = z.infer<typeof InspectionCheck>

export const InspectionFinding = z.object({
  subject: z.string(),
  text: z.string(),
  note: z.string().nullable(),
  notedAt: z.string(),
  by: z.string().nullable(),
})
export type InspectionFinding = z.infer<typeof InspectionFinding>

export const InspectedUnit = z.object({
  unit: z.uuid(),
  name: z.string(),
  /** The things to check, by their subjects. */
  subjects: z.array(z.string()),
  findings: z.array(InspectionFinding),
  handedAt: z.string().nullable(),
  /** The one who asks has a post there: others inspect it. */
  own: z.boolean(),
})
export type InspectedUnit = z.infer<typeof InspectedUnit>

const Place = z.object({ cycle: z.uuid(), assessee: z.uuid() })

export const readInspection = endpoint({
  method: 'GET',
  path: '/cycles/{cycle}/inspection',
  summary: '实地检查的清单：各单位查什么、查到了什么；一次取全，断网时用',
  act: 'inspection.read',
  params: z.object({ cycle: z.uuid() }),
  answer: z.object({
    title: z.string(),
    mine: z.boolean(),
    checks: z.array(InspectionCheck),
    units: z.array(InspectedUnit),
  }),
})

export const noteFinding = endpoint({
  method: 'PUT',
  path: '/cycles/{cycle}/inspection/{assessee}/findings',
  summary: '记下查到的一项；编号由手机给出，重复发送只记一次',
  act: 'inspection.note',
  params: Place,
  body: z.object({
    id: z.uuid(),
    subject: z.string().max(200),
    text: z.string().trim().max(200, '最多 200 字'),
    note: z.string().trim().max(500, '说明最多 500 字').nullable().default(null),
    /** By the telephone's clock: of two findings on one thing the later one stands. */
    notedAt: z.iso.datetime({ offset: true }),
  }),
  answer: z.object({ finding: InspectionFinding }),
})

export const handInspection = endpoint({
  method: 'PUT',
  path: '/cycles/{cycle}/inspection/{assessee}/sheet',
  summary: '提交一个单位的检查单，从此计入；或者撤回',
  act: 'inspection.note',
  params: Place,
  body: z.object({ handed: z.boolean() }),
  answer: z.object({
    unit: InspectedUnit,
    /** Data that others supplied already, which were left as they are. */
    kept: z.array(z.string()),
  }),
})

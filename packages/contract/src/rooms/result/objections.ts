import { z } from 'zod'
import { attachments } from '../../attachments.ts'
import { endpoint } from '../../endpoint.ts'
import { Day, EvidenceFile, Reason } from '../reporting/shapes.ts'

const Name = (what: string) => z.string().trim().min(1, `请写${what}`).max(100, '最多 100 字')
const Words = (what: string) => z.string().trim().min(1, `请写${what}`).max(2000, '最多 2000 字')
const Version = z.number().int().min(1)

export const Ruling = z.enum(['upheld', 'partly', 'rejected'])
export type Ruling = z.infer<typeof Ruling>

/** What a unit holds against one figure that it was told, and what became of it. */
export const Objection = z.object({
  id: z.uuid(),
  cycle: z.uuid(),
  title: z.string(),
  unit: z.uuid(),
  unitName: z.string(),
  figure: z.string(),
  figureName: z.string(),
  /** What it said when it was objected to. */
  was: z.string(),
  text: z.string(),
  state: z.enum(['draft', 'filed', 'replied', 'ruled', 'withdrawn']),
  filedAt: z.string().nullable(),
  files: z.array(EvidenceFile),
  reply: z.object({ text: z.string(), at: z.string() }).nullable(),
  ruling: z
    .object({
      ruling: Ruling,
      reason: z.string(),
      body: z.string(),
      on: z.string(),
      number: z.string().nullable(),
    })
    .nullable(),
  /** The corrected result: from what to what, by which snapshot, told when. */
  carried: z.object({ snapshot: z.uuid(), became: z.string(), on: z.string() }).nullable(),
  version: z.number().int(),
})
export type Objection = z.infer<typeof Objection>

const One = z.object({ object: z.uuid() })

export const readOwnObjections = endpoint({
  method: 'GET',
  path: '/objections',
  summary: '本单位的申诉：到了哪一步，改成了什么',
  act: 'objection.write',
  answer: z.object({ objections: z.array(Objection) }),
})

export const readObjections = endpoint({
  method: 'GET',
  path: '/cycles/{cycle}/objections',
  summary: '一个考核年度收到的申诉',
  act: 'objection.read',
  params: z.object({ cycle: z.uuid() }),
  answer: z.object({ title: z.string(), objections: z.array(Objection) }),
})

export const writeObjection = endpoint({
  method: 'POST',
  path: '/released/{release}/objections',
  summary: '对反馈的一个数写申诉：一项得分、总分、名次或等次；先存为草稿',
  act: 'objection.write',
  params: z.object({ release: z.uuid() }),
  body: z.object({ figure: z.string().min(1).max(200), text: Words('申诉的理由') }),
  answer: Objection,
})

export const changeObjection = endpoint({
  method: 'PUT',
  path: '/objections/{object}',
  summary: '改写还没有提出的申诉',
  act: 'objection.write',
  params: One,
  body: z.object({ text: Words('申诉的理由'), version: Version }),
  answer: Objection,
})

export const fileObjection = endpoint({
  method: 'POST',
  path: '/objections/{object}/filing',
  summary: '由负责人确认，在期限内提出申诉',
  act: 'objection.file',
  params: One,
  body: z.object({ version: Version }),
  answer: Objection,
})

export const withdrawObjection = endpoint({
  method: 'POST',
  path: '/objections/{object}/withdrawal',
  summary: '裁定以前撤回申诉',
  act: 'objection.file',
  params: One,
  body: z.object({ version: Version }),
  answer: Objection,
})

export const replyObjection = endpoint({
  method: 'POST',
  path: '/objections/{object}/reply',
  summary: '组织部核实后答复一份申诉，提交审定机构',
  act: 'objection.reply',
  params: One,
  body: z.object({ text: Words('答复'), version: Version }),
  answer: Objection,
})

export const ruleObjection = endpoint({
  method: 'POST',
  path: '/objections/{object}/ruling',
  summary: '审定机构裁定：成立、部分成立或不成立，写明理由、文号和日期',
  act: 'objection.rule',
  params: One,
  body: z.object({
    ruling: Ruling,
    reason: Reason,
    body: Name('哪个会议'),
    on: Day,
    number: z.string().trim().max(100).nullable().default(null),
    version: Version,
  }),
  answer: Objection,
})

export const carryObjection = endpoint({
  method: 'POST',
  path: '/objections/{object}/correction',
  summary: '更正后的结果已经审定并反馈：记下由哪一次冻结落实，单位看到原来和现在',
  act: 'objection.reply',
  params: One,
  body: z.object({ version: Version }),
  answer: Objection,
})

const sending = attachments('/objections/{object}', 'objection.write', '这份申诉')
export const startObjectionUpload = sending.start
export const readObjectionUpload = sending.read
export const sendObjectionPart = sending.send
export const finishObjectionUpload = sending.finish

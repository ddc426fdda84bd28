import { z } from 'zod'
import { endpoint } from '../../endpoint.ts'
import { CycleParams } from './cycles.ts'
import { Day, Reason, Said, Title } from './shapes.ts'

const Notice = z.object({
  id: z.uuid(),
  title: z.string(),
  text: z.string(),
  sentAt: z.string(),
  /** Those of the address list whom one may see. */
  receipts: z.array(
    z.object({
      unit: z.uuid(),
      name: z.string(),
      acknowledgedAt: z.string().nullable(),
      acknowledgedBy: z.string().nullable(),
    }),
  ),
})
export type Notice = z.infer<typeof Notice>

export const listNotices = endpoint({
  method: 'GET',
  path: '/cycles/{cycle}/notices',
  summary: '一个考核年度发出的通知和各单位的签收',
  act: 'notice.read',
  params: CycleParams,
  answer: z.object({ notices: z.array(Notice) }),
})

export const sendNotice = endpoint({
  method: 'POST',
  path: '/cycles/{cycle}/notices',
  summary: '发给这个考核年度的全部考核对象',
  act: 'notice.send',
  params: CycleParams,
  body: z.object({ title: Title, text: Said }),
  answer: z.object({ id: z.uuid(), units: z.number().int() }),
})

export const acknowledgeNotice = endpoint({
  method: 'POST',
  path: '/notices/{notice}/receipt',
  summary: '本单位签收通知',
  act: 'notice.acknowledge',
  params: z.object({ notice: z.uuid() }),
  body: z.object({}),
  answer: z.object({ acknowledgedAt: z.string() }),
})

const Question = z.object({
  id: z.uuid(),
  unitName: z.string(),
  clause: z.string(),
  item: z.string().nullable(),
  text: z.string(),
  askedAt: z.string(),
  answered: z.boolean(),
})
export type Question = z.infer<typeof Question>

const Ruling = z.object({
  id: z.uuid(),
  question: z.uuid().nullable(),
  clause: z.string(),
  asked: z.string(),
  answer: z.string(),
  body: z.string(),
  decidedOn: z.string(),
  reading: z.string(),
  draft: z.uuid(),
  inForce: z.boolean(),
})
export type Ruling = z.infer<typeof Ruling>

export const listQuestions = endpoint({
  method: 'GET',
  path: '/cycles/{cycle}/questions',
  summary: '单位对条款的询问，和会议定下的口径',
  act: 'notice.read',
  params: CycleParams,
  answer: z.object({ questions: z.array(Question), rulings: z.array(Ruling) }),
})

export const askQuestion = endpoint({
  method: 'POST',
  path: '/cycles/{cycle}/questions',
  summary: '单位询问没有写明的条款',
  act: 'question.ask',
  params: CycleParams,
  body: z.object({
    clause: z.string().trim().min(1, '请写明哪一条').max(100),
    item: z.string().max(100).nullable().default(null),
    text: Said,
  }),
  answer: z.object({ id: z.uuid() }),
})

export const recordRuling = endpoint({
  method: 'POST',
  path: '/cycles/{cycle}/rulings',
  summary: '记下会议的决定：成为方案的一条口径，写进一份待发布的更正',
  act: 'ruling.record',
  params: CycleParams,
  body: z.object({
    question: z.uuid().nullable(),
    clause: z.string().trim().min(1, '请写明哪一条').max(100),
    asked: Said,
    answer: Said,
    body: z.string().trim().min(1, '请写明哪个会议').max(100),
    decidedOn: Day,
    reason: Reason,
    /** An option of a reading that the scheme leaves open; null for a new reading. */
    reading: z.object({ id: z.string().max(100), option: z.string().max(100) }).nullable(),
  }),
  answer: z.object({ id: z.uuid(), draft: z.uuid() }),
})

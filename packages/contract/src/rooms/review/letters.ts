import { z } from 'zod'
import { ANY_FILE, DOCUMENT, endpoint, PDF } from '../../endpoint.ts'
import { PaperFormat } from '../paper-format.ts'
import { AnswerTyped, Briefing, Letter, LetterAnswer, LetterSource } from './letter-shapes.ts'
import { MarkField } from './shapes.ts'

const InCycle = z.object({ cycle: z.uuid() })
const OfLetter = z.object({ letter: z.uuid() })
const name = (what: string, most: number) => z.string().trim().max(most, `${what}最多 ${most} 字`)

export const readLetters = endpoint({
  method: 'GET',
  path: '/cycles/{cycle}/letters',
  summary: '函询评价：发给谁、谁还没有答复；截止收函以前没有分数',
  act: 'letter.read',
  params: InCycle,
  answer: z.object({ title: z.string(), today: z.string(), sources: z.array(LetterSource) }),
})

export const makeLetters = endpoint({
  method: 'PUT',
  path: '/cycles/{cycle}/letters/{source}',
  summary: '定下答复期限和各单位的函发给谁',
  act: 'letter.make',
  params: InCycle.extend({ source: z.string().max(100) }),
  body: z.object({
    dueOn: z.iso.date('请写明答复期限'),
    graceDays: z.number().int().min(0).max(60, '宽限最多 60 天').default(0),
    receivers: z
      .array(
        z.object({
          unit: z.uuid(),
          party: z.string().max(100),
          body: name('收函机关', 100).min(1, '请写明收函机关'),
          leader: name('姓名', 50),
          post: name('职务', 100),
        }),
      )
      .max(2000),
  }),
  answer: z.object({ written: z.number().int() }),
})

export const issueLetters = endpoint({
  method: 'POST',
  path: '/cycles/{cycle}/letters/issue',
  summary: '生成函件（Word 或 PDF，一份或打包）；每生成一次换新链接，以前的作废',
  act: 'letter.issue',
  gives: [DOCUMENT, PDF, 'application/zip'],
  params: InCycle,
  body: z.object({
    letters: z.array(z.uuid()).min(1, '请选要生成的函').max(500),
    /** A reminder (催办) says that no answer has come. */
    reminder: z.boolean().default(false),
    /** Reference number of the letters, if they have one. */
    number: name('文号', 60).nullable().default(null),
    contact: name('联系人和电话', 100).nullable().default(null),
    format: PaperFormat.default('word'),
  }),
  answer: z.unknown(),
})

export const withdrawLetter = endpoint({
  method: 'POST',
  path: '/letters/{letter}/withdraw',
  summary: '收回一份函：链接作废，已有的答复不计',
  act: 'letter.make',
  params: OfLetter,
  body: z.object({
    because: z.string().trim().min(1, '请写明理由').max(500),
    version: z.number().int().min(1),
  }),
  answer: z.object({ letter: Letter }),
})

export const closeLetters = endpoint({
  method: 'POST',
  path: '/cycles/{cycle}/letters/{source}/close',
  summary: '截止收函：以后不再收答复，分数公开给组织部并计入结果',
  act: 'letter.close',
  params: InCycle.extend({ source: z.string().max(100) }),
  answer: z.object({ answered: z.number().int(), missing: z.number().int() }),
})

export const remindBriefings = endpoint({
  method: 'POST',
  path: '/cycles/{cycle}/letters/{source}/remind-briefings',
  summary: '提醒还没有记录专题汇报的单位',
  act: 'letter.issue',
  params: InCycle.extend({ source: z.string().max(100) }),
  answer: z.object({ told: z.number().int() }),
})

export const readPaper = endpoint({
  method: 'GET',
  path: '/letters/{letter}/paper',
  summary: '录入纸质答复：要填什么，本人录了什么；两人不一致时看到两份',
  act: 'letter.read',
  params: OfLetter,
  answer: z.object({
    cycle: z.uuid(),
    title: z.string(),
    letter: Letter,
    fields: z.array(MarkField),
    remark: z.number().int().nullable(),
    typed: z.array(LetterAnswer),
    differences: z.array(z.string()),
    mayType: z.boolean(),
    maySettle: z.boolean(),
    scan: z.object({ name: z.string(), size: z.number().int() }).nullable(),
  }),
})

export const typePaper = endpoint({
  method: 'PUT',
  path: '/letters/{letter}/paper',
  summary: '录入一份纸质答复；两个人各录一遍，一致才算',
  act: 'letter.type',
  params: OfLetter,
  body: AnswerTyped.extend({ version: z.number().int().min(1) }),
  answer: z.object({ letter: Letter, differences: z.array(z.string()) }),
})

export const settlePaper = endpoint({
  method: 'POST',
  path: '/letters/{letter}/settlement',
  summary: '两人录入不一致的，由第三个人对照原件核定',
  act: 'letter.settle',
  params: OfLetter,
  body: AnswerTyped.extend({
    because: z.string().trim().min(1, '请写明依据').max(500),
    version: z.number().int().min(1),
  }),
  answer: z.object({ letter: Letter }),
})

export const MOST_SCAN_BYTES = 20_000_000

export const sendScan = endpoint({
  method: 'POST',
  path: '/letters/{letter}/scan',
  summary: '附上纸质答复的扫描件',
  act: 'letter.type',
  takes: [ANY_FILE],
  params: OfLetter,
  query: z.object({ name: z.string().trim().min(1).max(200) }),
  answer: z.object({ name: z.string(), size: z.number().int() }),
})

export const readScan = endpoint({
  method: 'GET',
  path: '/letters/{letter}/scan',
  summary: '纸质答复的扫描件；只有录入的人、核定的人和截止以后的组织部打得开',
  act: 'letter.read',
  gives: [ANY_FILE],
  params: OfLetter,
  answer: z.unknown(),
})

export const readOwnLetter = endpoint({
  method: 'GET',
  path: '/letter',
  summary: '分管领导凭链接打开自己的函',
  act: 'letter.answer',
  door: 'link',
  answer: z.object({
    /** Who asks, about what, by when. */
    from: z.string(),
    title: z.string(),
    unitName: z.string(),
    leader: z.string(),
    post: z.string(),
    sourceName: z.string(),
    clause: z.string().nullable(),
    lastDay: z.string(),
    fields: z.array(MarkField),
    remark: z.number().int().nullable(),
    briefing: Briefing.nullable(),
    /** Set when it was answered: nothing more can be sent. */
    receipt: z.object({ code: z.string().nullable(), at: z.string() }).nullable(),
  }),
})

export const answerLetter = endpoint({
  method: 'POST',
  path: '/letter/answer',
  summary: '分管领导答复，只能一次；同一次重发得到同一张回执',
  act: 'letter.answer',
  door: 'link',
  body: AnswerTyped.extend({ attempt: z.uuid() }),
  answer: z.object({ code: z.string(), at: z.string() }),
})

export const readOwnBriefingFile = endpoint({
  method: 'GET',
  path: '/letter/briefing-file',
  summary: '分管领导打开单位的专题汇报文件',
  act: 'letter.answer',
  door: 'link',
  gives: [ANY_FILE],
  answer: z.unknown(),
})

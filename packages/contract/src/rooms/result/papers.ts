import { z } from 'zod'
import { ANY_FILE, BYTES, DOCUMENT, endpoint, PDF, WORKBOOK } from '../../endpoint.ts'
import { Asked } from '../jobs.ts'
import { PaperFormat } from '../paper-format.ts'
import { Day } from '../reporting/shapes.ts'
import { ReleasePart, SnapshotPlace } from './shapes.ts'

/** Templates may be so large. */
export const MOST_TEMPLATE_BYTES = 2_000_000

const Paper = z.string().max(40)
const OfSnapshot = SnapshotPlace.extend({ paper: Paper })
const OfCycle = z.object({ cycle: z.uuid(), paper: Paper })

/** What the office writes on a kind of paper. */
const Detail = z.object({
  number: z.string().trim().max(60, '最多 60 字').default(''),
  /** Null for the day of the ratification. */
  signedOn: Day.nullable().default(null),
  copies: z.string().trim().max(300, '最多 300 字').default(''),
  contact: z.string().trim().max(100, '最多 100 字').default(''),
})
export type PaperDetail = z.infer<typeof Detail>

const Template = z.object({ name: z.string(), size: z.number().int(), at: z.string() })

/** A kind of paper that can be printed of a result. */
export const PaperKind = z.object({
  id: z.string(),
  name: z.string(),
  about: z.enum(['unit', 'all']),
  ending: z.string(),
  detail: Detail,
  template: Template.nullable(),
})
export type PaperKind = z.infer<typeof PaperKind>

export const readPapers = endpoint({
  method: 'GET',
  path: '/snapshots/{snapshot}/papers',
  summary: '一次冻结的结果可以打印哪些文书，各单位已反馈了什么',
  act: 'result.print',
  params: SnapshotPlace,
  answer: z.object({
    title: z.string(),
    name: z.string(),
    cycle: z.uuid(),
    ratified: z.boolean(),
    papers: z.array(PaperKind),
    units: z.array(
      z.object({
        unit: z.uuid(),
        name: z.string(),
        leader: z.string(),
        /** Null where nothing was released of this result. */
        released: z.array(ReleasePart).nullable(),
      }),
    ),
  }),
})
export type PapersPage = z.infer<typeof readPapers.answer>

export const writePaperDetail = endpoint({
  method: 'PUT',
  path: '/snapshots/{snapshot}/papers/{paper}/detail',
  summary: '一种文书的发文字号、成文日期、抄送、联系人',
  act: 'result.print',
  params: OfSnapshot,
  body: Detail,
  answer: Detail,
})

/** The answer is the bytes of the paper. */
export const printPaper = endpoint({
  method: 'POST',
  path: '/snapshots/{snapshot}/papers/{paper}',
  summary: '打印一份文书；给单位和领导的只写已经反馈的部分，没有审定、没有反馈的带标记',
  act: 'result.print',
  gives: [ANY_FILE],
  params: OfSnapshot,
  body: z.object({
    /** Null for a paper about all. */
    assessee: z.uuid().nullable().default(null),
    /** Whether a circular tells the ranks. */
    ranking: z.boolean().default(false),
    /** word: as the office writes it, in Word; the page of one unit as a web page. pdf: as Kaohe sets it. */
    format: PaperFormat.default('word'),
  }),
  answer: z.unknown(),
})

/** A book of scores on paper is for so many units; Excel has no such limit. */
export const MOST_UNITS_ON_PAPER = 300

/** The answer is the bytes of an .xlsx, a .docx or a .pdf. */
export const printScoreBook = endpoint({
  method: 'POST',
  path: '/snapshots/{snapshot}/score-book',
  summary:
    '计分册：Excel 里各部分和总分是可以重算的公式，Word 和 PDF 里各单位一页；没有审定的带标记',
  act: 'result.book',
  gives: [WORKBOOK, DOCUMENT, PDF],
  params: SnapshotPlace,
  body: z.object({ format: z.enum(['excel', ...PaperFormat.options]).default('excel') }),
  answer: z.unknown(),
})

export const packPapers = endpoint({
  method: 'POST',
  path: '/snapshots/{snapshot}/papers',
  summary: '把许多文书打成一个压缩包（后台任务）；不写单位就是全部',
  act: 'result.print',
  params: SnapshotPlace,
  body: z.object({
    papers: z.array(Paper).min(1, '请至少选一种文书').max(20),
    assessees: z.array(z.uuid()).max(5000).default([]),
    ranking: z.boolean().default(false),
    formats: z.array(PaperFormat).min(1, '请至少选一种格式').default(['word']),
  }),
  answer: z.object({ job: Asked }),
})

export const sendPaperTemplate = endpoint({
  method: 'POST',
  path: '/cycles/{cycle}/papers/{paper}/template',
  summary: '用团委自己的模板（.docx，带占位符）代替系统的；有不认识或没有配对的占位符就不收',
  act: 'result.print',
  takes: [BYTES],
  params: OfCycle,
  query: z.object({ name: z.string().min(1).max(200) }),
  answer: Template.extend({ placeholders: z.array(z.string()) }),
})

export const removePaperTemplate = endpoint({
  method: 'DELETE',
  path: '/cycles/{cycle}/papers/{paper}/template',
  summary: '不再用自己的模板，改回系统的',
  act: 'result.print',
  params: OfCycle,
  answer: z.object({}),
})

/** The answer is the bytes of a .docx. */
export const readPaperTemplate = endpoint({
  method: 'GET',
  path: '/cycles/{cycle}/papers/{paper}/template',
  summary: '一种文书的模板：自己的；没有就是一份列出全部占位符的样例',
  act: 'result.print',
  gives: [DOCUMENT],
  params: OfCycle,
  answer: z.unknown(),
})

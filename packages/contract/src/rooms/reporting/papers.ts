import { z } from 'zod'
import { DOCUMENT, endpoint, PDF, WORKBOOK } from '../../endpoint.ts'
import { Asked } from '../jobs.ts'
import { PaperFormat } from '../paper-format.ts'
import { Place } from './shapes.ts'

/** The answer is the bytes of an .xlsx. */
export const readWorkbook = endpoint({
  method: 'GET',
  path: '/cycles/{cycle}/reports/{unit}/workbook',
  summary: '填报工作簿（.xlsx），现有数据已填在里面',
  act: 'report.read',
  gives: [WORKBOOK],
  params: Place,
  answer: z.unknown(),
})

const Change = z.object({
  /** What it is on, in words. */
  what: z.string(),
  before: z.string().nullable(),
  after: z.string(),
})

const Preview = z.object({
  changes: z.array(Change),
  /** Cells that were refused, each with its place. Nothing is taken while there is one. */
  refused: z.array(z.object({ place: z.string(), message: z.string() })),
  notes: z.array(z.string()),
  /** Stands for exactly these changes. */
  digest: z.string(),
})
export type WorkbookPreview = z.infer<typeof Preview>

const File = z.object({
  name: z.string().max(200),
  /** The bytes of the file in base64. */
  content: z.base64('文件内容不完整').max(950_000, '工作簿太大'),
})

export const previewWorkbook = endpoint({
  method: 'POST',
  path: '/cycles/{cycle}/reports/{unit}/workbook/preview',
  summary: '看一份填好的工作簿会改动什么、哪些格不能接受；不作改动',
  act: 'report.enter',
  passing: true,
  params: Place,
  body: File,
  answer: Preview,
})

export const takeWorkbook = endpoint({
  method: 'POST',
  path: '/cycles/{cycle}/reports/{unit}/workbook',
  summary: '接受一份填好的工作簿：全部接受，或者全部不接受',
  act: 'report.enter',
  params: Place,
  body: File.extend({ digest: z.string() }),
  answer: z.object({ changed: z.number().int() }),
})

/** The answer is the bytes of a .docx or a .pdf. */
export const readWorksheet = endpoint({
  method: 'GET',
  path: '/cycles/{cycle}/reports/{unit}/worksheet',
  summary: '工作开展情况表（Word 或 PDF），一类一行；写 lead 时只有这个牵头部门的各项',
  act: 'report.read',
  gives: [DOCUMENT, PDF],
  params: Place,
  query: z.object({
    lead: z.string().max(100).optional(),
    format: PaperFormat.default('word'),
  }),
  answer: z.unknown(),
})

export const askPapers = endpoint({
  method: 'POST',
  path: '/cycles/{cycle}/papers',
  summary: '把许多单位的情况表或工作簿打成一个压缩包（后台任务）；不写单位就是全部',
  act: 'report.progress',
  params: z.object({ cycle: z.uuid() }),
  body: z.object({
    units: z.array(z.uuid()).max(5000).default([]),
    /** worksheet: in Word. */
    form: z.enum(['worksheet', 'worksheet-pdf', 'workbook']),
  }),
  answer: z.object({ job: Asked }),
})

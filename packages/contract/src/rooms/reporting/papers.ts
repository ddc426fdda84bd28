import { z } from 'zod'
import { endpoint } from '../../endpoint.ts'
import { Place } from './shapes.ts'

/** The answer is the bytes of an .xlsx. */
export const readWorkbook = endpoint({
  method: 'GET',
  path: '/cycles/{cycle}/reports/{unit}/workbook',
  summary: '填报工作簿（.xlsx），现有数据已填在里面',
  act: 'report.read',
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

/** The answer is the bytes of a .docx. */
export const readWorksheet = endpoint({
  method: 'GET',
  path: '/cycles/{cycle}/reports/{unit}/worksheet',
  summary: '工作开展情况表（.docx），一类一行；写 lead 时只有这个牵头部门的各项',
  act: 'report.read',
  params: Place,
  query: z.object({ lead: z.string().max(100).optional() }),
  answer: z.unknown(),
})

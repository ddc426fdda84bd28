import { z } from 'zod'
import { endpoint, WORKBOOK } from '../../endpoint.ts'
import { Day, Reason } from '../reporting/shapes.ts'

const Cycle = z.object({ cycle: z.uuid() })

/** One figure that a survey supplies: points of an item, or a datum in one period. */
export const SurveyColumn = z.object({
  subject: z.string(),
  name: z.string(),
  type: z.string(),
  unit: z.string().nullable(),
  clause: z.string().nullable(),
})
export type SurveyColumn = z.infer<typeof SurveyColumn>

/** What a file says of one unit. */
export const SurveyRow = z.object({
  /** Where it stands in the file; null of what is stored. */
  place: z.string().nullable(),
  unit: z.uuid(),
  name: z.string(),
  /** How many answered, where the file says so. */
  answers: z.number().int().nullable(),
  cells: z.array(z.object({ subject: z.string(), text: z.string() })),
})
export type SurveyRow = z.infer<typeof SurveyRow>

/** One version of what a survey came to. */
export const Survey = z.object({
  id: z.uuid(),
  name: z.string(),
  method: z.string(),
  source: z.string(),
  from: z.string(),
  to: z.string(),
  answers: z.number().int().nullable(),
  file: z.string(),
  sha256: z.string(),
  rows: z.array(SurveyRow),
  /** It counts: nothing replaces it, and it was not withdrawn. */
  stands: z.boolean(),
  replaces: z.uuid().nullable(),
  because: z.string().nullable(),
  by: z.string().nullable(),
  at: z.string(),
})
export type Survey = z.infer<typeof Survey>

export const listSurveys = endpoint({
  method: 'GET',
  path: '/cycles/{cycle}/surveys',
  summary: '调查结果：哪些指标和数据由调查得来，各次调查的方式、实施单位、日期和数值，以及各个版本',
  act: 'survey.read',
  params: Cycle,
  answer: z.object({
    title: z.string(),
    columns: z.array(SurveyColumn),
    units: z.number().int(),
    /** The newest first. */
    surveys: z.array(Survey),
    /** The frozen result since which nothing may be changed; null while it may. */
    closed: z.object({ name: z.string(), at: z.string() }).nullable(),
    reopening: z
      .object({ by: z.string(), because: z.string(), at: z.string(), mine: z.boolean() })
      .nullable(),
  }),
})

/** The answer is the bytes of an .xlsx. */
export const readSurveySheet = endpoint({
  method: 'GET',
  path: '/cycles/{cycle}/surveys/sheet',
  summary: '填调查结果的空表（.xlsx）：一个单位一行',
  act: 'survey.hand',
  gives: [WORKBOOK],
  params: Cycle,
  answer: z.unknown(),
})

const File = z.object({
  name: z.string().min(1).max(200),
  /** The bytes of the file in base64. */
  content: z.base64('文件内容不完整').max(950_000, '文件太大'),
})

const Refused = z.object({ place: z.string(), message: z.string() })

export const lookAtSurvey = endpoint({
  method: 'POST',
  path: '/cycles/{cycle}/surveys/look',
  summary: '读一份调查结果：逐行给出读到的数值，读不了的写明表、行、列；不保存',
  act: 'survey.hand',
  passing: true,
  params: Cycle,
  body: File.extend({ replaces: z.uuid().nullable().default(null) }),
  answer: z.object({
    rows: z.array(SurveyRow),
    refused: z.array(Refused),
    notes: z.array(z.string()),
  }),
})

const words = (what: string) =>
  z.string().trim().min(1, `请写${what}`).max(100, `${what}最多 100 字`)

export const handSurvey = endpoint({
  method: 'POST',
  path: '/cycles/{cycle}/surveys',
  summary: '交一份调查结果，或者写明理由换一版：全部接受，或者全部不接受',
  act: 'survey.hand',
  params: Cycle,
  body: z
    .object({
      file: File,
      name: words('调查的名称'),
      method: words('调查方式'),
      source: words('实施单位'),
      from: Day,
      to: Day,
      answers: z.number().int().min(1, '样本数从 1 起').max(100_000_000).nullable().default(null),
      replaces: z.uuid().nullable().default(null),
      because: Reason.nullable().default(null),
    })
    .refine(({ from, to }) => from <= to, { path: ['to'], message: '结束的一天不能早于开始的一天' })
    .refine(({ replaces, because }) => (replaces === null) === (because === null), {
      path: ['because'],
      message: '换一版的，请写明理由',
    }),
  answer: z.object({ survey: Survey }),
})

export const withdrawSurvey = endpoint({
  method: 'POST',
  path: '/cycles/{cycle}/surveys/{survey}/withdrawal',
  summary: '撤回一份调查结果，写明理由；从此不计',
  act: 'survey.hand',
  params: Cycle.extend({ survey: z.uuid() }),
  body: z.object({ because: Reason }),
  answer: z.object({ survey: Survey }),
})

export const askSurveyReopening = endpoint({
  method: 'PUT',
  path: '/cycles/{cycle}/surveys/reopening',
  summary: '结果冻结以后申请重新打开调查结果，写明理由',
  act: 'survey.reopen',
  params: Cycle,
  body: z.object({ because: Reason }),
  answer: z.object({ asked: z.literal(true) }),
})

export const agreeSurveyReopening = endpoint({
  method: 'POST',
  path: '/cycles/{cycle}/surveys/reopening',
  summary: '另一位同志确认重新打开调查结果；到下次冻结以前可以更换',
  act: 'survey.reopen-agree',
  params: Cycle,
  answer: z.object({ open: z.literal(true) }),
})

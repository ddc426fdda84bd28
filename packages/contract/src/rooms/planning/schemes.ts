import { z } from 'zod'
import { endpoint } from '../../endpoint.ts'
import { Burden, Check, FileText, Finding, Mistake, Title, Version } from './shapes.ts'

export type { Burden, Change, Check, Finding } from './shapes.ts'

const Scheme = z.object({
  id: z.uuid(),
  org: z.uuid(),
  orgName: z.string(),
  title: z.string(),
  state: z.enum(['draft', 'published']),
  version: Version,
  corrects: z.uuid().nullable(),
  derives: z.uuid().nullable(),
  reason: z.string().nullable(),
  proposedAt: z.string().nullable(),
  proposedByMe: z.boolean(),
  publishedAt: z.string().nullable(),
})
export type Scheme = z.infer<typeof Scheme>

export const SchemeParams = z.object({ scheme: z.uuid() })

export const listSchemes = endpoint({
  method: 'GET',
  path: '/schemes',
  summary: '考核方案：本级的草案和各版，下级的，上级已发布的',
  act: 'scheme.read',
  answer: z.object({ schemes: z.array(Scheme) }),
})

export const listShipped = endpoint({
  method: 'GET',
  path: '/shipped-schemes',
  summary: '随程序带来的考核方案',
  act: 'scheme.read',
  answer: z.object({
    schemes: z.array(
      z.object({ folder: z.string(), title: z.string(), summary: z.string().nullable() }),
    ),
  }),
})

export const createScheme = endpoint({
  method: 'POST',
  path: '/schemes',
  summary: '新建方案草案：选用随程序带来的、上传文件，或从上级的方案制定本级的',
  act: 'scheme.write',
  body: z.union([
    z.object({ shipped: z.string().max(100) }),
    z.object({ derives: z.uuid(), title: Title }),
    z.object({ title: Title, text: FileText, readings: FileText.nullable().default(null) }),
  ]),
  answer: z.object({ id: z.uuid(), check: Check }),
})

const Item = z.object({
  id: z.string(),
  name: z.string(),
  clause: z.string().nullable(),
  full: z.string().nullable(),
  weight: z.string().nullable(),
  least: z.string().nullable(),
  most: z.string().nullable(),
  rule: z.string().nullable(),
  requirements: z.array(z.string()),
  evidence: z.array(z.string()),
  leads: z.array(z.string()),
  assessees: z.array(z.string()),
  note: z.string().nullable(),
  findings: z.array(Finding),
})
export type SchemeItem = z.infer<typeof Item>

const Category = z.object({
  id: z.string(),
  name: z.string(),
  depth: z.number().int(),
  clause: z.string().nullable(),
  full: z.string().nullable(),
  weight: z.string().nullable(),
  items: z.array(Item),
})
export type SchemeCategory = z.infer<typeof Category>

const Reading = z.object({
  id: z.string(),
  clause: z.string().nullable(),
  repair: z.boolean(),
  question: z.string(),
  options: z.array(z.object({ id: z.string(), note: z.string(), adopted: z.boolean() })),
  decision: z.object({ who: z.string(), on: z.string(), reason: z.string() }).nullable(),
})
export type SchemeReading = z.infer<typeof Reading>

export const Evaluated = z.object({
  type: z.string(),
  typeName: z.string(),
  source: z.string(),
  weight: z.string().nullable(),
  evaluators: z.array(z.string()),
  items: z.number().int(),
  state: z.enum(['reached', 'settled', 'open']),
  says: z.string(),
})
export type Evaluated = z.infer<typeof Evaluated>

/** Null pages: the draft cannot be read yet; `mistakes` say where. */
const Pages = z.object({
  name: z.string(),
  summary: z.string().nullable(),
  issued: z.string(),
  period: z.string().nullable(),
  assessees: z.array(z.string()),
  least: z.string().nullable(),
  most: z.string().nullable(),
  categories: z.array(Category),
  findings: z.array(Finding),
  burden: Burden,
  evaluators: z.array(Evaluated),
  readings: z.array(Reading),
})
export type SchemePages = z.infer<typeof Pages>

export const readScheme = endpoint({
  method: 'GET',
  path: '/schemes/{scheme}',
  summary: '一份方案，可以读的样子：逐项的条款、占比、分值、最低最高分、检查出的问题、负担和口径',
  act: 'scheme.read',
  params: SchemeParams,
  answer: Scheme.extend({ mistakes: z.array(Mistake), pages: Pages.nullable() }),
})
export type SchemePage = z.infer<typeof readScheme.answer>

export const readSchemeText = endpoint({
  method: 'GET',
  path: '/schemes/{scheme}/text',
  summary: '方案的文本',
  act: 'scheme.read',
  params: SchemeParams,
  answer: Scheme.extend({
    text: z.string(),
    readings: z.string().nullable(),
    check: Check,
  }),
})

export const writeSchemeText = endpoint({
  method: 'PUT',
  path: '/schemes/{scheme}/text',
  summary: '保存草案的文本；回答里有写错的地方、检查出的问题和负担',
  act: 'scheme.write',
  params: SchemeParams,
  body: z.object({
    title: Title,
    text: FileText,
    readings: FileText.nullable(),
    version: Version,
  }),
  answer: z.object({ version: Version, check: Check }),
})

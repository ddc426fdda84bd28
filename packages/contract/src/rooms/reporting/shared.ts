import { z } from 'zod'
import { endpoint, WORKBOOK } from '../../endpoint.ts'
import { Clock } from './shapes.ts'

const Cycle = z.object({ cycle: z.uuid() })
const OneFact = Cycle.extend({ fact: z.string().max(100) })

const SharedFact = z.object({
  id: z.string(),
  name: z.string(),
  unit: z.string().nullable(),
  type: z.string(),
  words: z.array(z.string()),
  clause: z.string().nullable(),
  supplier: z.string(),
  /** Of units of this level, where those are not the assessed ones. */
  level: z.string().nullable(),
  filled: z.number().int(),
})
export type SharedFact = z.infer<typeof SharedFact>

const SharedCell = z.object({
  period: z.string().nullable(),
  text: z.string().nullable(),
  source: z.string().nullable(),
  at: z.string().nullable(),
  version: z.number().int(),
  /** What the unit holds against it, while nobody has answered. */
  contested: z.string().nullable(),
})

const SharedRow = z.object({ unit: z.uuid(), name: z.string(), cells: z.array(SharedCell) })
export type SharedRow = z.infer<typeof SharedRow>

const SharedTable = z.object({
  fact: z.string(),
  periods: z.array(z.object({ id: z.string().nullable(), name: z.string() })),
  rows: z.array(SharedRow),
})
export type SharedTable = z.infer<typeof SharedTable>

export const readShared = endpoint({
  method: 'GET',
  path: '/cycles/{cycle}/facts',
  summary: '由本级提供、各单位不用再填的数据；写 fact 时还有各单位的现值',
  act: 'fact.share',
  params: Cycle,
  query: z.object({ fact: z.string().max(100).optional() }),
  answer: z.object({
    title: z.string(),
    clock: Clock,
    open: z.boolean(),
    facts: z.array(SharedFact),
    table: SharedTable.nullable(),
  }),
})

/** The most cells that are written at once. */
export const MOST_CELLS = 5000

export const writeShared = endpoint({
  method: 'PUT',
  path: '/cycles/{cycle}/facts/{fact}',
  summary: '一次填写许多单位的一个数据：全部接受，或者全部不接受',
  act: 'fact.share',
  params: OneFact,
  body: z.object({
    cells: z
      .array(
        z.object({
          unit: z.uuid(),
          period: z.string().max(20).nullable(),
          /** Empty takes the value back. */
          text: z.string().trim().max(4000, '最多 4000 字'),
          /** The version that was on the screen; 0 when there was none. */
          version: z.number().int().min(0),
        }),
      )
      .min(1, '没有要保存的')
      .max(MOST_CELLS, `一次最多 ${MOST_CELLS} 格`),
  }),
  answer: z.object({ changed: z.number().int() }),
})

/** The answer is the bytes of an .xlsx. */
export const readSharedSheet = endpoint({
  method: 'GET',
  path: '/cycles/{cycle}/facts/{fact}/sheet',
  summary: '一个数据的各单位表格（.xlsx），填好可以再读回来',
  act: 'fact.share',
  gives: [WORKBOOK],
  params: OneFact,
  answer: z.unknown(),
})

export const lookAtSharedSheet = endpoint({
  method: 'POST',
  path: '/cycles/{cycle}/facts/{fact}/sheet',
  summary: '读一份填好的各单位表格；不保存，由填写的人看过再存',
  act: 'fact.share',
  passing: true,
  params: OneFact,
  body: z.object({
    name: z.string().max(200),
    /** The bytes of the file in base64. */
    content: z.base64('文件内容不完整').max(950_000, '表格太大'),
  }),
  answer: z.object({
    cells: z.array(z.object({ unit: z.uuid(), period: z.string().nullable(), text: z.string() })),
    refused: z.array(z.object({ place: z.string(), message: z.string() })),
  }),
})

import { z } from 'zod'
import { ANY_FILE, BYTES, endpoint } from '../../endpoint.ts'
import { Day, EvidenceFile, Place } from './shapes.ts'

/** The most that one file of evidence may be. */
export const MOST_FILE_BYTES = 100_000_000
/** The most that one part of a file may be. */
export const MOST_PART_BYTES = 1_000_000

export const Upload = z.object({ id: z.uuid(), received: z.number().int() })

export const startUpload = endpoint({
  method: 'POST',
  path: '/cycles/{cycle}/reports/{unit}/uploads',
  summary: '开始上传一个支撑材料；之后一段一段地传，断了可以接着传',
  act: 'evidence.attach',
  params: Place,
  body: z.object({
    item: z.string().max(100),
    name: z.string().trim().min(1).max(200, '文件名最多 200 字'),
    size: z
      .number()
      .int()
      .min(1, '文件是空的')
      .max(MOST_FILE_BYTES, '文件最大 100 MB，请分开或压缩后上传'),
    showsOn: Day.nullable().default(null),
  }),
  answer: Upload,
})

export const readUpload = endpoint({
  method: 'GET',
  path: '/cycles/{cycle}/reports/{unit}/uploads/{upload}',
  summary: '一个上传收到了多少',
  act: 'evidence.attach',
  params: Place.extend({ upload: z.uuid() }),
  answer: Upload,
})

/** The body is the bytes themselves. */
export const sendPart = endpoint({
  method: 'PUT',
  path: '/cycles/{cycle}/reports/{unit}/uploads/{upload}',
  summary: '传一段，从 offset 起；内容就是这一段的字节',
  act: 'evidence.attach',
  takes: [BYTES],
  passing: true,
  params: Place.extend({ upload: z.uuid() }),
  query: z.object({ offset: z.coerce.number().int().min(0) }),
  answer: Upload,
})

export const finishUpload = endpoint({
  method: 'POST',
  path: '/cycles/{cycle}/reports/{unit}/uploads/{upload}/finish',
  summary: '传完：检查文件，成为支撑材料',
  act: 'evidence.attach',
  params: Place.extend({ upload: z.uuid() }),
  body: z.object({}),
  answer: EvidenceFile,
})

export const linkEvidence = endpoint({
  method: 'PUT',
  path: '/cycles/{cycle}/reports/{unit}/evidence/{file}/items/{item}',
  summary: '一份材料也用于另一项',
  act: 'evidence.attach',
  params: Place.extend({ file: z.uuid(), item: z.string().max(100) }),
  body: z.object({}),
  answer: EvidenceFile,
})

export const unlinkEvidence = endpoint({
  method: 'DELETE',
  path: '/cycles/{cycle}/reports/{unit}/evidence/{file}/items/{item}',
  summary: '一份材料不再用于这一项；文件仍然保留',
  act: 'evidence.attach',
  params: Place.extend({ file: z.uuid(), item: z.string().max(100) }),
  answer: z.null(),
})

const Block = z.union([
  z.object({ kind: z.literal('text'), heading: z.boolean(), text: z.string() }),
  z.object({ kind: z.literal('table'), rows: z.array(z.array(z.string())) }),
])
export type Block = z.infer<typeof Block>

export const previewEvidence = endpoint({
  method: 'GET',
  path: '/evidence/{file}/text',
  summary: '一份 Word、Excel 或文本材料里的文字，不用下载就能看',
  act: 'evidence.read',
  params: z.object({ file: z.uuid() }),
  answer: z.object({
    parts: z.array(z.object({ title: z.string().nullable(), blocks: z.array(Block) })),
    /** Only the beginning is given. */
    cut: z.boolean(),
  }),
})

/** The answer is the bytes themselves. */
export const readEvidence = endpoint({
  method: 'GET',
  path: '/evidence/{file}',
  summary: '下载一份支撑材料',
  act: 'evidence.read',
  gives: [ANY_FILE],
  params: z.object({ file: z.uuid() }),
  answer: z.unknown(),
})

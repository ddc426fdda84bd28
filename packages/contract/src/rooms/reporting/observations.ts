import { z } from 'zod'
import { BYTES, endpoint } from '../../endpoint.ts'
import { MOST_FILE_BYTES, Upload } from './evidence.ts'
import { Clock, Day, EvidenceFile, Reason } from './shapes.ts'

const Observation = z.object({
  id: z.uuid(),
  unit: z.uuid(),
  unitName: z.string(),
  item: z.string(),
  itemName: z.string(),
  observedOn: z.string(),
  text: z.string(),
  by: z.string().nullable(),
  at: z.string(),
  files: z.array(EvidenceFile),
  voidedBecause: z.string().nullable(),
  version: z.number().int(),
})
export type Observation = z.infer<typeof Observation>

const Cycle = z.object({ cycle: z.uuid() })

export const listObservations = endpoint({
  method: 'GET',
  path: '/cycles/{cycle}/observations',
  summary: '部门平时的记录：哪天、哪个单位、哪一项、看到什么',
  act: 'observation.read',
  params: Cycle,
  query: z.object({ unit: z.uuid().optional() }),
  answer: z.object({
    title: z.string(),
    clock: Clock,
    units: z.array(z.object({ id: z.uuid(), name: z.string() })),
    items: z.array(z.object({ id: z.string(), name: z.string() })),
    observations: z.array(Observation),
  }),
})

export const addObservation = endpoint({
  method: 'POST',
  path: '/cycles/{cycle}/observations',
  summary: '记下一次观察',
  act: 'observation.write',
  params: Cycle,
  body: z.object({
    unit: z.uuid(),
    item: z.string().max(100),
    observedOn: Day,
    text: z.string().trim().min(1, '请写看到了什么').max(2000, '最多 2000 字'),
  }),
  answer: z.object({ id: z.uuid() }),
})

export const voidObservation = endpoint({
  method: 'POST',
  path: '/cycles/{cycle}/observations/{observation}/void',
  summary: '作废一次观察，写明理由',
  act: 'observation.write',
  params: Cycle.extend({ observation: z.uuid() }),
  body: z.object({ reason: Reason, version: z.number().int().min(1) }),
  answer: z.object({ id: z.uuid() }),
})

const OneObservation = Cycle.extend({ observation: z.uuid() })
const OneUpload = OneObservation.extend({ upload: z.uuid() })

export const startObservationUpload = endpoint({
  method: 'POST',
  path: '/cycles/{cycle}/observations/{observation}/uploads',
  summary: '开始为一次观察上传照片或材料；之后一段一段地传',
  act: 'observation.write',
  params: OneObservation,
  body: z.object({
    name: z.string().trim().min(1).max(200, '文件名最多 200 字'),
    size: z
      .number()
      .int()
      .min(1, '文件是空的')
      .max(MOST_FILE_BYTES, '文件最大 100 MB，请分开或压缩后上传'),
  }),
  answer: Upload,
})

export const readObservationUpload = endpoint({
  method: 'GET',
  path: '/cycles/{cycle}/observations/{observation}/uploads/{upload}',
  summary: '观察的一个上传收到了多少',
  act: 'observation.write',
  params: OneUpload,
  answer: Upload,
})

/** The body is the bytes themselves. */
export const sendObservationPart = endpoint({
  method: 'PUT',
  path: '/cycles/{cycle}/observations/{observation}/uploads/{upload}',
  summary: '传一段，从 offset 起；内容就是这一段的字节',
  act: 'observation.write',
  takes: [BYTES],
  passing: true,
  params: OneUpload,
  query: z.object({ offset: z.coerce.number().int().min(0) }),
  answer: Upload,
})

export const finishObservationUpload = endpoint({
  method: 'POST',
  path: '/cycles/{cycle}/observations/{observation}/uploads/{upload}/finish',
  summary: '传完：检查文件，成为这次观察的材料',
  act: 'observation.write',
  params: OneUpload,
  body: z.object({}),
  answer: EvidenceFile,
})

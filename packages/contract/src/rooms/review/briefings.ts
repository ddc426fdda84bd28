import { z } from 'zod'
import { ANY_FILE, endpoint } from '../../endpoint.ts'
import { Briefing } from './letter-shapes.ts'

const OfUnit = z.object({ cycle: z.uuid(), unit: z.uuid() })
const Place = OfUnit.extend({ source: z.string().max(100) })

export const MOST_BRIEFING_BYTES = 20_000_000

export const readBriefings = endpoint({
  method: 'GET',
  path: '/cycles/{cycle}/briefings/{unit}',
  summary: '本单位的专题汇报：要向谁汇报，记录了没有',
  act: 'briefing.read',
  params: OfUnit,
  answer: z.object({
    title: z.string(),
    tasks: z.array(
      z.object({
        source: z.string(),
        name: z.string(),
        clause: z.string().nullable(),
        due: z.string().nullable(),
        says: z.string().nullable(),
        /** To whom it is told, as the scheme calls them. */
        leaders: z.array(z.string()),
        briefing: Briefing.nullable(),
        /** Whether it can still be changed. */
        open: z.boolean(),
      }),
    ),
  }),
})

export const writeBriefing = endpoint({
  method: 'PUT',
  path: '/cycles/{cycle}/briefings/{unit}/{source}',
  summary: '记录专题汇报：哪天、向谁、汇报了什么',
  act: 'briefing.write',
  params: Place,
  body: z.object({
    heldOn: z.iso.date('请写明哪一天汇报的'),
    told: z.string().trim().min(1, '请写明向谁汇报').max(200, '最多 200 字'),
    text: z.string().trim().max(20_000, '汇报文字最多 20000 字'),
    version: z.number().int().min(0),
  }),
  answer: z.object({ briefing: Briefing }),
})

export const sendBriefingFile = endpoint({
  method: 'POST',
  path: '/cycles/{cycle}/briefings/{unit}/{source}/file',
  summary: '附上专题汇报的文件',
  act: 'briefing.write',
  takes: [ANY_FILE],
  params: Place,
  query: z.object({ name: z.string().trim().min(1).max(200) }),
  answer: z.object({ briefing: Briefing }),
})

export const readBriefingFile = endpoint({
  method: 'GET',
  path: '/cycles/{cycle}/briefings/{unit}/{source}/file',
  summary: '本单位专题汇报的文件',
  act: 'briefing.read',
  gives: [ANY_FILE],
  params: Place,
  answer: z.unknown(),
})

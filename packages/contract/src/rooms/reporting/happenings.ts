import { z } from 'zod'
import { endpoint } from '../../endpoint.ts'
import { Changed, Day, Happening, Place, Reason } from './shapes.ts'

const Written = z.object({
  happenedOn: Day,
  /** By the ids of the attributes, as people write them. */
  attributes: z.record(z.string().max(100), z.string().trim().max(1000)),
})

const Row = Place.extend({ happening: z.uuid() })
const Version = z.number().int().min(1)

export const addHappening = endpoint({
  method: 'POST',
  path: '/cycles/{cycle}/reports/{unit}/events',
  summary: '记下一件事',
  act: 'report.enter',
  params: Place,
  body: Written.extend({ event: z.string().max(100) }),
  answer: Changed.extend({ happening: Happening }),
})

export const changeHappening = endpoint({
  method: 'PATCH',
  path: '/cycles/{cycle}/reports/{unit}/events/{happening}',
  summary: '改正记下的一件事',
  act: 'report.enter',
  params: Row,
  body: Written.extend({ version: Version }),
  answer: Changed.extend({ happening: Happening }),
})

export const voidHappening = endpoint({
  method: 'POST',
  path: '/cycles/{cycle}/reports/{unit}/events/{happening}/void',
  summary: '作废记下的一件事，写明理由；记录保留，不再计分',
  act: 'report.enter',
  params: Row,
  body: z.object({ reason: Reason, version: Version }),
  answer: Changed.extend({ happening: Happening }),
})

export const declareComplete = endpoint({
  method: 'PUT',
  path: '/cycles/{cycle}/reports/{unit}/complete/{event}',
  summary: '声明一种事件已经报齐，或者撤回',
  act: 'report.enter',
  params: Place.extend({ event: z.string().max(100) }),
  body: z.object({ complete: z.boolean() }),
  answer: Changed.extend({ complete: z.boolean() }),
})

export const attachToHappening = endpoint({
  method: 'PUT',
  path: '/cycles/{cycle}/reports/{unit}/events/{happening}/files/{file}',
  summary: '说明一份材料是一件事的哪一种支撑材料；空着就是不再用于这件事',
  act: 'evidence.attach',
  params: Row.extend({ file: z.uuid() }),
  body: z.object({ shows: z.string().max(200).nullable() }),
  answer: z.object({ happening: Happening }),
})

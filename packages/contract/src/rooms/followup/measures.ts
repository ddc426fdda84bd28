import { z } from 'zod'
import { attachments } from '../../attachments.ts'
import { endpoint } from '../../endpoint.ts'
import { Day, Reason } from '../reporting/shapes.ts'
import { CarriedOver, Hinges, Measure, Proposal } from './shapes.ts'

const Cycle = z.object({ cycle: z.uuid() })
const One = z.object({ measure: z.uuid() })
const Version = z.number().int().min(1)
const Words = (what: string) => z.string().trim().min(1, `请写${what}`).max(5000, '最多 5000 字')
const Short = z.string().trim().max(500, '最多 500 字').nullable().default(null)

export const readFollowups = endpoint({
  method: 'GET',
  path: '/followup',
  summary: '结果运用：哪些年度有审定的结果，各有几件没有办完',
  act: 'followup.read',
  answer: z.object({
    cycles: z.array(
      z.object({ id: z.uuid(), title: z.string(), ratified: z.boolean(), open: z.number().int() }),
    ),
  }),
})

export const readFollowup = endpoint({
  method: 'GET',
  path: '/cycles/{cycle}/followup',
  summary: '按审定的结果，方案规定的结果运用到谁、有多稳、依据什么；已经决定的办到哪一步',
  act: 'followup.read',
  params: Cycle,
  answer: z.object({
    title: z.string(),
    snapshot: z.object({ id: z.uuid(), name: z.string() }).nullable(),
    proposals: z.array(Proposal),
    measures: z.array(Measure),
    staff: z.array(z.object({ id: z.uuid(), name: z.string() })),
    today: z.string(),
  }),
})

export const readHinges = endpoint({
  method: 'GET',
  path: '/cycles/{cycle}/consequences/{consequence}/assessees/{assessee}/hinges',
  summary:
    '一条结果运用对一个单位有多稳：哪一个打分、哪一个占比单独改变多少就不成立，是不是靠同分或还没定的数',
  act: 'followup.read',
  params: Cycle.extend({ consequence: z.string().max(100), assessee: z.uuid() }),
  answer: Hinges,
})

export const decideConsequence = endpoint({
  method: 'POST',
  path: '/cycles/{cycle}/consequences/{consequence}/decisions',
  summary: '决定一条结果运用对哪些单位采用、不采用，写明理由；方案留给审定机构的由审定机构决定',
  act: 'followup.decide',
  params: Cycle.extend({ consequence: z.string().max(100) }),
  body: z.object({
    assessees: z.array(z.uuid()).min(1, '请至少选一个单位').max(5000),
    adopt: z.boolean(),
    reason: Reason,
    body: z.string().trim().max(100).nullable().default(null),
    number: z.string().trim().max(100).nullable().default(null),
    on: Day.nullable().default(null),
    dueOn: Day.nullable().default(null),
  }),
  answer: z.object({ decided: z.number().int() }),
})

export const rectifyItem = endpoint({
  method: 'POST',
  path: '/snapshots/{snapshot}/assessees/{assessee}/rectifications',
  summary: '把一个单位一项的失分列为整改，单位可见',
  act: 'followup.assign',
  params: z.object({ snapshot: z.uuid(), assessee: z.uuid() }),
  body: z.object({ item: z.string().max(100), dueOn: Day.nullable().default(null) }),
  answer: Measure,
})

export const assignMeasure = endpoint({
  method: 'PUT',
  path: '/measures/{measure}',
  summary: '定一件事由谁负责、什么时候办完、抄送谁，名额怎样增减、推荐哪些人',
  act: 'followup.assign',
  params: One,
  body: z.object({
    owner: z.uuid().nullable(),
    dueOn: Day.nullable(),
    copies: z.array(z.string().trim().min(1).max(100)).max(20),
    places: Short,
    persons: Short,
    version: Version,
  }),
  answer: Measure,
})

export const readOwnMeasures = endpoint({
  method: 'GET',
  path: '/measures',
  summary: '由本人负责、还没有销号的结果运用事项',
  act: 'followup.track',
  answer: z.object({ measures: z.array(Measure) }),
})

export const writeStep = endpoint({
  method: 'POST',
  path: '/measures/{measure}/steps',
  summary: '记下一件事的进展或谈话纪要；办完了就报告完成',
  act: 'followup.track',
  params: One,
  body: z.object({
    kind: z.enum(['progress', 'minutes']),
    text: Words('办了什么'),
    done: z.boolean(),
    version: Version,
  }),
  answer: Measure,
})

export const closeMeasure = endpoint({
  method: 'POST',
  path: '/measures/{measure}/closing',
  summary: '复查：办到位的销号，不到位的退回继续办；负责的人不能自己销号',
  act: 'followup.close',
  params: One,
  body: z.object({ passed: z.boolean(), text: Words('复查情况'), version: Version }),
  answer: z.object({ state: z.enum(['open', 'closed']) }),
})

export const readRectifications = endpoint({
  method: 'GET',
  path: '/rectifications',
  summary: '本单位的整改：要改什么、什么时候改完、复查怎样',
  act: 'rectification.report',
  answer: z.object({ measures: z.array(Measure) }),
})

export const reportRectification = endpoint({
  method: 'POST',
  path: '/rectifications/{measure}/steps',
  summary: '报告整改的进展；改完了就报告完成，等待复查',
  act: 'rectification.report',
  params: One,
  body: z.object({ text: Words('整改情况'), done: z.boolean(), version: Version }),
  answer: Measure,
})

export const readCarriedOver = endpoint({
  method: 'GET',
  path: '/cycles/{cycle}/carried-over',
  summary: '上年未完成的整改，按沿革对到今年的单位，供评价和检查',
  act: 'followup.carried',
  params: Cycle,
  answer: z.object({ measures: z.array(CarriedOver) }),
})

const ofOffice = attachments('/measures/{object}', 'followup.track', '这件事')
export const startMeasureUpload = ofOffice.start
export const readMeasureUpload = ofOffice.read
export const sendMeasurePart = ofOffice.send
export const finishMeasureUpload = ofOffice.finish

const ofUnit = attachments('/rectifications/{object}', 'rectification.report', '这项整改')
export const startRectificationUpload = ofUnit.start
export const readRectificationUpload = ofUnit.read
export const sendRectificationPart = ofUnit.send
export const finishRectificationUpload = ofUnit.finish

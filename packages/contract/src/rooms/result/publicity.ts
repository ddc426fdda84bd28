import { z } from 'zod'
import { endpoint } from '../../endpoint.ts'
import { Day, Reason } from '../reporting/shapes.ts'
import { SnapshotPlace } from './shapes.ts'

const Name = (what: string) => z.string().trim().min(1, `请写${what}`).max(100, '最多 100 字')
const Version = z.object({ version: z.number().int().min(1) })

/** What may be made public, each chosen by itself. */
export const PublicPart = z.enum(['grades', 'ranking', 'totals', 'commended'])
export type PublicPart = z.infer<typeof PublicPart>

export const Audience = z.enum(['units', 'leaders', 'public'])
export type Audience = z.infer<typeof Audience>

const Group = z.object({ name: z.string(), units: z.array(z.string()) })

/** What was made public: the chosen parts alone, names and figures without anything behind them. */
export const Published = z.object({
  committee: z.string(),
  title: z.string(),
  note: z.string(),
  grades: z.array(Group).nullable(),
  ranking: z.array(z.object({ rank: z.number().int(), name: z.string() })).nullable(),
  totals: z.array(z.object({ name: z.string(), total: z.string() })).nullable(),
  commended: z.array(Group).nullable(),
})
export type Published = z.infer<typeof Published>

const Shown = Published.extend({ id: z.uuid(), startsOn: z.string(), endsOn: z.string() })
export type ShownPublicity = z.infer<typeof Shown>

/** For those who ask and those who consent. */
export const Publicity = z.object({
  id: z.uuid(),
  snapshot: z.uuid(),
  parts: z.array(PublicPart),
  audience: z.array(Audience),
  published: Published,
  days: z.number().int(),
  working: z.boolean(),
  event: z.string().nullable(),
  startsOn: z.string().nullable(),
  endsOn: z.string().nullable(),
  state: z.enum(['asked', 'waiting', 'standing', 'ended', 'withdrawn']),
  consent: z.object({ body: z.string(), number: z.string().nullable(), on: z.string() }).nullable(),
  /** Asked for by oneself, so that another consents. */
  mine: z.boolean(),
  withdrawnBecause: z.string().nullable(),
  version: z.number().int(),
})
export type Publicity = z.infer<typeof Publicity>

const One = z.object({ publicity: z.uuid() })

export const readPublicities = endpoint({
  method: 'GET',
  path: '/cycles/{cycle}/publicities',
  summary: '一个考核年度的公示：公示什么、给谁看、哪天到哪天、谁同意',
  act: 'publicity.read',
  params: z.object({ cycle: z.uuid() }),
  answer: z.object({ title: z.string(), publicities: z.array(Publicity) }),
})

export const askPublicity = endpoint({
  method: 'POST',
  path: '/snapshots/{snapshot}/publicities',
  summary: '拟公示：选内容和范围，定天数和起始日（或随哪件事开始），提请审定机构同意',
  act: 'publicity.ask',
  params: SnapshotPlace,
  body: z.object({
    title: Name('公示的标题'),
    note: z.string().trim().min(1, '请写有意见向谁反映').max(500, '最多 500 字'),
    parts: z.array(PublicPart).min(1, '请至少选一项').max(4),
    audience: z.array(Audience).min(1, '请至少选一个范围').max(3),
    days: z.number().int().min(1).max(365, '最多 365 天'),
    /** Only working days count. */
    working: z.boolean(),
    /** Null where it begins with an event. */
    startsOn: Day.nullable(),
    event: z.string().trim().max(100).nullable().default(null),
  }),
  answer: Publicity,
})

export const confirmPublicity = endpoint({
  method: 'POST',
  path: '/publicities/{publicity}/confirmation',
  summary: '审定机构同意公示，写明会议、文号和日期；提请的人不能自己同意',
  act: 'publicity.confirm',
  params: One,
  body: Version.extend({
    body: Name('哪个会议'),
    number: z.string().trim().max(100).nullable().default(null),
    on: Day,
  }),
  answer: Publicity,
})

export const startPublicity = endpoint({
  method: 'POST',
  path: '/publicities/{publicity}/start',
  summary: '所随的事已经开始：从这一天起公示',
  act: 'publicity.ask',
  params: One,
  body: Version.extend({ on: Day }),
  answer: Publicity,
})

export const withdrawPublicity = endpoint({
  method: 'POST',
  path: '/publicities/{publicity}/withdrawal',
  summary: '撤下公示，写明理由；此后与没有过一样看不到',
  act: 'publicity.ask',
  params: One,
  body: Version.extend({ because: Reason }),
  answer: Publicity,
})

export const linkPublicity = endpoint({
  method: 'POST',
  path: '/publicities/{publicity}/link',
  summary: '给分管领导看公示的链接，只出现这一次，可以发到写明的邮箱；再要一次，旧的作废',
  act: 'publicity.ask',
  params: One,
  body: Version.extend({
    /** Addresses of leaders to whom it goes by mail; the others get it by hand. */
    mails: z.array(z.string().trim().max(200)).max(100, '一次最多 100 个邮箱').default([]),
  }),
  answer: z.object({
    address: z.string(),
    version: z.number().int(),
    /** To how many addresses it is on its way. */
    mailed: z.number().int(),
  }),
})

export const receivePublicities = endpoint({
  method: 'GET',
  path: '/publicities',
  summary: '正在向各单位公示的考核结果',
  act: 'publicity.receive',
  answer: z.object({ publicities: z.array(Shown) }),
})

export const readPublic = endpoint({
  method: 'GET',
  path: '/public/{publicity}',
  summary: '向社会公示的考核结果，不用登录；公示期外与没有过一样',
  act: 'anyone',
  params: One,
  answer: Shown,
})

export const holdPublicity = endpoint({
  method: 'GET',
  path: '/held/publicity',
  summary: '分管领导凭链接看公示',
  act: 'publicity.hold',
  door: 'link',
  answer: Shown,
})

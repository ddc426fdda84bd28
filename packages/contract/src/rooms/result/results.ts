import { z } from 'zod'
import { endpoint } from '../../endpoint.ts'
import { Day, Reason } from '../reporting/shapes.ts'
import {
  Matter,
  Released,
  ReleasePart,
  Resolution,
  Result,
  Snapshot,
  SnapshotPlace,
  UnitResult,
} from './shapes.ts'

const Cycle = z.object({ cycle: z.uuid() })
const Name = (what: string) => z.string().trim().min(1, `请写${what}`).max(100, '最多 100 字')

export const readProvisional = endpoint({
  method: 'GET',
  path: '/cycles/{cycle}/result',
  summary: '按现在已有的数据和已同意的评价试算：得分、还可能的高低、缺什么',
  act: 'result.read',
  params: Cycle,
  answer: Result.extend({ snapshots: z.array(Snapshot) }),
})

export const freeze = endpoint({
  method: 'POST',
  path: '/cycles/{cycle}/snapshots',
  summary: '冻结：把方案、数据和评价按现在的样子存下来，起个名字',
  act: 'result.freeze',
  params: Cycle,
  body: z.object({ name: Name('名称') }),
  answer: Snapshot,
})

export const readSnapshot = endpoint({
  method: 'GET',
  path: '/snapshots/{snapshot}',
  summary: '一次冻结的结果，供会议评定',
  act: 'result.read',
  params: SnapshotPlace,
  answer: Result.extend({
    cycle: z.uuid(),
    snapshot: Snapshot,
    matters: z.array(Matter),
    /** Computed again from what was stored, and compared with the digest. */
    intact: z.boolean(),
    releases: z.array(
      z.object({
        parts: z.array(ReleasePart),
        units: z.number().int(),
        on: z.string(),
        consent: z.string(),
      }),
    ),
  }),
})

export const readBundle = endpoint({
  method: 'GET',
  path: '/snapshots/{snapshot}/bundle',
  summary: '结果包：方案、数据、结果、得分说明、日志证明和核对页，可在别的机器上离线核对',
  act: 'result.read',
  gives: ['application/zip'],
  params: SnapshotPlace,
  answer: z.unknown(),
})

export const readUnitResult = endpoint({
  method: 'GET',
  path: '/snapshots/{snapshot}/assessees/{assessee}',
  summary: '一个单位的结果：从总分到每一项，评语和决定',
  act: 'result.read',
  params: SnapshotPlace.extend({ assessee: z.uuid() }),
  answer: UnitResult,
})

export const writeOpinion = endpoint({
  method: 'PUT',
  path: '/snapshots/{snapshot}/assessees/{assessee}/opinion',
  summary: '把各部门和领导的评语归纳成一份综合评语',
  act: 'result.resolve',
  params: SnapshotPlace.extend({ assessee: z.uuid() }),
  body: z.object({
    text: z.string().trim().max(3000, '最多 3000 字'),
    /** The one that was read; 0 when there was none. */
    version: z.number().int().min(0),
  }),
  answer: z.object({ text: z.string(), version: z.number().int() }),
})

export const resolve = endpoint({
  method: 'POST',
  path: '/snapshots/{snapshot}/resolutions',
  summary: '记下会议对一个单位的决定：谁提出、为什么、怎样表决',
  act: 'result.resolve',
  params: SnapshotPlace,
  body: z.object({
    assessee: z.uuid(),
    matter: z.string().max(200),
    /** A grade, a place from 1, granted or not; null withdraws the decision before. */
    value: z.union([z.string().max(100), z.number().int().min(1), z.boolean()]).nullable(),
    body: Name('哪个会议'),
    decidedOn: Day,
    number: z.string().trim().max(100).nullable().default(null),
    mover: Name('谁提出'),
    reason: Reason,
    votes: z
      .object({
        for: z.number().int().min(0),
        against: z.number().int().min(0),
        abstained: z.number().int().min(0),
      })
      .nullable()
      .default(null),
  }),
  answer: z.object({ resolution: Resolution }),
})

export const ratify = endpoint({
  method: 'POST',
  path: '/snapshots/{snapshot}/ratification',
  summary: '审定：以后不再改动；更正要另外冻结、重新审定并写明理由',
  act: 'result.ratify',
  params: SnapshotPlace,
  body: z.object({
    body: Name('审定机构'),
    on: Day,
    number: z.string().trim().max(100).nullable().default(null),
    minutes: z.string().trim().max(5000).nullable().default(null),
    /** Why the result that was ratified before no longer stands. */
    because: z.string().trim().max(500).nullable().default(null),
    version: z.number().int().min(1),
  }),
  answer: Snapshot,
})

export const release = endpoint({
  method: 'POST',
  path: '/snapshots/{snapshot}/release',
  summary: '向各单位反馈：逐项选择给看什么，写明审定机构的同意',
  act: 'result.release',
  params: SnapshotPlace,
  body: z.object({
    parts: z.array(ReleasePart).min(1, '请至少选一项').max(5),
    /** Undefined for all. */
    assessees: z.array(z.uuid()).max(50_000).optional(),
    consent: Name('谁在什么会上同意'),
    on: Day,
    /** In how many working days after that day units may object; null for not at all. */
    objectionDays: z.number().int().min(1).max(60, '最多 60 个工作日').nullable().default(null),
  }),
  answer: z.object({ units: z.number().int(), objectionUntil: z.string().nullable() }),
})

export const readReleased = endpoint({
  method: 'GET',
  path: '/released',
  summary: '反馈给本单位的考核结果',
  act: 'result.receive',
  answer: z.object({
    results: z.array(
      Released.extend({
        release: z.uuid(),
        /** The figures that may be objected to until the end of a day; null where that was not opened. */
        objection: z
          .object({
            until: z.string(),
            open: z.boolean(),
            figures: z.array(z.object({ figure: z.string(), name: z.string(), says: z.string() })),
          })
          .nullable(),
      }),
    ),
  }),
})

import { z } from 'zod'
import { endpoint } from '../endpoint.ts'

const Act = z.object({
  id: z.uuid(),
  at: z.string(),
  act: z.string(),
  object: z.string(),
  person: z.string().nullable(),
  org: z.string().nullable(),
  change: z.unknown(),
  /** Its place in the tree; null for the moment until it has one. */
  position: z.number().int().nullable(),
})
export type Act = z.infer<typeof Act>

export const listActs = endpoint({
  method: 'GET',
  path: '/log',
  summary: '操作日志，新的在前',
  act: 'log.read',
  query: z.object({ at: z.iso.datetime().optional(), id: z.uuid().optional() }),
  answer: z.object({ acts: z.array(Act), more: z.boolean() }),
})

const Checkpoint = z.object({
  size: z.number().int(),
  at: z.string(),
  note: z.string(),
})

export const readCheckpoint = endpoint({
  method: 'GET',
  path: '/log/checkpoint',
  summary: '最新的存证：条数、根和签名，可打印、可寄给见证人',
  act: 'log.read',
  answer: z.object({ checkpoint: Checkpoint.nullable(), key: z.string() }),
})

/** Hashes in hexadecimal, the nearest first. */
const Hashes = z.array(z.string())

export const proveAct = endpoint({
  method: 'GET',
  path: '/log/{position}/proof',
  summary: '一条日志在最新存证里的证明',
  act: 'log.read',
  params: z.object({ position: z.coerce.number().int().min(0) }),
  answer: z.object({ checkpoint: Checkpoint, hashes: Hashes }),
})

export const proveGrowth = endpoint({
  method: 'GET',
  path: '/log/growth/{old}',
  summary: '日志自某个旧存证以来只增不改的证明',
  act: 'log.read',
  params: z.object({ old: z.coerce.number().int().min(1) }),
  answer: z.object({ checkpoint: Checkpoint, hashes: Hashes }),
})

export const exportLog = endpoint({
  method: 'GET',
  path: '/log/lines',
  summary: '导出日志：每条的哈希，和本人有权看的内容',
  act: 'log.read',
  query: z.object({ from: z.coerce.number().int().min(0).default(0) }),
  answer: z.object({
    lines: z.array(
      z.object({
        position: z.number().int(),
        hash: z.string(),
        /** The bytes that were hashed, in base64; null where one may not see them. */
        leaf: z.string().nullable(),
        change: z.unknown(),
      }),
    ),
    next: z.number().int().nullable(),
  }),
})

import { z } from 'zod'
import { ANY_FILE, endpoint } from '../endpoint.ts'

const Job = z.object({
  id: z.uuid(),
  title: z.string(),
  state: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']),
  done: z.number().int(),
  /** Null while nobody can say how much there is. */
  total: z.number().int().nullable(),
  /** What it is at, or what came of it, in one sentence. */
  said: z.string().nullable(),
  /** It stops at its next step. */
  cancelling: z.boolean(),
  problem: z.string().nullable(),
  /** Where in the application the result is seen. */
  page: z.string().nullable(),
  /** The name of the file that came of it. */
  file: z.string().nullable(),
  askedAt: z.string(),
  endedAt: z.string().nullable(),
  /** Until when the result is kept. */
  keptUntil: z.string().nullable(),
})
export type Job = z.infer<typeof Job>

/** Named where an endpoint asks for work instead of doing it at once. */
export const Asked = z.uuid().describe('后台任务的编号')

const Place = z.object({ job: z.uuid() })

export const listJobs = endpoint({
  method: 'GET',
  path: '/jobs',
  summary: '自己的后台任务：做到哪里、结果在哪里',
  act: 'job.read',
  answer: z.object({ jobs: z.array(Job) }),
})

export const readJob = endpoint({
  method: 'GET',
  path: '/jobs/{job}',
  summary: '一项后台任务',
  act: 'job.read',
  params: Place,
  answer: Job,
})

export const cancelJob = endpoint({
  method: 'POST',
  path: '/jobs/{job}/cancel',
  summary: '取消一项后台任务；已经做的全部撤回，不留一半',
  act: 'job.cancel',
  params: Place,
  answer: Job,
})

/** The answer is the bytes of the file. */
export const readJobFile = endpoint({
  method: 'GET',
  path: '/jobs/{job}/file',
  summary: '后台任务做出的文件',
  act: 'job.read',
  gives: [ANY_FILE],
  params: Place,
  answer: z.unknown(),
})

import { type Job, jobs } from '@kaohe/contract'
import { cancelJob, findJob, jobsOf, readJobFile, type StoredJob } from '@kaohe/storage'
import type { Hono } from 'hono'
import { conflict, notFound } from '../../http/problem.ts'
import { serve } from '../../http/serve.ts'
import { KEPT_DAYS } from '../../jobs/keep.ts'
import type { Services } from '../../services.ts'

const DAY_MS = 24 * 3_600_000

function shown(job: StoredJob): Job {
  const { ended_at: endedAt } = job
  const until = endedAt && new Date(Date.parse(endedAt) + KEPT_DAYS * DAY_MS).toISOString()
  return {
    id: job.id,
    title: job.title ?? '',
    state: job.state,
    done: job.done,
    total: job.total,
    said: job.said,
    cancelling: job.cancelling,
    problem: job.problem,
    page: job.page,
    file: job.file,
    askedAt: job.asked_at,
    endedAt,
    keptUntil: until,
  }
}

/** One's own work in the background. */
export function jobRoutes(app: Hono, services: Services): void {
  serve(app, services, jobs.listJobs, async ({ db, actor, permit }) => {
    permit(actor)
    return { jobs: (await jobsOf(db, actor.person)).map(shown) }
  })

  serve(app, services, jobs.readJob, async ({ db, actor, params, permit }) => {
    permit(actor)
    const job = await findJob(db, actor.person, params.job)
    if (job === undefined) throw notFound()
    return shown(job)
  })

  serve(app, services, jobs.cancelJob, async ({ db, actor, params, permit, record }) => {
    permit(actor)
    const { person } = actor
    const before = await findJob(db, person, params.job)
    if (before === undefined) throw notFound()
    if ((await cancelJob(db, person, params.job)) === undefined)
      throw conflict('这项任务已经结束，不能再取消')
    await record({ object: `job/${params.job}`, after: { kind: before.kind, cancelled: true } })
    return shown((await findJob(db, person, params.job)) ?? before)
  })

  serve(app, services, jobs.readJobFile, async ({ db, actor, params, permit }) => {
    permit(actor)
    const job = await findJob(db, actor.person, params.job)
    const file = job && (await readJobFile(db, job.id, 'result'))
    if (file === undefined) throw notFound()
    return new Response(new Uint8Array(file.content), {
      headers: {
        'Content-Type': file.type,
        'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
        'X-Content-Type-Options': 'nosniff',
      },
    })
  })
}

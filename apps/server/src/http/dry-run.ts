import { canRehearse, endpoints } from '@kaohe/contract'
import type { Context, Hono } from 'hono'
import { matchedRoutes } from 'hono/route'
import { badRequest } from './problem.ts'

/** Thrown at the end of a transaction that was only tried, so that nothing of it is stored. */
export class Rehearsed extends Error {
  readonly answer: unknown
  constructor(answer: unknown) {
    super('a dry run')
    this.answer = answer
  }
}

/** Does the caller want to know what would happen, without it happening? */
export function isDryRun(c: Context): boolean {
  return c.req.header('Dry-Run') === '1' || c.req.query('dry-run') === '1'
}

/** The answer of `work`, also when it was only tried. */
export async function orRehearsed(work: Promise<unknown>): Promise<unknown> {
  try {
    return await work
  } catch (error) {
    if (error instanceof Rehearsed) return error.answer
    throw error
  }
}

/** Where no dry run can be had, one is refused: it must not be mistaken for the real thing. */
export function refuseDryRuns(app: Hono): void {
  const able = new Set(
    endpoints
      .filter(({ endpoint }) => canRehearse(endpoint))
      .map(
        ({ endpoint: { method, path } }) => `${method} /api${path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
      ),
  )
  app.use('/api/*', async (c, next) => {
    const isAble = (): boolean =>
      matchedRoutes(c).some(({ method, path }) => able.has(`${method} ${path}`))
    if (c.req.method !== 'GET' && isDryRun(c) && !isAble())
      throw badRequest('这个操作不能试运行，没有执行')
    await next()
  })
}

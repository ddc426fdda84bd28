import { planning } from '@kaohe/contract'
import { missingToClose, stateOf } from '@kaohe/domain'
import type { Scheme } from '@kaohe/engine'
import { type Priorities, readPriorities, type Task } from '@kaohe/scheme'
import {
  type Acting,
  findCycle,
  attachFiles,
  findPlan,
  findUnit,
  insertPlan,
  insertStep,
  listPlans,
  planFiles,
  planSteps,
  type StoredPlan,
  type StoredStep,
  waitingFiles,
} from '@kaohe/storage'
import type { Hono } from 'hono'
import { conflict, invalid, notFound } from '../../http/problem.ts'
import { serve } from '../../http/serve.ts'
import type { Services } from '../../services.ts'
import { watchDeadlines } from '../messages/deadlines-job.ts'
import { nowIn } from '../reporting/clock.ts'
import { schemeOf } from './find.ts'
import { planOf, tasksOf } from './plan-page.ts'
import { programOf } from './programs.ts'
import { shippedPlan, shippedPlans } from './shipped.ts'

function shownPlan({ id, org, title, cycle, loaded_at }: Omit<StoredPlan, 'text'>) {
  return { id, org, title, cycle, loadedAt: loaded_at }
}

/** The cycle whose indicators serve a plan: its scheme, and its day, which in a demonstration is another one. */
async function servingCycle(
  db: Acting,
  plan: StoredPlan,
  now: Date,
): Promise<{ scheme: Scheme | undefined; at: Date }> {
  const cycle = plan.cycle === null ? undefined : await findCycle(db, plan.cycle)
  if (cycle === undefined) return { scheme: undefined, at: now }
  return { scheme: programOf(await schemeOf(db, cycle)).scheme, at: nowIn(cycle, now) }
}

function read(text: string): Priorities {
  const { priorities, diagnostics } = readPriorities(text)
  if (priorities !== undefined) return priorities
  throw invalid(
    diagnostics.map(({ line, column, message }) => ({
      pointer: '/body/text',
      message: `第 ${line} 行第 ${column} 列：${message}`,
    })),
  )
}

function taskIn(plan: StoredPlan, id: string): { task: Task; end: string | undefined } {
  const found = planOf(plan.text)
  const task = found?.tasks.find((one) => one.id === id)
  if (task === undefined) throw notFound()
  return { task, end: found?.period?.to }
}

interface Taken {
  readonly kind: StoredStep['kind']
  readonly target: number | null
}

/** Steps that do not fit where the task stands. @throws Stop 409, 422 */
function refuse(
  { kind, target }: Taken,
  task: Task,
  before: readonly StoredStep[],
  today: string,
): void {
  if (target !== null && target > (task.targets ?? []).length)
    throw invalid([{ pointer: '/body/target', message: '这项任务没有这个目标' }])
  const closed = stateOf(task, before, today, undefined) === 'closed'
  if (kind === 'reopening' && !closed) throw conflict('这项任务没有销号')
  if (kind !== 'reopening' && closed) throw conflict('这项任务已经销号，要继续请先重新打开')
  const missing = kind === 'closing' ? missingToClose(task, before) : []
  if (missing.length > 0) throw conflict('还不能销号', missing.join('；'))
}

/** Work points and the supervision of what no indicator covers. */
export function planRoutes(app: Hono, services: Services): void {
  serve(app, services, planning.listPlans, async ({ db, actor, permit }) => {
    permit(actor)
    const plans = (await listPlans(db)).map(shownPlan)
    const shipped = shippedPlans().map(({ folder, title }) => ({ folder, title }))
    return { plans, shipped }
  })

  serve(app, services, planning.loadPlan, async (call) => {
    const { db, actor, body, now, permit, record, request } = call
    permit(actor)
    const text = body.shipped === null ? body.text : shippedPlan(body.shipped)
    if (text === null)
      throw invalid([{ pointer: '/body/text', message: '请选一份工作要点，或上传文件' }])
    const { name: title } = read(text)
    const cycle = body.cycle === null ? undefined : await findCycle(db, body.cycle)
    if (body.cycle !== null && cycle?.org !== actor.org) throw notFound()
    const plan = { org: actor.org, cycle: cycle?.id ?? null, title, text }
    const id = await insertPlan(db, { ...plan, loaded_at: now.toISOString() })
    await watchDeadlines(db, actor.org, request)
    await record({ object: `plan/${id}`, after: { title, cycle: plan.cycle } })
    return { id }
  })

  serve(app, services, planning.readPlan, async ({ db, params, now, permit }) => {
    const stored = await findPlan(db, params.plan)
    if (stored === undefined) throw notFound()
    permit(await findUnit(db, stored.org))
    const plan = planOf(stored.text)
    if (plan === undefined) throw notFound()
    const { scheme, at } = await servingCycle(db, stored, now)
    const steps = await planSteps(db, stored.id)
    const files = await planFiles(db, stored.id)
    const today = at.toISOString().slice(0, 10)
    return { ...shownPlan(stored), ...tasksOf({ plan, scheme, steps, files, today }) }
  })

  serve(app, services, planning.takeStep, async (call) => {
    const { db, actor, params, body, now } = call
    const stored = await findPlan(db, params.plan)
    if (stored === undefined) throw notFound()
    call.permit(await findUnit(db, stored.org))
    const { task } = taskIn(stored, params.task)
    const before = await planSteps(db, stored.id)
    const { at } = await servingCycle(db, stored, now)
    refuse(body, task, before, at.toISOString().slice(0, 10))
    const { files: sent, ...step } = body
    const files = await waitingFiles(db, { plan: stored.id, task: task.id }, sent)
    if (files.length < new Set(sent).size)
      throw invalid([{ pointer: '/body/files', message: '有的材料没有传上来，请重新传一次' }])
    // What a closing asks for is there when files are.
    const names = files.map(({ name }) => name).join('、')
    const id = await insertStep(db, {
      org: stored.org,
      plan: stored.id,
      task: task.id,
      ...step,
      evidence: step.evidence ?? (names === '' ? null : names),
      person: actor.person,
      person_name: actor.personName,
      at: at.toISOString(),
    })
    await attachFiles(db, id, sent)
    await call.record({ object: `plan/${stored.id}/task/${task.id}`, after: body })
    return { id }
  })
}

import { z } from 'zod'
import { endpoint } from '../../endpoint.ts'
import { PlanFile } from './plan-files.ts'
import { FileText, Said } from './shapes.ts'

const Plan = z.object({
  id: z.uuid(),
  org: z.uuid(),
  title: z.string(),
  cycle: z.uuid().nullable(),
  loadedAt: z.string(),
})
export type Plan = z.infer<typeof Plan>

const PlanParams = z.object({ plan: z.uuid() })

export const listPlans = endpoint({
  method: 'GET',
  path: '/plans',
  summary: '工作要点',
  act: 'plan.read',
  answer: z.object({
    plans: z.array(Plan),
    shipped: z.array(z.object({ folder: z.string(), title: z.string() })),
  }),
})

export const loadPlan = endpoint({
  method: 'POST',
  path: '/plans',
  summary: '载入工作要点：随程序带来的，或自己的文件；写明由哪个考核年度的指标落实',
  act: 'plan.load',
  body: z.object({
    shipped: z.string().max(100).nullable(),
    text: FileText.nullable(),
    cycle: z.uuid().nullable(),
  }),
  answer: z.object({ id: z.uuid() }),
})

const Step = z.object({
  id: z.uuid(),
  kind: z.enum(['report', 'reminder', 'closing', 'reopening']),
  target: z.number().int().nullable(),
  text: z.string(),
  evidence: z.string().nullable(),
  files: z.array(PlanFile),
  reached: z.string().nullable(),
  by: z.string(),
  at: z.string(),
})
export type PlanStep = z.infer<typeof Step>

const Target = z.object({
  what: z.string(),
  kind: z.string(),
  amount: z.string().nullable(),
  due: z.string().nullable(),
  /** What closes a target of this kind. */
  rule: z.string(),
  missing: z.string().nullable(),
})

const Task = z.object({
  id: z.string(),
  point: z.string(),
  pointName: z.string(),
  chapter: z.string().nullable(),
  summary: z.string(),
  owners: z.array(z.string()),
  unassessed: z.array(z.string()),
  years: z.boolean(),
  targets: z.array(Target),
  /** The indicators that serve it; with none it is supervised here. */
  items: z.array(z.object({ id: z.string(), name: z.string() })),
  state: z.enum(['waiting', 'moving', 'overdue', 'closed']),
  steps: z.array(Step),
})
export type PlanTask = z.infer<typeof Task>

export const readPlan = endpoint({
  method: 'GET',
  path: '/plans/{plan}',
  summary: '工作要点逐项：目标、责任、期限、由哪些指标考核、督办到哪一步',
  act: 'plan.read',
  params: PlanParams,
  answer: Plan.extend({ tasks: z.array(Task), dangling: z.array(z.string()) }),
})
export type PlanPage = z.infer<typeof readPlan.answer>

export const takeStep = endpoint({
  method: 'POST',
  path: '/plans/{plan}/tasks/{task}/steps',
  summary: '督办一项任务：报进展、催办、销号、重新打开；销号按目标的种类检查',
  act: 'plan.report',
  params: PlanParams.extend({ task: z.string().max(100) }),
  body: z.object({
    kind: z.enum(['report', 'reminder', 'closing', 'reopening']),
    target: z.number().int().min(1).nullable().default(null),
    text: Said,
    evidence: z.string().trim().min(1).max(1000).nullable().default(null),
    reached: z.string().trim().min(1).max(100).nullable().default(null),
    /** Files that were sent for this task and came with no report yet. */
    files: z.array(z.uuid()).max(20, '一次最多 20 份材料').default([]),
  }),
  answer: z.object({ id: z.uuid() }),
})

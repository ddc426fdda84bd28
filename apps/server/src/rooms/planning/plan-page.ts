import type { PlanPage, PlanStep, PlanTask } from '@kaohe/contract'
import { closingRule, missingFor, sayAmount, stateOf, stepsOf, type WorkStep } from '@kaohe/domain'
import type { Scheme } from '@kaohe/engine'
import {
  coverage,
  type Priorities,
  readPriorities,
  type Target,
  type TaskCoverage,
} from '@kaohe/scheme'
import type { StoredPlanFile, StoredStep } from '@kaohe/storage'

const KINDS: Readonly<Record<Target['kind'], string>> = {
  document: '印发文件',
  meeting: '召开会议',
  coverage: '覆盖',
  ratio: '比例',
  hours: '时数',
  training: '全员培训',
  number: '数量',
  mechanism: '建立机制',
  other: '其他',
}

interface Frame {
  readonly plan: Priorities
  readonly scheme: Scheme | undefined
  readonly steps: readonly StoredStep[]
  readonly files: readonly StoredPlanFile[]
  readonly today: string
}

function shownStep(step: StoredStep, all: readonly StoredPlanFile[]): PlanStep {
  const { id, kind, target, text, evidence, reached, at } = step
  const own = all.filter((file) => file.step === id)
  const files = own.map(({ id: file, name, type, size }) => ({ id: file, name, type, size }))
  return { id, kind, target, text, evidence, files, reached, by: step.person_name, at }
}

function shownTarget(target: Target, report: WorkStep | undefined) {
  return {
    what: target.what,
    kind: KINDS[target.kind],
    amount: sayAmount(target),
    due: target.due ?? null,
    rule: closingRule(target),
    missing: missingFor(target, report) ?? null,
  }
}

function shownTask({ task, items, unassessed }: TaskCoverage, frame: Frame): PlanTask {
  const { plan, scheme, steps, files, today } = frame
  const point = plan.points.find(({ id }) => id === task.point)
  const chapter = plan.chapters?.find(({ id }) => id === point?.chapter)
  const parties = new Map((plan.parties ?? []).map(({ id, name }) => [id, name]))
  const names = new Map(scheme?.items.map(({ id, name }) => [id, name]))
  const own = stepsOf(task.id, steps)
  const reportOf = (at: number) =>
    own.findLast(({ kind, target }) => kind === 'report' && target === at)
  return {
    id: task.id,
    point: task.point,
    pointName: point?.name ?? task.point,
    chapter: chapter?.name ?? null,
    summary: task.summary,
    owners: (task.owners ?? []).map((id) => parties.get(id) ?? id),
    unassessed: unassessed.map(({ name }) => name),
    years: task.years ?? false,
    targets: (task.targets ?? []).map((target, i) => shownTarget(target, reportOf(i + 1))),
    items: items.map(({ item }) => ({ id: item, name: names.get(item) ?? item })),
    state: stateOf(task, own, today, plan.period?.to),
    steps: steps.filter((step) => step.task === task.id).map((step) => shownStep(step, files)),
  }
}

/** The tasks of work points, with the indicators that serve them and how far they have come. */
export function tasksOf(frame: Frame): Pick<PlanPage, 'tasks' | 'dangling'> {
  const { plan, scheme } = frame
  const covered = coverage(plan, ...(scheme === undefined ? [] : [scheme]))
  return {
    tasks: covered.tasks.map((one) => shownTask(one, frame)),
    dangling: covered.dangling.map(({ item, task }) => `${item}：${task}`),
  }
}

const plans = new Map<string, Priorities>()
const KEPT = 20

/** Work points as read from their text. @returns undefined when it cannot be read */
export function planOf(text: string): Priorities | undefined {
  const plan = plans.get(text) ?? readPriorities(text).priorities
  if (plan === undefined) return undefined
  plans.delete(text)
  plans.set(text, plan)
  const [oldest] = plans.keys()
  if (plans.size > KEPT && oldest !== undefined) plans.delete(oldest)
  return plan
}

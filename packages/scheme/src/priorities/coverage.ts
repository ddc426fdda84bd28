import type { Item, Scheme } from '@kaohe/engine'
import { nearestWord } from '../diagnostic/nearest.ts'
import type { Owner, Priorities, Task } from './shapes.ts'

/** An indicator that serves a task. */
export interface Serving {
  readonly scheme: string
  readonly item: string
}

/** A task, the indicators that serve it, and those answerable for it whom no scheme assesses. */
export interface TaskCoverage {
  readonly task: Task
  /** As indicators name it: `要点/任务`. */
  readonly path: string
  readonly items: readonly Serving[]
  readonly unassessed: readonly Owner[]
}

export interface Coverage {
  readonly tasks: readonly TaskCoverage[]
  /** Tasks that no indicator covers: they must be supervised by other means. */
  readonly uncovered: readonly TaskCoverage[]
  /** Tasks that no one assessed is answerable for. */
  readonly outOfReach: readonly TaskCoverage[]
  /** Tasks that an indicator names and the plan does not have. */
  readonly dangling: readonly (Serving & {
    readonly task: string
    readonly nearest: string | undefined
  })[]
}

/** 要点编号/任务编号. */
export function pathOf(task: Task): string {
  return `${task.point}/${task.id}`
}

function itemsOf(schemes: readonly Scheme[]): { readonly scheme: string; readonly item: Item }[] {
  return schemes.flatMap((scheme) => scheme.items.map((item) => ({ scheme: scheme.id, item })))
}

function isAssessed(owner: Owner, schemes: readonly Scheme[]): boolean {
  const assessees = schemes.flatMap((scheme) => scheme.assessees)
  if (owner.assessee !== undefined) return assessees.some((one) => one.id === owner.assessee)
  const plain = owner.name.replace(/^(?:各|全体|全区各?)/, '')
  return assessees.some(
    (one) => one.id === owner.id || one.name === plain || one.name === owner.name,
  )
}

/**
 * Which indicators serve which tasks of a plan, and what they leave out.
 * @param schemes every scheme that serves the plan
 */
export function coverage(priorities: Priorities, ...schemes: readonly Scheme[]): Coverage {
  const items = itemsOf(schemes)
  const owners = new Map((priorities.parties ?? []).map((party) => [party.id, party]))
  const tasks = priorities.tasks.map((task): TaskCoverage => {
    const path = pathOf(task)
    const serving = items.filter(({ item }) => item.tasks?.includes(path))
    const answerable = (task.owners ?? []).flatMap((id) => owners.get(id) ?? [])
    return {
      task,
      path,
      items: serving.map(({ scheme, item }) => ({ scheme, item: item.id })),
      unassessed: answerable.filter((owner) => !isAssessed(owner, schemes)),
    }
  })
  return {
    tasks,
    uncovered: tasks.filter((one) => one.items.length === 0),
    outOfReach: tasks.filter((one) => one.unassessed.length === (one.task.owners ?? []).length),
    dangling: danglingTasks(
      tasks.map((one) => one.path),
      items,
    ),
  }
}

function danglingTasks(
  paths: readonly string[],
  items: ReturnType<typeof itemsOf>,
): Coverage['dangling'] {
  return items.flatMap(({ scheme, item }) =>
    (item.tasks ?? [])
      .filter((task) => !paths.includes(task))
      .map((task) => ({ scheme, item: item.id, task, nearest: nearestWord(task, paths) })),
  )
}

import { writeQuantity } from '../expression/quantity.ts'
import { type Priorities, TARGET_KINDS, type Target, type Task } from './shapes.ts'

type NameOf = (id: string) => string

const kindOf = (kind: Target['kind']): string =>
  Object.entries(TARGET_KINDS).find(([, name]) => name === kind)?.[0] ?? kind

function targetLine(target: Target, nameOf: NameOf): string {
  const { what, amount, due, wording, level } = target
  const more = [
    amount && writeQuantity(amount),
    level === undefined ? undefined : `${nameOf(level)}一级`,
    due === undefined ? undefined : `${due}前`,
    wording,
  ].filter((one) => one !== undefined)
  return `  - ${kindOf(target.kind)}：${[what, ...more].join('，')}`
}

function taskLines(task: Task, nameOf: NameOf): string[] {
  const owners = (task.owners ?? []).map(nameOf).join('、')
  const more = [owners === '' ? '责任没有写明' : `责任：${owners}`, ...(task.years ? ['跨年'] : [])]
  const targets = (task.targets ?? []).map((target) => targetLine(target, nameOf))
  return [`- ${task.summary}（${more.join('，')}）`, ...targets]
}

function pointLines(plan: Priorities, point: Priorities['points'][number], nameOf: NameOf) {
  const clause = point.clause === undefined ? '' : `（${point.clause}）`
  const tasks = plan.tasks.filter((task) => task.point === point.id)
  return [`### ${point.name}${clause}`, '', ...tasks.flatMap((task) => taskLines(task, nameOf)), '']
}

function headOf({ name, summary, issue, period }: Priorities): string[] {
  const issued = [issue?.body, issue?.number, issue?.signed].filter((one) => one !== undefined)
  return [
    `# ${name}`,
    '',
    ...(summary === undefined ? [] : [summary.trim(), '']),
    ...(issued.length === 0 ? [] : [`- 发文：${issued.join('，')}`]),
    ...(period === undefined ? [] : [`- 时段：${period.from} 至 ${period.to}`]),
    '',
  ]
}

/** A plan of work as text to read: chapters, points, tasks with those answerable, and their targets. */
export function showPriorities(plan: Priorities): string {
  const named = [...(plan.parties ?? []), ...(plan.levels ?? [])]
  const nameOf: NameOf = (id) => named.find((one) => one.id === id)?.name ?? id
  const of = (points: Priorities['points']) =>
    points.flatMap((point) => pointLines(plan, point, nameOf))
  const loose = plan.points.filter(({ chapter }) => chapter === undefined)
  const chapters = (plan.chapters ?? []).flatMap((chapter) => [
    `## ${chapter.name}${chapter.clause === undefined ? '' : `（${chapter.clause}）`}`,
    '',
    ...of(plan.points.filter((point) => point.chapter === chapter.id)),
  ])
  return `${[...headOf(plan), ...chapters, ...of(loose)].join('\n').trimEnd()}\n`
}

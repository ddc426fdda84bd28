import {
  type Reached,
  type TaskCoverage,
  type TaskStatus,
  coverage as coverageOf,
  taskStatuses,
  withPlanData,
} from '@kaohe/scheme'
import type { Table } from '@kaohe/documents'
import { type Head, columnsOf } from '../columns.ts'
import type { Command } from '../command.ts'
import { loadFacts } from '../load-facts.ts'
import { loadPriorities } from '../load-priorities.ts'
import { SCHEME_OPTIONS, loadScheme } from '../load-scheme.ts'
import { asText, checkOutput, OUT_OPTIONS, emit } from '../output.ts'
import type { Session } from '../session.ts'

const REACHED = {
  yes: { zh: '已达到', en: 'reached' },
  no: { zh: '未达到', en: 'not reached' },
  unknown: { zh: '待定', en: 'unknown' },
} as const

const SUMMARY = 24

// What a terminal has room for: the summaries cut, and no owners.
function overview(
  tasks: readonly TaskCoverage[],
  reached: (id: string) => Reached,
  withTargets: boolean,
  session: Session,
): Table {
  const heads: Head[] = [
    ['任务', 'Task'],
    ['概括', 'Summary'],
    ['指标', 'Indicators'],
  ]
  if (withTargets) heads.push(['目标', 'Target'])
  const rows = tasks.map(({ path, task, items }) => [
    path,
    task.summary.length > SUMMARY ? `${task.summary.slice(0, SUMMARY)}…` : task.summary,
    items.map((i) => i.item).join('、') || session.say({ zh: '没有指标', en: 'no indicator' }),
    ...(withTargets ? [session.say(REACHED[reached(task.id)])] : []),
  ])
  const title = session.say({ zh: '要点与指标', en: 'Work points and indicators' })
  return { id: 'coverage', title, columns: columnsOf(session, ...heads), rows }
}

/** Which indicators serve which tasks of the work points, what none covers, and whom no scheme reaches. */
export const coverage: Command = {
  name: 'coverage',
  about: {
    zh: '工作要点与指标的对应：哪些没有指标，哪些责任方没有方案考核',
    en: 'work points traced to indicators',
  },
  usage: { zh: '<要点文件或文件夹> <方案文件或文件夹…>', en: '<work points> <scheme…>' },
  positionals: [2, 9],
  options: {
    facts: {
      type: 'string',
      multiple: true,
      value: { zh: '数据', en: 'facts' },
      about: { zh: '按数据给出目标的状态', en: 'facts to tell the state of targets' },
    },
    ...SCHEME_OPTIONS,
    ...OUT_OPTIONS,
  },
  async run(given, session) {
    checkOutput(given, session)
    const [plan = '', ...paths] = given.positionals
    const priorities = await loadPriorities(plan, session)
    const schemes = []
    for (const path of paths) schemes.push((await loadScheme(path, given, session)).scheme)
    const covered = coverageOf(priorities, ...schemes)
    const facts = given.texts('facts')
    const [first] = schemes
    const statuses: ReadonlyMap<string, TaskStatus> =
      facts.length === 0 || first === undefined
        ? new Map()
        : new Map(
            taskStatuses(
              priorities,
              await loadFacts(facts, withPlanData(first, priorities), session),
            ).map((s) => [s.task.id, s]),
          )
    const reached = (id: string) => statuses.get(id)?.reached ?? 'unknown'
    await emit(
      {
        json: () => ({
          tasks: covered.tasks.map((t) => ({
            task: t.path,
            summary: t.task.summary,
            indicators: t.items.map((i) => ({ ...i })),
            unassessed: t.unassessed.map((o) => o.id),
            reached: reached(t.task.id),
          })),
          uncovered: covered.uncovered.map((t) => t.path),
          outOfReach: covered.outOfReach.map((t) => t.path),
          dangling: covered.dangling.map((d) => ({ scheme: d.scheme, item: d.item, task: d.task })),
        }),
        text: () => asText([overview(covered.tasks, reached, facts.length > 0, session)]),
        tables: () => [
          {
            id: 'coverage',
            title: session.say({ zh: '要点与指标', en: 'Work points and indicators' }),
            columns: columnsOf(
              session,
              ['任务', 'Task'],
              ['概括', 'Summary'],
              ['指标', 'Indicators'],
              ['没有方案考核的责任方', 'Owners no scheme assesses'],
              ['目标', 'Target'],
            ),
            rows: covered.tasks.map((t) => [
              t.path,
              t.task.summary,
              t.items.map((i) => i.item).join('、') ||
                session.say({ zh: '没有指标，另行督办', en: 'no indicator' }),
              t.unassessed.map((o) => o.name).join('、'),
              session.say(REACHED[reached(t.task.id)]),
            ]),
          },
        ],
      },
      given,
      session,
    )
    session.note(
      session.say({
        zh: `${covered.tasks.length} 项任务，${covered.uncovered.length} 项没有指标，${covered.outOfReach.length} 项的责任方都不在考核范围`,
        en: `${covered.tasks.length} tasks, ${covered.uncovered.length} without an indicator, ${covered.outOfReach.length} out of reach`,
      }),
    )
    return covered.dangling.length === 0 ? 0 : 1
  },
}

import type { Phrase } from '../diagnostic/diagnostic.ts'
import type { Finding, FindingSeverity, LintOptions, Where } from '../lint/finding.ts'
import { locate } from '../lint/path.ts'
import { say } from '../lint/phrase.ts'
import type { Priorities, Task } from './shapes.ts'

interface Found {
  readonly path: string
  readonly message: Phrase
}

/** One thing to look for in a plan of work by itself; what indicators leave out is told by coverage. */
interface PlanCheck {
  readonly slug: string
  readonly severity: FindingSeverity
  readonly title: Phrase
  readonly settle: Phrase
  find(plan: Priorities): readonly Found[]
}

const at = ({ id }: Task) => `任务/${id}`

const targetsOf = (plan: Priorities) =>
  plan.tasks.flatMap((task) =>
    (task.targets ?? []).map((target, i) => ({ task, target, path: `${at(task)}/目标/${i + 1}` })),
  )

const unowned: PlanCheck = {
  slug: 'task-unowned',
  severity: 'warning',
  title: say('任务没有写谁负责', 'A task without an owner'),
  settle: say('写上“责任”', 'write 责任'),
  find: (plan) =>
    plan.tasks
      .filter(({ owners = [] }) => owners.length === 0)
      .map((task) => ({
        path: at(task),
        message: say(
          `“${task.summary}”没有写由谁完成，照不到谁、由谁督办都说不清。`,
          `Nobody is named for “${task.summary}”: who answers for it cannot be told.`,
        ),
      })),
}

const empty: PlanCheck = {
  slug: 'point-empty',
  severity: 'warning',
  title: say('一点里没有任务', 'A point without tasks'),
  settle: say('把这一点的任务逐项列出', 'list the tasks of the point'),
  find: (plan) =>
    plan.points
      .filter(({ id }) => !plan.tasks.some(({ point }) => point === id))
      .map(({ id, name }) => ({
        path: `要点/${id}`,
        message: say(
          `“${name}”下面一项任务也没有列，有没有指标对应看不出来。`,
          `“${name}” lists no task; what covers it cannot be told.`,
        ),
      })),
}

const outside: PlanCheck = {
  slug: 'target-outside',
  severity: 'warning',
  title: say('期限在时段以外', 'A target due outside the period'),
  settle: say(
    '改期限；要接着做的，写“跨年: 是”',
    'another date, or 跨年: 是 for what goes on next year',
  ),
  find: (plan) =>
    targetsOf(plan).flatMap(({ task, target: { due, what }, path }) => {
      const { period } = plan
      if (due === undefined || period === undefined || task.years === true) return []
      if (due >= period.from && due <= period.to) return []
      return [
        {
          path,
          message: say(
            `“${what}”的期限是${due}，不在${period.from}至${period.to}里。`,
            `“${what}” is due on ${due}, outside ${period.from} to ${period.to}.`,
          ),
        },
      ]
    }),
}

const unmeasured: PlanCheck = {
  slug: 'target-unmeasured',
  severity: 'note',
  title: say('目标没有数据可看', 'A target that no fact tells'),
  settle: say('写上“取数”', 'write 取数'),
  find: (plan) =>
    targetsOf(plan)
      .filter(({ target }) => target.fact === undefined)
      .map(({ target, path }) => ({
        path,
        message: say(
          `“${target.what}”没有写看哪个数据，达到没有只能靠人说。`,
          `“${target.what}” names no fact; whether it is reached, only people can say.`,
        ),
      })),
}

const CHECKS: readonly PlanCheck[] = [unowned, empty, outside, unmeasured]

/**
 * What a plan of work leaves open by itself.
 * @param where the place of a path in the file, from reading
 */
export function lintPriorities(
  plan: Priorities,
  where: Where = () => undefined,
  { lang = 'zh' }: LintOptions = {},
): readonly Finding[] {
  return CHECKS.flatMap((check) =>
    check.find(plan).map(({ path, message }) => ({
      check: check.slug,
      severity: check.severity,
      path,
      title: check.title[lang],
      message: message[lang],
      settle: check.settle[lang],
      ...locate(where, path),
    })),
  )
}

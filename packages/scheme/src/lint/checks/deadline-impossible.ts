import type { Check, Found } from '../finding.ts'
import type { Thing } from '../objects.ts'
import { say } from '../phrase.ts'

function reversed({ path, values, clause }: Thing): readonly Found[] {
  const [from, to] = [values['from'], values['to'] ?? values['due']]
  if (typeof from !== 'string' || typeof to !== 'string' || !/^\d{4}-/.test(from) || from <= to)
    return []
  return [
    {
      path,
      clause,
      message: say(
        `起于${from}，止于${to}，起在止后。`,
        `It begins on ${from} and ends on ${to}, before it began.`,
      ),
      counterexample: say(
        `没有一天既不早于${from}、又不晚于${to}`,
        `no day is both after ${from} and before ${to}`,
      ),
    },
  ]
}

// 29 to 31 are days of some months; what the others are to do is not said.
function notEveryMonth(day: string, { path, clause }: Pick<Thing, 'path' | 'clause'>): Found {
  return {
    path: `${path}/每月`,
    clause,
    severity: 'warning',
    message: say(
      `不是每个月都有${day}日，没有这一天的月份哪天截止没有写明；要的是月末，写“月末”。`,
      `Not every month has a day ${day}; for the end of the month write 月末.`,
    ),
    counterexample: say(`2月没有${day}日`, `February has no day ${day}`),
  }
}

function badMonthly({ path, values, clause }: Thing): readonly Found[] {
  const monthly = values['monthly']
  const day = typeof monthly === 'string' ? /(\d+)\s*日?$/.exec(monthly)?.[1] : undefined
  if (day === undefined || (Number(day) >= 1 && Number(day) <= 28)) return []
  if (Number(day) >= 29 && Number(day) <= 31) return [notEveryMonth(day, { path, clause })]
  return [
    {
      path: `${path}/每月`,
      clause,
      message: say(`每月没有${day}日。`, `No month has a day ${day}.`),
      counterexample: say(`到了月底还没有等到${day}日`, `the month ends before day ${day}`),
    },
  ]
}

/** Dates that cannot be kept: an end before its beginning, a day no month has (constructs 1E.14). */
export const deadlineImpossible: Check = {
  slug: 'deadline-impossible',
  severity: 'error',
  title: say('日期不可能', 'Impossible dates'),
  settle: say('改正日期', 'correct the dates'),
  find: ({ things }) => things.flatMap((thing) => [...reversed(thing), ...badMonthly(thing)]),
}

import { type Scheme, type Step, same } from '../model/index.ts'
import { dayNumber, dayOf } from '../number/index.ts'
import { Fault } from './fault.ts'
import { daysOffOf, workdayAfter } from './workdays.ts'

function stepOf(id: string, scheme: Scheme, path: string): Step {
  const step = scheme.calendar?.find((s) => s.id === id)
  if (step === undefined)
    throw new Fault(path, same(id), {
      zh: '应是日程里的步骤',
      en: 'expected a step of the calendar (日程)',
    })
  return step
}

/**
 * The last day of a step of the calendar: its own, or so many days after that of another.
 * @throws Fault where the calendar does not place it on one day
 */
export function dueDay(id: string, scheme: Scheme, path: string): string {
  const step = stepOf(id, scheme, path)
  if (step.due !== undefined) return step.due
  if (step.relative === undefined || step.days === undefined)
    throw new Fault(
      path,
      { zh: `“${step.name}”没有定在哪一天`, en: `“${step.name}” is on no certain day` },
      { zh: '应给这一步写“止”，或写“相对”和“天数”', en: 'give the step 止, or 相对 and 天数' },
    )
  const from = dueDay(step.relative, scheme, path)
  return step.workdays === true
    ? workdayAfter(from, step.days, daysOffOf(scheme, path))
    : dayOf(dayNumber(from) + step.days)
}

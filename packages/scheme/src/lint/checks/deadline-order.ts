import { dayNumber } from '@kaohe/engine'
import type { Step } from '@kaohe/engine'
import type { Check } from '../finding.ts'
import { listed, say } from '../phrase.ts'

// Who waits for others needs at least a day after the last of them; an announcement ends at once.
function tooEarly(earlier: Step | undefined, later: Step): earlier is Step {
  if (earlier?.due === undefined || later.due === undefined) return false
  const days = dayNumber(later.due) - dayNumber(earlier.due)
  return days < 0 || (days === 0 && earlier.kind !== 'announce')
}

/** A step due before, or on the very day, that those it waits for end. */
export const deadlineOrder: Check = {
  slug: 'deadline-order',
  severity: 'error',
  title: say('日期先后不合', 'Deadlines out of order'),
  settle: say('用口径顺延后一步，或提前前一步', 'a reading that moves one of the steps'),
  *find({ scheme }) {
    const steps = scheme.calendar ?? []
    for (const later of steps) {
      const early = (later.after ?? [])
        .map((id) => steps.find((step) => step.id === id))
        .filter((step) => tooEarly(step, later))
      const [first] = early
      if (first === undefined) continue
      const names = listed(early.map((step) => `“${step?.name}”（${step?.due}）`))
      yield {
        path: `日程/${later.id}/止`,
        clause: later.clause,
        message: say(
          `“${later.name}”${later.due}就要做完，它等着的${names.zh}却到那时或更晚才结束。`,
          `“${later.name}” is due on ${later.due}, when ${names.en} has only just ended, or not yet.`,
        ),
        counterexample: say(
          `“${first.name}”${first.due}当天才出结果，“${later.name}”已经来不及用上`,
          `results of “${first.name}” on ${first.due} come too late`,
        ),
      }
    }
  },
}

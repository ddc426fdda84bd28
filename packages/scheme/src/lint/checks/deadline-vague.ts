import type { Check } from '../finding.ts'
import { say } from '../phrase.ts'
import { isAwaited, isPlaced } from '../steps.ts'

/** A step whose time the notice only describes: people wait for feedback as well as for reports. */
export const deadlineVague: Check = {
  slug: 'deadline-vague',
  severity: 'note',
  title: say('时间只有说法，没有日子', 'A date in words only'),
  settle: say('定出日子后写“止”，或写明“随”哪件事', 'set 止 when the day is known, or 随'),
  *find({ scheme }) {
    for (const step of scheme.calendar ?? []) {
      if (!isAwaited(step) || isPlaced(step) || step.wording === undefined) continue
      yield {
        path: `日程/${step.id}`,
        clause: step.clause,
        message: say(
          `“${step.name}”的时间写的是“${step.wording}”，还没有定出哪一天。`,
          `“${step.name}” is placed only in words (“${step.wording}”).`,
        ),
        counterexample: say(
          `按“${step.wording}”安排，日历上标不出这一步`,
          'a calendar cannot show this step',
        ),
      }
    }
  },
}

import {
  divide,
  equal,
  formatRational,
  isInteger,
  type Party,
  subtract,
  type Value,
  ZERO,
} from '@kaohe/engine'
import type { Marked, Register } from '../names/index.ts'
import { fault, type Remark, say } from '../report/index.ts'

/** Why a mark by this evaluator cannot be taken: not named, or one who does not evaluate the item. */
export function evaluatorFault(
  { judged, name }: Marked,
  evaluator: string | null,
  parties: Register<Party>,
): Remark | undefined {
  const { evaluators } = judged
  const nameOf = (id: string): string => parties.find(id)?.name ?? id
  const list = evaluators.map(nameOf).join('、')
  if (evaluator === null) {
    if (evaluators.length < 2) return undefined
    return fault('no-evaluator', say('没有写是谁打的分', 'who gave the mark is missing'), {
      expected: say(`请写打分人：${list}`, `one of: ${list}`),
    })
  }
  if (evaluators.length === 0 || evaluators.includes(evaluator)) return undefined
  return fault(
    'wrong-evaluator',
    say(
      `“${nameOf(evaluator)}”不给“${name}”打分`,
      `${nameOf(evaluator)} does not evaluate ${name}`,
    ),
    { expected: say(`应是：${list}`, `one of: ${list}`) },
  )
}

/** A mark must be a whole number of steps above the least, or 0 where that is allowed besides. */
export function checkStep(value: Value, { judged }: Marked): Remark | undefined {
  if (judged.step === undefined || !('number' in value)) return undefined
  if (judged.orZero && equal(value.number, ZERO)) return undefined
  if (isInteger(divide(subtract(value.number, judged.least ?? ZERO), judged.step))) return undefined
  const step = formatRational(judged.step)
  return fault('wrong-step', say(`打分以 ${step} 分为一档`, `marks go in steps of ${step}`), {
    found: formatRational(value.number),
  })
}

import type { Step } from '@kaohe/engine'

/** Steps by which something has to be done; announcing, publishing and feeding back bind nobody's points. */
const BINDING = new Set(['report', 'review', 'aggregate', 'ratify'])

export function isBinding({ kind }: Step): boolean {
  return kind !== undefined && BINDING.has(kind)
}

/** Steps that people wait for: what has to be done, and what they are told of it. */
export function isAwaited(step: Step): boolean {
  return isBinding(step) || step.kind === 'feedback'
}

/** A step that a calendar can place: on a date, each month, so long after another, or with an event. */
export function isPlaced(step: Step): boolean {
  return (
    step.due !== undefined ||
    step.monthly !== undefined ||
    step.relative !== undefined ||
    step.event !== undefined
  )
}

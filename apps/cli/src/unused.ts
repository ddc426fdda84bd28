import type { Evaluation } from '@kaohe/engine'
import type { Session } from './session.ts'

/** Tells of every decision on record that changed nothing, and why. */
export function noteUnused({ conclusions, readings }: Evaluation, session: Session): void {
  const names = new Map(readings.map(({ unit }) => [unit.id, unit.name]))
  for (const { unit, decisions } of conclusions)
    for (const { matter, value, note } of decisions.filter(({ used }) => !used))
      session.note(
        session.say({
          zh: `${names.get(unit)} 的决定“${matter}：${value}”没有用上：${note}。`,
          en: `The decision on ${names.get(unit)} (${matter}: ${value}) was not used: ${note}`,
        }),
      )
}

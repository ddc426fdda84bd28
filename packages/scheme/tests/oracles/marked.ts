/** The dataset of a case whose marks are written by evaluator, and whose units have attributes. */
import { type Case, sheetOf } from './case-file.ts'
import type { Scalar, Sheet, SheetFact } from './sheet.ts'

type Attributes = Readonly<Record<string, Scalar>>

function byEvaluator(fact: SheetFact): SheetFact {
  if (!fact.fact.startsWith('mark:') || fact.period == null) return fact
  return { unit: fact.unit, fact: fact.fact, value: fact.value, evaluator: fact.period }
}

export function markedSheetOf(
  one: Case,
  periods: Readonly<Record<string, readonly string[]>>,
  events: readonly string[],
): Sheet {
  const sheet = sheetOf(one, periods, events)
  const attributes = new Map(
    one.单位.map((u) => [u.编号, (u as { readonly 属性?: Attributes }).属性 ?? {}]),
  )
  return {
    ...sheet,
    units: sheet.units.map((u) => ({ ...u, attributes: attributes.get(u.id) ?? {} })),
    facts: sheet.facts.map(byEvaluator),
  }
}

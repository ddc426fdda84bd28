import { judgedItems } from '@kaohe/documents'
import type { FactEntry, Program } from '@kaohe/engine'
import { readTypedMark } from '@kaohe/intake'
import type { Content } from '@kaohe/storage'

const MARK = 'mark:'

/** Marks that inspectors gave on the spot, of checklists that were handed in. Data they found are entries. */
export function inspectedMarks(
  { findings = [] }: Pick<Content, 'findings'>,
  { scheme }: Program,
): FactEntry[] {
  const judged = new Map(judgedItems(scheme).map((one) => [`${MARK}${one.id}`, one]))
  return findings.flatMap(({ unit, subject, text, note, person: by, at }): FactEntry[] => {
    const one = judged.get(subject)
    const typed = one && readTypedMark(text, one, scheme)
    if (typed === undefined || !('value' in typed)) return []
    const evaluator = one!.onlyEvaluator
    return [
      {
        unit,
        fact: subject,
        period: null,
        value: typed.value,
        by,
        at,
        ...(evaluator !== null && { evaluator }),
        ...(note !== null && { reason: note }),
      },
    ]
  })
}

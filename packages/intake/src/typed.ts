import type { Judged } from '@kaohe/documents'
import type { AttributeDeclaration, FactDeclaration, Scheme, Value } from '@kaohe/engine'
import { declaredFact, declaredMark } from './names/catalogue.ts'
import { checkStep } from './tables/index.ts'
import { isBlank, readValue } from './value/index.ts'

/** What someone typed, read; or why it cannot be, in Chinese, for beside the field. */
export type Typed =
  | { readonly value: Value; readonly remarks: readonly string[] }
  | { readonly fault: string }
  | { readonly blank: true }

function yearsOf({ period }: Scheme): readonly number[] {
  if (period === undefined) return []
  const [first, last] = [period.from, period.to].map((day) => Number(day.slice(0, 4)))
  return Array.from({ length: last! - first! + 1 }, (_, i) => first! + i)
}

/**
 * Reads a value as it is typed into a form, with everything that is understood in a cell of a workbook:
 * full-width digits, `100%`, `三十`, `是`, `不适用`.
 * @example
 * readTyped('９６％', { id: 'rate', name: '参学率', type: 'number', unit: '%' }, scheme)
 */
export function readTyped(
  text: string,
  fact: FactDeclaration | AttributeDeclaration,
  scheme: Scheme,
): Typed {
  return typedAs(text, declaredFact(fact), scheme)
}

/**
 * Reads a mark as it is typed: points within what the scheme allows, in its steps, or a rung of its ladder.
 * Why it was given is not looked at here.
 */
export function readTypedMark(text: string, judged: Judged, scheme: Scheme): Typed {
  const marked = { id: judged.id, name: judged.name, judged }
  const typed = typedAs(text, declaredMark(marked), scheme)
  const wrong = 'value' in typed ? checkStep(typed.value, marked) : undefined
  return wrong === undefined ? typed : { fault: wrong.why.zh }
}

function typedAs(text: string, declared: Parameters<typeof readValue>[1], scheme: Scheme): Typed {
  if (isBlank(text)) return { blank: true }
  const reading = readValue(text, declared, { from1904: false, years: yearsOf(scheme) })
  if ('value' in reading)
    return { value: reading.value, remarks: reading.remarks.map(({ why }) => why.zh) }
  const { why, expected, nearest } = reading.fault
  const nearer = nearest === undefined ? '' : `（是不是“${nearest}”？）`
  return { fault: `${why.zh}${expected === undefined ? '' : `；${expected.zh}`}${nearer}` }
}

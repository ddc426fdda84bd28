import type { Entry } from '@kaohe/contract'
import type { FactDeclaration, Scheme } from '@kaohe/engine'
import { readTyped } from '@kaohe/intake'
import type { StoredEntry } from '@kaohe/storage'
import { invalid } from '../../http/problem.ts'

/** An entry as the API shows it. */
export function shownEntry(entry: StoredEntry): Entry {
  const { state, text, reason, source, at, version } = entry
  return { state, text, reason, source, at, version }
}

const PLAIN = /^[+-]?[\d.]+$/
const PARTS: readonly string[] = ['%', '‰', '百分点']

/** Under a field that shows its unit a plain number is meant in it: `96` under `%` is `96%`. */
export function withUnit(text: string, unit: string | undefined): string {
  const plain = text.normalize('NFKC').trim()
  return unit !== undefined && PARTS.includes(unit) && PLAIN.test(plain) ? `${plain}${unit}` : text
}

/** What was sent for a datum. */
export interface SentEntry {
  readonly state: Entry['state']
  readonly text: string | null
  readonly reason: string | null
}

function inapplicable(sent: SentEntry, fact: FactDeclaration): SentEntry {
  if (fact.mayNotApply !== true)
    throw invalid([{ pointer: '/body/state', message: `“${fact.name}”不能填不适用` }])
  if (!sent.reason)
    throw invalid([{ pointer: '/body/reason', message: '不适用要写明为什么与本单位无关' }])
  return { state: 'inapplicable', text: null, reason: sent.reason }
}

/**
 * What is stored of an entry, when it can be read as the scheme declares the datum.
 * @throws Stop 422 naming what is wrong with it
 */
export function checkedEntry(sent: SentEntry, fact: FactDeclaration, scheme: Scheme): SentEntry {
  if (sent.state === 'inapplicable') return inapplicable(sent, fact)
  const { reason } = sent
  if (sent.state === 'blank') return { state: 'blank', text: null, reason }
  const text = withUnit(sent.text ?? '', fact.unit)
  const typed = readTyped(text, fact, scheme)
  if ('fault' in typed) throw invalid([{ pointer: '/body/text', message: typed.fault }])
  if ('blank' in typed) return { state: 'blank', text: null, reason }
  if ('na' in typed.value) return inapplicable(sent, fact)
  return { state: 'value', text, reason: null }
}

import type { ReportItem } from '@kaohe/contract'
import type { FactDeclaration, Scheme } from '@kaohe/engine'
import { readTyped } from '@kaohe/intake'
import type { StoredEntry } from '@kaohe/storage'
import { invalid } from '../../http/problem.ts'

type Entry = NonNullable<ReportItem['cells'][number]['entry']>

/** An entry as the API shows it. */
export function shownEntry(entry: StoredEntry): Entry {
  const { state, text, reason, source, at, version } = entry
  return { state, text, reason, source, at, version }
}

/** What was sent for a datum. */
export interface SentEntry {
  readonly state: Entry['state']
  readonly text: string | null
  readonly reason: string | null
}

/**
 * What is stored of an entry, when it can be read as the scheme declares the datum.
 * @throws Stop 422 naming what is wrong with it
 */
export function checkedEntry(sent: SentEntry, fact: FactDeclaration, scheme: Scheme): SentEntry {
  if (sent.state === 'inapplicable' && fact.mayNotApply !== true)
    throw invalid([{ pointer: '/body/state', message: `“${fact.name}”不能填不适用` }])
  if (sent.state !== 'value') return { ...sent, text: null }
  const typed = readTyped(sent.text ?? '', fact, scheme)
  if ('fault' in typed) throw invalid([{ pointer: '/body/text', message: typed.fault }])
  if ('blank' in typed) return { ...sent, state: 'blank', text: null }
  if ('na' in typed.value) return { ...sent, state: 'inapplicable', text: null }
  return sent
}

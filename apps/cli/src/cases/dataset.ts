import type { Dataset, Scheme } from '@kaohe/engine'
import { type Diagnostic, type Language, readFacts } from '@kaohe/intake'
import { AT } from './at.ts'
import { datasetOfCase } from './expand.ts'
import { CaseFault } from './fault.ts'
import type { PlainRecord } from './plain.ts'

type Entries = Readonly<Record<string, readonly unknown[] | undefined>>

const FILE = 'case.json'

/** What intake says, at the place in the case file where the entry was written. */
function told({ message, path = '', field, line, column }: Diagnostic, entries: Entries): string {
  const [, list = '', index] = /^(\w+)\[(\d+)\]/.exec(path) ?? []
  const entry = entries[list]?.[Number(index)] as { readonly [AT]?: string } | undefined
  const place = `${FILE}:${line}:${column} ${path}`
  const after = message.startsWith(place) ? message.slice(place.length) : `：${message}`
  // The field is said where the path does not end with it.
  const rest = after.startsWith(` ${field}`) ? after.slice(` ${field}`.length) : after
  return `${entry?.[AT] ?? ''}${rest}`
}

/** The facts of a case. @throws CaseFault with every mistake in them, each with its place */
export function datasetIn(record: PlainRecord, scheme: Scheme): Dataset {
  const entries = datasetOfCase(record, scheme)
  const bytes = new TextEncoder().encode(JSON.stringify(entries))
  const read = (language: Language) =>
    readFacts([{ path: FILE, bytes }], scheme, { language, asksReasons: false })
  const { dataset } = read('zh')
  if (dataset !== undefined) return dataset
  const text = (language: Language) =>
    read(language)
      .diagnostics.filter((d) => d.severity === 'error')
      .map((d) => told(d, entries))
      .join('\n')
  throw new CaseFault('', { zh: text('zh'), en: text('en') })
}

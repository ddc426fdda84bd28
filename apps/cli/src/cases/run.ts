import { compile, evaluate } from '@kaohe/engine'
import {
  type Diagnostic,
  type FileText,
  type Language,
  UNSETTLED,
  readSchemeFolder,
} from '@kaohe/scheme'
import { compareUnit } from './compare.ts'
import { datasetIn } from './dataset.ts'
import type { Difference } from './difference.ts'
import { CaseFault } from './fault.ts'
import { type Plain, type PlainRecord, onlyKeys, recordAt, textAt } from './plain.ts'
import { CASE_KEYS } from './read.ts'

/** The scheme that cases are run on: its files, the main one, and all its readings. */
export interface CaseScheme {
  readonly files: readonly FileText[]
  readonly main: string
  readonly readings: readonly string[]
}

/** The choice of readings of a case, see docs/cases.md. */
function readingsOf(choice: Plain | undefined, all: readonly string[]) {
  if (choice === '原文') return { asWritten: true }
  const { 默认: fallback, ...named } = recordAt(choice, '口径')
  const choose = Object.entries(named).map(([id, option]) => [id, textAt(option, id)] as const)
  const rest = fallback === '不定' ? all.map((id) => [id, UNSETTLED] as const) : []
  return { choose: Object.fromEntries([...rest, ...choose]) }
}

function readChosen({ files, main, readings }: CaseScheme, choice: Plain | undefined) {
  const read = (language: Language) =>
    readSchemeFolder(files, { main, ...readingsOf(choice, readings), language })
  const { scheme, diagnostics } = read('zh')
  if (scheme !== undefined) return scheme
  const told = (all: readonly Diagnostic[]) =>
    all.map((d) => `${d.file}:${d.line}:${d.column} ${d.message}`).join('\n')
  throw new CaseFault('', { zh: told(diagnostics), en: told(read('en').diagnostics) })
}

/** What comes out of a case otherwise than it expects. @throws CaseFault when it cannot be computed */
export function runCase(record: PlainRecord, on: CaseScheme): Difference[] {
  onlyKeys(record, CASE_KEYS, textAt(record.名称, '名称'))
  const scheme = readChosen(on, record.口径)
  const evaluation = evaluate(compile(scheme), datasetIn(record, scheme))
  const units = evaluation.readings.map(({ unit }) => unit.id)
  const expected = recordAt(record.期望, '期望')
  onlyKeys(expected, units, '期望')
  return Object.entries(expected).flatMap(([unit, wanted]) =>
    compareUnit(recordAt(wanted, `期望/${unit}`), evaluation.result(unit)),
  )
}

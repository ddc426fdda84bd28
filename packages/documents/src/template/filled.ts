import type { Dataset, FactEntry } from '@kaohe/engine'
import { guardText } from '../book/index.ts'
import type { ColumnMeaning } from '../layout/index.ts'
import type { TableColumn } from './table-sheet.ts'
import { cellOf } from './values.ts'

function keyOf(
  unit: string,
  fact: string,
  period: string | null,
  evaluator: string | null,
): string {
  return JSON.stringify([unit, fact, period, evaluator])
}

/** Values, reasons and provenance of facts and marks, by where they stand in a template. */
export class Filled {
  readonly #entries = new Map<string, FactEntry>()

  constructor(entries: Dataset['facts']) {
    for (const e of entries)
      this.#entries.set(keyOf(e.unit, e.fact, e.period, e.evaluator ?? null), e)
  }

  /** The fact or mark that a column speaks of; that of the value for a column of reasons too. */
  entry(unit: string, meaning: ColumnMeaning): FactEntry | undefined {
    if (meaning.column === 'fact-value')
      return this.#entries.get(keyOf(unit, meaning.fact, meaning.period, null))
    if (meaning.column !== 'mark-value' && meaning.column !== 'mark-reason') return undefined
    const fact = `mark:${meaning.item}`
    return (
      this.#entries.get(keyOf(unit, fact, null, meaning.evaluator)) ??
      this.#entries.get(keyOf(unit, fact, null, null))
    )
  }

  /** What stands in the cell of a column; undefined where nothing was told. */
  cell(unit: string, { meaning, field }: TableColumn): string | number | undefined {
    const entry = this.entry(unit, meaning)
    if (entry === undefined) return undefined
    if (meaning.column !== 'mark-reason') return cellOf(entry.value, field?.unit)
    return entry.reason === undefined ? undefined : guardText(entry.reason)
  }
}

/** A row has one reporter, day and evidence; where its entries differ nothing is said rather than something wrong. */
export function agreed(
  entries: readonly FactEntry[],
  what: 'by' | 'at' | 'evidence',
): string | null {
  const all = new Set(entries.map((e) => (what === 'evidence' ? e.evidence?.join('；') : e[what])))
  return all.size === 1 ? ([...all][0] ?? null) : null
}

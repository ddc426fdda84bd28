import type { InspectionCheck } from '@kaohe/contract'
import { type Judged, judgedItems, nameOfPeriod } from '@kaohe/documents'
import { worksheetOf } from '@kaohe/domain'
import {
  type FactDeclaration,
  formatRational,
  type Program,
  type Rational,
  Scope,
  type Source,
  sourceOf,
} from '@kaohe/engine'
import { readTyped, readTypedMark } from '@kaohe/intake'
import { withUnit } from '../reporting/entry.ts'
import { isInspected } from './plan.ts'

/** One thing that is looked at on the spot, how it is read, and of which units. */
export interface PlannedCheck {
  readonly check: InspectionCheck
  readonly types: readonly string[]
  /** The datum and the period that it supplies; null for a mark. */
  readonly fact: { readonly id: string; readonly period: string | null } | null
  /** What is stored of it, or why it cannot be read. */
  read(text: string): { readonly text: string } | { readonly fault: string }
}

const points = (value: Rational | undefined): string | null =>
  value === undefined ? null : formatRational(value)

type Asked = Pick<PlannedCheck, 'types'>

/** Which marks and which data are given in one way. */
interface Wanted {
  mark(judged: Judged, source: Source | undefined): boolean
  fact(fact: FactDeclaration): boolean
}

function marksOf(
  { scheme }: Program,
  wanted: Wanted,
  typesFor: (item: string) => string[],
): PlannedCheck[] {
  const scope = new Scope(scheme)
  return judgedItems(scheme)
    .filter((judged) => wanted.mark(judged, sourceOf(judged.item, scope)))
    .map((judged) => ({
      types: typesFor(judged.item.id),
      fact: null,
      check: {
        subject: `mark:${judged.id}`,
        name: judged.name,
        type: judged.words === undefined ? 'number' : 'choice',
        unit: judged.words === undefined ? '分' : null,
        words: [...(judged.words ?? [])],
        least: points(judged.least),
        most: points(judged.most),
        requirements: (judged.item.requirements ?? []).map(({ text }) => text),
        clause: judged.item.clause ?? null,
      },
      read: (text) => {
        const typed = readTypedMark(text, judged, scheme)
        return 'fault' in typed ? typed : { text: text.normalize('NFKC').trim() }
      },
    }))
}

function factCheck(
  fact: FactDeclaration,
  period: string | null,
  { types }: Asked,
  { scheme }: Program,
): PlannedCheck {
  const { id, name, type, unit, words = [], least, most, clause } = fact
  return {
    types,
    fact: { id, period },
    check: {
      subject: `fact:${id}/${period ?? ''}`,
      name: period === null ? name : `${name}（${nameOfPeriod(period)}）`,
      type,
      unit: unit ?? null,
      words: [...words],
      least: points(least?.value),
      most: points(most?.value),
      requirements: [],
      clause: clause ?? null,
    },
    read: (typed) => {
      const text = withUnit(typed, unit)
      const value = readTyped(text, fact, scheme)
      return 'fault' in value ? value : { text }
    },
  }
}

/** All that is given in one way under a scheme, of the kinds of units whose rules ask for it. */
export function checksOf(program: Program, wanted: Wanted): PlannedCheck[] {
  const sheets = program.scheme.assessees.map(({ id }) => ({ id, sheet: worksheetOf(program, id) }))
  const typesWith = (holds: (one: (typeof sheets)[number]['sheet'][number]) => boolean): string[] =>
    sheets.filter(({ sheet }) => sheet.some(holds)).map(({ id }) => id)
  const marks = marksOf(program, wanted, (id) => typesWith(({ item }) => item.id === id))
  const asked = (program.scheme.facts ?? []).filter(wanted.fact)
  const facts = asked.flatMap((fact) => {
    const cells = sheets
      .flatMap(({ sheet }) => sheet.flatMap((one) => one.cells))
      .filter((cell) => cell.fact === fact.id)
    const periods = [...new Set(cells.map(({ period }) => period))]
    return periods.map((period) => {
      const types = typesWith(({ cells: own }) =>
        own.some((cell) => cell.fact === fact.id && cell.period === period),
      )
      return factCheck(fact, period, { types }, program)
    })
  })
  return [...facts, ...marks]
}

/** All that is checked on the spot under a scheme: marks given by inspection, and data that it supplies. */
export function plannedChecks(program: Program): PlannedCheck[] {
  return checksOf(program, {
    mark: isInspected,
    fact: ({ means, supplier }) => means === 'inspection' && supplier !== undefined,
  })
}

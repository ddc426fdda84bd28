import type { Evaluation } from '../../src/evaluate/index.ts'
import type { UnitResult } from '../../src/model/index.ts'
import { canonicalJson } from '../../src/proof/index.ts'

// Rationals as texts, so that the whole result has a canonical form.
function plain(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_, v: unknown) => (typeof v === 'bigint' ? `${v}` : v)),
  ) as unknown
}

const byId = <T extends { readonly id: string }>(of: readonly T[]) =>
  of.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))

// What is still missing is listed as the rules are read: another order may look elsewhere first.
const HOW_KNOWN = new Set(['missing', 'questions', 'status'])

function bare(of: object): object {
  return Object.fromEntries(Object.entries(of).filter(([key]) => !HOW_KNOWN.has(key)))
}

function pointsOf(result: UnitResult): unknown {
  const items = byId(result.items).map(bare)
  return { ...bare(result), items, parts: byId(result.parts) }
}

/** All results as one text, unit by unit. */
export function scoreOf(evaluation: Evaluation): string {
  return canonicalJson(plain(sorted(evaluation)))
}

/** The points, ranges, ranks and grades of all units as one text, whatever order the scheme has. */
export function pointsText(evaluation: Evaluation): string {
  return canonicalJson(plain(sorted(evaluation).map(pointsOf)))
}

function sorted(evaluation: Evaluation): readonly UnitResult[] {
  return evaluation.results().toSorted((a, b) => (a.unit < b.unit ? -1 : 1))
}

import { SHEET_NAMES, type SheetAnchor, type SheetKind } from '@kaohe/documents'
import type { Grid } from '../grid/index.ts'
import { type Catalogue, nearestOf } from '../names/index.ts'
import { fold } from '../value/index.ts'

type NamedKind = Exclude<SheetKind, 'event'>

const KINDS = Object.keys(SHEET_NAMES) as NamedKind[]

function byName(word: string): NamedKind | undefined {
  return KINDS.find((kind) => SHEET_NAMES[kind].some((name) => fold(name) === word))
}

/** What a sheet is, by its name: `单位`, `全年数据-区县`, an event, or a fact told by period. */
export function kindByName(grid: Grid, names: Catalogue): SheetAnchor | undefined {
  const word = fold(grid.name)
  const kind = byName(word)
  if (kind !== undefined) return { kind, id: null }
  const event = names.events.find(grid.name)
  if (event !== undefined) return { kind: 'event', id: event.id }
  const fact = names.facts.find(grid.name)
  if (fact !== undefined) return { kind: 'facts', id: fact.id }
  // `2023年度-单位.csv`, `全年数据-区县`, `数据 (2)`.
  const parts = word.split(/[-_—.()（）]/).filter((p) => p !== '')
  if (parts.length < 2) return undefined
  const part = parts
    .map((p) => kindByName({ ...grid, name: p }, names))
    .find((k) => k !== undefined)
  return part
}

/** The name that a sheet was perhaps meant to have. */
export function nearestSheetName(grid: Grid, names: Catalogue): string | undefined {
  const all = KINDS.filter((k) => k !== 'notes').flatMap((k) => SHEET_NAMES[k].slice(0, 1))
  return nearestOf(grid.name, [
    ...all,
    ...names.events.all.map((e) => e.name),
    ...names.facts.all.filter((f) => f.period !== undefined).map((f) => f.name),
  ])
}

/** Kinds to try, in this order, on a sheet whose name says nothing. */
export const KINDS_BY_HEADINGS: readonly SheetAnchor[] = (
  ['long', 'decisions', 'marks', 'facts', 'lineage', 'history', 'reported', 'units'] as const
).map((kind) => ({ kind, id: null }))

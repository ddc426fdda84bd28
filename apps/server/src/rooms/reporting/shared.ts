import type { SharedFact, SharedTable } from '@kaohe/contract'
import { nameOfPeriod, periodsOf } from '@kaohe/documents'
import { levelOfKind, levelSheetOf, worksheetOf } from '@kaohe/domain'
import type { FactDeclaration, Program } from '@kaohe/engine'
import {
  type Acting,
  type ContestedEntry,
  entriesOfFact,
  factCountsOf,
  findCycle,
  findScheme,
  listAssessees,
  type StoredCycle,
  unitsToAssess,
} from '@kaohe/storage'
import { notFound } from '../../http/problem.ts'
import { programOf } from '../planning/programs.ts'
import { supplierName } from './source.ts'

/** A cycle with its rules, for one who supplies data of many units. */
export interface SharedSource {
  readonly cycle: StoredCycle
  readonly program: Program
}

/** @throws notFound */
export async function sharedSourceOf(db: Acting, cycle: StoredCycle): Promise<SharedSource> {
  const scheme = await findScheme(db, cycle.scheme)
  if (scheme === undefined) throw notFound()
  return { cycle, program: programOf(scheme) }
}

/** @throws notFound */
export async function cycleOf(db: Acting, id: string): Promise<StoredCycle> {
  const cycle = await findCycle(db, id)
  if (cycle === undefined) throw notFound()
  return cycle
}

/** On which level a datum arises, where that is not the level of those assessed. */
function levelOf({ scheme }: Program, { level }: FactDeclaration) {
  const own = scheme.assessees.some((one) => one.level === level)
  return level === undefined || own ? undefined : scheme.levels?.find(({ id }) => id === level)
}

/**
 * Data that somebody else than the unit supplies, as far as a rule asks for them. What a survey found comes as its
 * file, for such a figure says nothing without how, by whom and when people were asked.
 */
export function factsSupplied({ program }: SharedSource): FactDeclaration[] {
  const types = program.scheme.assessees.map(({ id }) => id)
  const sheets = [
    ...types.flatMap((type) => worksheetOf(program, type)),
    ...(program.scheme.levels ?? []).flatMap(({ id }) => levelSheetOf(program, id, types)),
  ]
  const asked = new Set(sheets.flatMap(({ cells }) => cells.map(({ fact }) => fact)))
  return (program.scheme.facts ?? []).filter(
    ({ id, supplier, means }) => supplier !== undefined && means !== 'poll' && asked.has(id),
  )
}

/** @throws notFound when nobody but the unit supplies it */
export function suppliedFact(source: SharedSource, id: string): FactDeclaration {
  const fact = factsSupplied(source).find((one) => one.id === id)
  if (fact === undefined) throw notFound()
  return fact
}

/** The data that the page offers, each with how many values there are. */
export async function shownSupplied(db: Acting, source: SharedSource): Promise<SharedFact[]> {
  const counts = new Map(
    (await factCountsOf(db, source.cycle.id)).map(({ fact, filled }) => [fact, filled]),
  )
  return factsSupplied(source).map((fact) => ({
    id: fact.id,
    name: fact.name,
    unit: fact.unit ?? null,
    type: fact.type,
    words: [...(fact.words ?? [])],
    clause: fact.clause ?? null,
    supplier: supplierName(source, fact.supplier) ?? '',
    level: levelOf(source.program, fact)?.name ?? null,
    filled: counts.get(fact.id) ?? 0,
  }))
}

/** The units whose datum it is: those assessed whose rules ask for it, or those of its own level. */
export async function unitsOfFact(
  db: Acting,
  { cycle, program }: SharedSource,
  fact: FactDeclaration,
): Promise<{ id: string; name: string }[]> {
  const level = levelOf(program, fact)
  if (level !== undefined) {
    const all = await unitsToAssess(db, cycle.org)
    return all.filter(({ kind }) => levelOfKind(program.scheme, kind, cycle.kinds)?.id === level.id)
  }
  const asks = new Set(
    program.scheme.assessees
      .map(({ id }) => id)
      .filter((type) =>
        worksheetOf(program, type).some(({ cells }) => cells.some((cell) => cell.fact === fact.id)),
      ),
  )
  const assessees = await listAssessees(db, cycle.id)
  return assessees
    .filter(({ type, excluded_because: out }) => asks.has(type) && out === null)
    .map(({ unit: id, name }) => ({ id, name }))
}

/** Is it a datum of a unit above those assessed, which these see? */
export function isSharedDown({ program }: SharedSource, fact: FactDeclaration): boolean {
  const level = levelOf(program, fact)?.id
  const types = program.scheme.assessees.map(({ id }) => id)
  return types
    .flatMap((type) => worksheetOf(program, type))
    .some(({ elsewhere }) => elsewhere.some((one) => one.where === 'above' && one.level === level))
}

const keyOf = (unit: string, period: string | null): string => `${unit}/${period ?? ''}`

function textOf(entry: ContestedEntry | undefined): string | null {
  if (entry === undefined || entry.state === 'blank') return null
  return entry.state === 'inapplicable' ? '不适用' : entry.text
}

/** The periods of a datum; one without any has the whole year. */
export function periodsOfFact({ program }: SharedSource, fact: FactDeclaration) {
  return (periodsOf(fact, program.scheme) ?? [null]).map((id) => ({
    id,
    name: id === null ? '全年' : nameOfPeriod(id),
  }))
}

/** One datum of all units. */
export async function tableOf(
  db: Acting,
  source: SharedSource,
  fact: FactDeclaration,
): Promise<SharedTable> {
  const periods = periodsOfFact(source, fact)
  const units = await unitsOfFact(db, source, fact)
  const entries = new Map(
    (await entriesOfFact(db, source.cycle.id, fact.id)).map((one) => [
      keyOf(one.org, one.period),
      one,
    ]),
  )
  const rows = units.map(({ id, name }) => ({
    unit: id,
    name,
    cells: periods.map((period) => {
      const entry = entries.get(keyOf(id, period.id))
      return {
        period: period.id,
        text: textOf(entry),
        source: entry?.source ?? null,
        at: entry?.at ?? null,
        version: entry?.version ?? 0,
        contested: entry?.contested ?? null,
      }
    }),
  }))
  return { fact: fact.id, periods, rows }
}

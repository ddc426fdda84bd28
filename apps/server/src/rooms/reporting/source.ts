import {
  allows,
  levelOfKind,
  levelSheetOf,
  policies,
  worksheetOf,
  type WorksheetItem,
} from '@kaohe/domain'
import type { EventDeclaration, FactDeclaration, Level, Program } from '@kaohe/engine'
import {
  type Acting,
  type CountsFor,
  entriesOf,
  findPart,
  happeningsOf,
  type ProvedHappening,
  relatedOf,
  type StoredAssessee,
  type StoredCycle,
  type StoredEntry,
  type StoredPart,
  type StoredRelated,
  type StoredSurroundings,
  type StoredUnit,
  surroundingsOf,
} from '@kaohe/storage'
import type { Actor } from '../../http/call.ts'
import { conflict, notFound } from '../../http/problem.ts'
import { programOf } from '../planning/programs.ts'
import { declaredSelf, isSelf, judgedOf } from './self.ts'

/** Of a unit that reports without being assessed: on which level it stands, and for whom it reports. */
export interface Supplying {
  readonly level: Level
  readonly where: 'below' | 'above'
  readonly countsFor: readonly CountsFor[]
}

/** What a report is made of. */
export interface ReportSource {
  readonly program: Program
  readonly cycle: StoredCycle
  /** As what the unit is assessed; null for one that only supplies data of others' reports. */
  readonly assessee: StoredAssessee | null
  readonly supplies: Supplying | null
  readonly unit: Pick<StoredUnit, 'id' | 'name' | 'path'>
  readonly sheet: readonly WorksheetItem[]
  readonly entries: readonly StoredEntry[]
  readonly happenings: readonly ProvedHappening[]
  readonly around: StoredSurroundings
  readonly related: StoredRelated
}

type Part = Pick<ReportSource, 'sheet' | 'supplies' | 'assessee'>

function partIn(program: Program, part: StoredPart, { path }: ReportSource['unit']): Part {
  const { assessee, countsFor, kind, cycle } = part
  if (assessee !== null)
    return { assessee, supplies: null, sheet: worksheetOf(program, assessee.type) }
  const level = levelOfKind(program.scheme, kind, cycle.kinds)
  if (level === undefined) return { assessee, supplies: null, sheet: [] }
  const types = [...new Set(countsFor.map(({ type }) => type))]
  const where = countsFor.some(({ unit }) => path.includes(unit)) ? 'below' : 'above'
  const sheet = levelSheetOf(program, level.id, types)
  return { assessee, supplies: { level, where, countsFor }, sheet }
}

const factsOf = (cells: readonly { readonly fact: string }[]): string[] => [
  ...new Set(cells.map(({ fact }) => fact)),
]

/** Loads a unit's report with a number of queries that does not grow; undefined when nothing is asked of it. */
export async function findSource(
  db: Acting,
  cycle: string,
  unit: ReportSource['unit'],
): Promise<ReportSource | undefined> {
  const part = await findPart(db, cycle, unit)
  if (part === undefined) return undefined
  const program = programOf(part.scheme)
  const own = partIn(program, part, unit)
  const { sheet, assessee } = own
  if (assessee === null && sheet.length === 0) return undefined
  const elsewhere = sheet.flatMap((one) => one.elsewhere)
  const related = await relatedOf(db, {
    cycle: part.cycle,
    unit,
    own: factsOf(sheet.flatMap(({ cells }) => cells)),
    facts: factsOf(elsewhere.flatMap(({ cells }) => cells)),
    events: [...new Set(elsewhere.flatMap(({ events }) => events))],
    previous: factsOf(sheet.flatMap(({ previous }) => previous)),
  })
  return {
    program,
    cycle: part.cycle,
    ...own,
    unit,
    entries: await entriesOf(db, cycle, unit.id),
    happenings: await happeningsOf(db, cycle, unit.id),
    around: await surroundingsOf(db, cycle, unit.id),
    related,
  }
}

/** The same for one who names the cycle. @throws notFound */
export async function sourceOf(
  db: Acting,
  cycle: string,
  unit: ReportSource['unit'],
): Promise<ReportSource> {
  const source = await findSource(db, cycle, unit)
  if (source === undefined) throw notFound()
  return source
}

const WORK = 'work:'
const WORK_NAME = '工作开展情况'

/** What a unit writes of its work on an item that people mark; no rule reads it, people do. */
export function workOf(item: string): string {
  return `${WORK}${item}`
}

export function isWork(fact: string): boolean {
  return fact.startsWith(WORK)
}

/** A datum as the scheme declares it, the words on an item or the mark of one's own; undefined for none. */
export function declaredFact(
  { program, sheet }: Pick<ReportSource, 'program' | 'sheet'>,
  id: string,
): FactDeclaration | undefined {
  const { scheme } = program
  if (isSelf(id)) {
    const marked = judgedOf(program, id)?.item.id
    return sheet.some(({ item }) => item.id === marked) ? declaredSelf(program, id) : undefined
  }
  if (!isWork(id)) return scheme.facts?.find((fact) => fact.id === id)
  const one = sheet.find(({ item, judged }) => judged && workOf(item.id) === id)
  return one && ({ id, name: WORK_NAME, type: 'text' } as FactDeclaration)
}

export function declaredEvent(
  { program: { scheme } }: Pick<ReportSource, 'program'>,
  id: string,
): EventDeclaration | undefined {
  return scheme.events?.find((event) => event.id === id)
}

/** What is written down of an event by those who report it: all but what the office decides of it. */
export function claimedAttributes({ attributes = [] }: EventDeclaration) {
  return attributes.filter(({ ruled }) => ruled !== true)
}

/** Is the datum one that the unit is asked for, by itself or by those who supply it? */
export function isAsked({ sheet }: Pick<ReportSource, 'sheet'>, fact: string): boolean {
  return (
    isWork(fact) ||
    isSelf(fact) ||
    sheet.some(({ cells }) => cells.some((cell) => cell.fact === fact))
  )
}

/** Data that a unit above shares with this one. */
export function sharedCells({ sheet }: Pick<ReportSource, 'sheet'>) {
  return sheet.flatMap(({ elsewhere }) =>
    elsewhere.filter(({ where }) => where === 'above').flatMap(({ cells }) => cells),
  )
}

/** The name of who supplies something; null for the unit itself. */
export function supplierName(
  { program: { scheme } }: Pick<ReportSource, 'program'>,
  supplier: string | undefined,
): string | null {
  if (supplier === undefined) return null
  return scheme.parties?.find(({ id }) => id === supplier)?.name ?? supplier
}

/** May the actor do this to the unit's report? */
export function may(actor: Actor, act: string, { unit }: ReportSource): boolean {
  return allows(policies, act, actor, unit.path)
}

/** @throws Stop 409 when the cycle takes no reports now */
export function refuseClosed({ cycle }: ReportSource): void {
  if (cycle.state !== 'open') throw conflict('这个考核年度现在不收填报')
}

import { allows, policies, worksheetOf, type WorksheetItem } from '@kaohe/domain'
import type { EventDeclaration, FactDeclaration, Program } from '@kaohe/engine'
import {
  type Acting,
  entriesOf,
  findPart,
  findScheme,
  happeningsOf,
  type StoredAssessee,
  type StoredCycle,
  type StoredEntry,
  type StoredHappening,
  type StoredSurroundings,
  type StoredUnit,
  surroundingsOf,
} from '@kaohe/storage'
import type { Actor } from '../../http/call.ts'
import { conflict, notFound } from '../../http/problem.ts'
import { programOf } from '../planning/programs.ts'

/** What a report is made of. */
export interface ReportSource {
  readonly program: Program
  readonly cycle: StoredCycle
  readonly assessee: StoredAssessee
  readonly unit: Pick<StoredUnit, 'id' | 'name' | 'path'>
  readonly sheet: readonly WorksheetItem[]
  readonly entries: readonly StoredEntry[]
  readonly happenings: readonly StoredHappening[]
  readonly around: StoredSurroundings
}

/** Loads a unit's report with a number of queries that does not grow. @throws notFound */
export async function sourceOf(
  db: Acting,
  cycle: string,
  unit: ReportSource['unit'],
): Promise<ReportSource> {
  const part = await findPart(db, cycle, unit.id)
  const scheme = part && (await findScheme(db, part.cycle.scheme))
  if (part === undefined || scheme === undefined) throw notFound()
  const program = programOf(scheme)
  return {
    program,
    cycle: part.cycle,
    assessee: part.assessee,
    unit,
    sheet: worksheetOf(program, part.assessee.type),
    entries: await entriesOf(db, cycle, unit.id),
    happenings: await happeningsOf(db, cycle, unit.id),
    around: await surroundingsOf(db, cycle, unit.id),
  }
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

/** A datum as the scheme declares it, or the words on an item; undefined for neither. */
export function declaredFact(
  { program: { scheme }, sheet }: Pick<ReportSource, 'program' | 'sheet'>,
  id: string,
): FactDeclaration | undefined {
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

import type {
  Attribute,
  Contest,
  EvidenceFile,
  Fact,
  Happening,
  Happenings,
  Submission,
} from '@kaohe/contract'
import { deadlineOf, fills, momentOf, sideOf } from '@kaohe/domain'
import type { EventDeclaration, FactDeclaration } from '@kaohe/engine'
import type {
  StoredContest,
  StoredEvidence,
  StoredHappening,
  StoredSubmission,
} from '@kaohe/storage'
import type { Actor } from '../../http/call.ts'
import { declaredFact, isWork, may, type ReportSource, supplierName, workOf } from './source.ts'

const iso = (at: string): string => new Date(at).toISOString()

export function shownContest(contest: StoredContest): Contest {
  const { id, reason, at, answer, answered_at } = contest
  return {
    id,
    reason,
    at: iso(at),
    answer,
    answeredAt: answered_at === null ? null : iso(answered_at),
  }
}

export function shownHappening(happening: StoredHappening): Happening {
  const { id, event, happened_on, attributes, source, at, voided_because, version } = happening
  return {
    id,
    event,
    happenedOn: happened_on,
    attributes: { ...attributes },
    source,
    at,
    voidedBecause: voided_because,
    version,
  }
}

export function shownFile(file: StoredEvidence): EvidenceFile {
  const { id, item, name, type, size, shows_on, at } = file
  return { id, item, name, type, size, showsOn: shows_on, at: iso(at) }
}

/** Until when the report is due: as the unit was excused, or as the scheme says. */
export function dueMoment({ program, around }: ReportSource): string | null {
  if (around.exception !== null) return momentOf(around.exception.due_on, '24:00')
  const deadline = deadlineOf(program.scheme)
  return deadline === undefined ? null : momentOf(deadline.on, deadline.hour)
}

/** Where a report stands; before anything was handed in it is a draft of version 0. */
export function shownSubmission(
  source: ReportSource,
  stored: StoredSubmission | null = source.around.submission,
): Submission {
  return {
    state: stored?.state ?? 'draft',
    confirmedAt: stored?.confirmed_at ? iso(stored.confirmed_at) : null,
    deadline: dueMoment(source),
    exceptionBecause: source.around.exception?.reason ?? null,
    lateDays: stored?.late_days ?? null,
    consequences: [...(deadlineOf(source.program.scheme)?.consequences ?? [])],
    version: stored?.version ?? 0,
  }
}

function shownFact(fact: FactDeclaration, source: ReportSource, actor: Actor): Fact {
  const { supplier } = fact
  return {
    id: fact.id,
    name: fact.name,
    type: fact.type,
    unit: fact.unit ?? null,
    words: [...(fact.words ?? [])],
    mayNotApply: fact.mayNotApply ?? false,
    long: isWork(fact.id),
    supplier: supplierName(source, supplier),
    mine: may(actor, 'report.enter', source) && fills(sideOf(actor.role), supplier),
  }
}

/** The data that the report asks for, and the words on what people mark. */
export function shownFacts(source: ReportSource, actor: Actor): Fact[] {
  const asked = new Set(source.sheet.flatMap(({ cells }) => cells.map(({ fact }) => fact)))
  const facts = (source.program.scheme.facts ?? []).filter(({ id }) => asked.has(id))
  const words = source.sheet
    .filter(({ judged }) => judged)
    .flatMap(({ item }) => declaredFact(source, workOf(item.id)) ?? [])
  return [...facts, ...words].map((fact) => shownFact(fact, source, actor))
}

function shownAttribute(attribute: NonNullable<EventDeclaration['attributes']>[number]): Attribute {
  const { id, name, type, unit, words = [] } = attribute
  return { id, name, type, unit: unit ?? null, words: [...words] }
}

/** The kinds of events that the report rests on, each with what was written down. */
export function shownHappenings(source: ReportSource, actor: Actor): Happenings[] {
  const asked = new Set(source.sheet.flatMap(({ events }) => events))
  const enters = may(actor, 'report.enter', source)
  return (source.program.scheme.events ?? [])
    .filter(({ id }) => asked.has(id))
    .map((event) => ({
      id: event.id,
      name: event.name,
      attributes: (event.attributes ?? []).map(shownAttribute),
      supplier: supplierName(source, event.supplier),
      mine: enters && fills(sideOf(actor.role), event.supplier),
      clause: event.clause ?? null,
      complete: source.around.complete.includes(event.id),
      rows: source.happenings.filter((row) => row.event === event.id).map(shownHappening),
    }))
}

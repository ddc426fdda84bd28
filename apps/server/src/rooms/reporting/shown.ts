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
  ProvedHappening,
  StoredSubmission,
} from '@kaohe/storage'
import type { Actor } from '../../http/call.ts'
import { nowIn } from './clock.ts'
import { supplierOf } from './fill.ts'
import { selfCells } from './self.ts'
import {
  claimedAttributes,
  declaredFact,
  isWork,
  may,
  type ReportSource,
  sharedCells,
  supplierName,
  workOf,
} from './source.ts'

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

export function shownHappening(happening: ProvedHappening): Happening {
  const { id, event, happened_on, attributes, source, at, voided_because, version, files } =
    happening
  return {
    id,
    event,
    happenedOn: happened_on,
    attributes: { ...attributes },
    files: files.map((file) => ({ ...file })),
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
  now: Date,
  stored: StoredSubmission | null = source.around.submission,
): Submission {
  const deadline = dueMoment(source)
  return {
    state: stored?.state ?? 'draft',
    confirmedAt: stored?.confirmed_at ? iso(stored.confirmed_at) : null,
    deadline,
    overdue: deadline !== null && Date.parse(deadline) < nowIn(source.cycle, now).getTime(),
    exceptionBecause: source.around.exception?.reason ?? null,
    lateDays: stored?.late_days ?? null,
    consequences: [...(deadlineOf(source.program.scheme)?.consequences ?? [])],
    version: stored?.version ?? 0,
  }
}

function supplierShown(
  fact: FactDeclaration,
  source: ReportSource,
  shared: boolean,
): string | null {
  const level = source.program.scheme.levels?.find(({ id }) => id === fact.level)
  const own = supplierName(source, supplierOf(source, fact.supplier))
  return shared ? (own ?? level?.name ?? '上级') : own
}

function shownFact(
  fact: FactDeclaration,
  source: ReportSource,
  actor: Actor,
  shared: boolean,
): Fact {
  const supplier = supplierOf(source, fact.supplier)
  const enters = may(actor, 'report.enter', source)
  return {
    id: fact.id,
    name: fact.name,
    type: fact.type,
    unit: fact.unit ?? null,
    words: [...(fact.words ?? [])],
    mayNotApply: fact.mayNotApply ?? false,
    long: isWork(fact.id),
    supplier: supplierShown(fact, source, shared),
    mine: !shared && enters && fills(sideOf(actor.role), supplier),
  }
}

/** The data that the report asks for, and the words on what people mark. */
export function shownFacts(source: ReportSource, actor: Actor): Fact[] {
  const asked = new Set(source.sheet.flatMap(({ cells }) => cells.map(({ fact }) => fact)))
  const shared = new Set(sharedCells(source).map(({ fact }) => fact))
  const facts = (source.program.scheme.facts ?? []).filter(
    ({ id }) => asked.has(id) || shared.has(id),
  )
  const words = source.sheet
    .filter(({ judged }) => judged)
    .flatMap(({ item }) => declaredFact(source, workOf(item.id)) ?? [])
  const marks = source.sheet
    .flatMap(({ item }) => selfCells(source.program, item.id))
    .flatMap(({ fact }) => declaredFact(source, fact) ?? [])
  return [...facts, ...words, ...marks].map((fact) =>
    shownFact(fact, source, actor, shared.has(fact.id)),
  )
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
      attributes: claimedAttributes(event).map(shownAttribute),
      ruled: (event.attributes ?? []).flatMap(({ ruled, name }) => (ruled === true ? [name] : [])),
      evidence: (event.evidence ?? []).map(({ name, required }) => ({
        name,
        required: required ?? false,
      })),
      supplier: supplierName(source, supplierOf(source, event.supplier)),
      mine: enters && fills(sideOf(actor.role), supplierOf(source, event.supplier)),
      clause: event.clause ?? null,
      complete: source.around.complete.includes(event.id),
      rows: source.happenings.filter((row) => row.event === event.id).map(shownHappening),
    }))
}

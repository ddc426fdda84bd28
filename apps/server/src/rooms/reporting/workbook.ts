import { createHash } from 'node:crypto'
import type { WorkbookPreview } from '@kaohe/contract'
import { nameOfPeriod } from '@kaohe/documents'
import { fills, sideOf } from '@kaohe/domain'
import type { FactDeclaration, FactEntry, Value } from '@kaohe/engine'
import { readFacts } from '@kaohe/intake'
import type { StoredEntry } from '@kaohe/storage'
import type { Actor } from '../../http/call.ts'
import { nowIn } from './clock.ts'
import { ownDatasetOf } from './dataset.ts'
import { sourceName, supplierOf } from './fill.ts'
import { declaredFact, type ReportSource, supplierName } from './source.ts'
import { typedValue } from './typed-value.ts'
import { type CompleteChange, lookAtComplete } from './workbook-complete.ts'
import { type EventChange, lookAtEvents } from './workbook-events.ts'

interface Change {
  readonly fact: FactDeclaration
  readonly period: string | null
  readonly before: string | null
  readonly after: string
  readonly value: Value
}

/** What a workbook would change, what of it is refused, and what is worth saying. */
export interface Looked {
  readonly changes: readonly Change[]
  readonly events: readonly EventChange[]
  readonly complete: readonly CompleteChange[]
  readonly refused: WorkbookPreview['refused']
  readonly notes: readonly string[]
}

const keyOf = ({ fact, period }: Pick<FactEntry, 'fact' | 'period'>): string =>
  `${fact}/${period ?? ''}`

const nameOf = ({ fact, period }: Pick<Change, 'fact' | 'period'>): string =>
  period === null ? fact.name : `${fact.name}（${nameOfPeriod(period)}）`

function changesIn(source: ReportSource, facts: readonly FactEntry[]): Change[] {
  const before = new Map(
    ownDatasetOf(source).facts.map((entry) => [
      keyOf(entry),
      typedValue(entry.value, declaredFact(source, entry.fact)?.unit),
    ]),
  )
  return facts.flatMap((entry) => {
    const fact = declaredFact(source, entry.fact)
    if (fact === undefined || entry.unit !== source.unit.id) return []
    const { period, value } = entry
    const [was, after] = [before.get(keyOf(entry)) ?? null, typedValue(value, fact.unit)]
    return was === after ? [] : [{ fact, period, before: was, after, value }]
  })
}

function refusals(changes: readonly Change[], source: ReportSource, actor: Actor) {
  const side = sideOf(actor.role)
  return changes
    .filter(({ fact }) => !fills(side, supplierOf(source, fact.supplier)))
    .map((change) => {
      const who = supplierName(source, change.fact.supplier)
      const why = who === null ? '由单位自己填报，这里不能改' : `由${who}提供，不能改；可以提出异议`
      return { place: nameOf(change), message: `写的是“${change.after}”，${why}` }
    })
}

/** Reads a workbook against what is stored; nothing is changed. */
export function lookAt(
  source: ReportSource,
  actor: Actor,
  file: { readonly name: string; readonly bytes: Uint8Array },
): Looked {
  const { scheme } = source.program
  const read = readFacts([{ path: file.name, bytes: file.bytes }], scheme)
  const { dataset, diagnostics } = read
  const said = (severity: string) => diagnostics.filter((one) => one.severity === severity)
  const faults = said('error').map(({ message }) => {
    const at = message.indexOf('：')
    return { place: message.slice(0, at), message: message.slice(at + 1) }
  })
  const changes = changesIn(source, dataset?.facts ?? [])
  const events = lookAtEvents(source, actor, dataset?.events ?? [])
  const complete = lookAtComplete(source, actor, read)
  const ours = refusals(changes, source, actor)
  const refused = [...faults, ...ours, ...events.refused, ...complete.refused]
  const notes = [...said('warning').map(({ message }) => message), ...events.notes]
  return { changes, events: events.changes, complete: complete.changes, refused, notes }
}

/** The changes as they are shown, with a digest that stands for them and for what they are made over. */
export function previewOf(looked: Looked, source: ReportSource) {
  const { changes, events, complete, refused, notes } = looked
  const shown = changes.map((change) => ({
    what: nameOf(change),
    before: change.before,
    after: change.after,
  }))
  const told = events.map(({ event, row, before, after }) => ({
    what: row === undefined ? `新记一件：${event.name}` : `改正一件：${event.name}`,
    before,
    after,
  }))
  const said = (is: boolean): string => (is ? '已报齐' : '还没有报齐')
  const declared = complete.map(({ event, complete: is }) => ({
    what: is ? `声明报齐：${event.name}` : `撤回报齐：${event.name}`,
    before: said(!is),
    after: said(is),
  }))
  const versions = [
    ...source.entries.map(({ fact, period, version }) => `${fact}/${period}/${version}`),
    ...source.happenings.map(({ id, version }) => `${id}/${version}`),
  ].toSorted((a, b) => (a < b ? -1 : 1))
  const digest = createHash('sha256')
    .update(JSON.stringify([shown, told, declared, versions]))
    .digest('hex')
  return {
    changes: [...shown, ...told, ...declared],
    refused: [...refused],
    notes: [...notes],
    digest,
  }
}

/** The entries that the changes come to. */
export function entriesFor(
  { changes }: Looked,
  source: ReportSource,
  actor: Actor,
  now: Date,
): StoredEntry[] {
  const before = new Map(source.entries.map((entry) => [`${entry.fact}/${entry.period}`, entry]))
  return changes.map(({ fact, period, value, after }) => ({
    org: source.unit.id,
    committee: source.cycle.org,
    cycle: source.cycle.id,
    fact: fact.id,
    period: period ?? '',
    ...('na' in value
      ? { state: 'inapplicable' as const, text: null, reason: '工作簿里填的不适用' }
      : { state: 'value' as const, text: after, reason: null }),
    source: `${sourceName(source, actor, fact.supplier)}（工作簿）`,
    person: actor.person,
    at: nowIn(source.cycle, now).toISOString(),
    shared: source.supplies?.where === 'above',
    version: (before.get(`${fact.id}/${period ?? ''}`)?.version ?? 0) + 1,
  }))
}

import { fills, sideOf } from '@kaohe/domain'
import type { EventDeclaration, EventEntry } from '@kaohe/engine'
import type { StoredHappening } from '@kaohe/storage'
import type { Actor } from '../../http/call.ts'
import { nowIn } from './clock.ts'
import { ownDatasetOf } from './dataset.ts'
import { sourceName, supplierOf } from './fill.ts'
import { claimedAttributes, declaredEvent, type ReportSource, supplierName } from './source.ts'
import { typedValue } from './typed-value.ts'

/** An event of a workbook that is new, or stands otherwise than it was written down. */
export interface EventChange {
  readonly event: EventDeclaration
  /** The row that it changes; none for a new one. */
  readonly row: StoredHappening | undefined
  readonly happenedOn: string
  readonly attributes: Readonly<Record<string, string>>
  readonly before: string | null
  readonly after: string
}

interface Fault {
  readonly place: string
  readonly message: string
}

export interface LookedEvents {
  readonly changes: readonly EventChange[]
  readonly refused: readonly Fault[]
  readonly notes: readonly string[]
}

type Texts = Readonly<Record<string, string>>

function textsOf({ attributes }: EventEntry, event: EventDeclaration): Texts {
  const said = claimedAttributes(event).flatMap(({ id, unit }): [string, string][] => {
    const value = attributes[id]
    return value === undefined ? [] : [[id, typedValue(value, unit)]]
  })
  return Object.fromEntries(said)
}

function sayTexts(date: string, texts: Texts, event: EventDeclaration): string {
  const said = claimedAttributes(event).flatMap(({ id, name }) =>
    texts[id] === undefined ? [] : [`${name} ${texts[id]}`],
  )
  return [date, ...said].join('，')
}

function faultOf(
  entry: EventEntry,
  event: EventDeclaration,
  source: ReportSource,
  actor: Actor,
): string | undefined {
  const supplier = supplierOf(source, event.supplier)
  if (!fills(sideOf(actor.role), supplier)) {
    const who = supplierName(source, supplier)
    return `“${event.name}”${who === null ? '由单位自己填报，这里不能改' : `由${who}提供，不能改`}`
  }
  const { starts_on: from, ends_on: to } = source.cycle
  if (entry.date === null) return '这一件没有写日期'
  return entry.date < from || entry.date > to
    ? `日期要在考核时段内（${from} 至 ${to}），写的是 ${entry.date}`
    : undefined
}

/** Events as they stand, by identifier and by what they say. */
class Standing {
  readonly #said = new Map<string, string>()
  readonly #alike = new Set<string>()
  readonly #rows: ReadonlyMap<string, StoredHappening>

  constructor(source: ReportSource) {
    const rows = source.happenings.filter(({ voided_because: gone }) => gone === null)
    this.#rows = new Map(rows.map((row) => [row.id, row]))
    for (const entry of ownDatasetOf(source).events) {
      const event = declaredEvent(source, entry.event)
      if (event === undefined) continue
      const said = sayTexts(entry.date ?? '', textsOf(entry, event), event)
      this.#said.set(entry.id, said)
      this.#alike.add(`${entry.event}/${said}`)
    }
  }

  row(id: string, event: string): StoredHappening | undefined {
    const row = this.#rows.get(id)
    return row?.event === event ? row : undefined
  }

  said(id: string): string | null {
    return this.#said.get(id) ?? null
  }

  isAlike(event: string, said: string): boolean {
    return this.#alike.has(`${event}/${said}`)
  }
}

/** What the lists of events in a workbook would change; rows that stand already are not written down again. */
export function lookAtEvents(
  source: ReportSource,
  actor: Actor,
  entries: readonly EventEntry[],
): LookedEvents {
  const standing = new Standing(source)
  const changes: EventChange[] = []
  const refused: Fault[] = []
  let again = 0
  for (const entry of entries) {
    const event = declaredEvent(source, entry.event)
    if (event === undefined || entry.unit !== source.unit.id) continue
    const attributes = textsOf(entry, event)
    const after = sayTexts(entry.date ?? '', attributes, event)
    const row = standing.row(entry.id, event.id)
    const before = row === undefined ? null : standing.said(row.id)
    if (before === after) continue
    if (row === undefined && standing.isAlike(event.id, after)) {
      again += 1
      continue
    }
    const message = faultOf(entry, event, source, actor)
    if (message !== undefined) refused.push({ place: entry.origin ?? event.name, message })
    else changes.push({ event, row, happenedOn: entry.date ?? '', attributes, before, after })
  }
  const notes = again === 0 ? [] : [`有 ${again} 件与已经记下的相同，没有再记一次`]
  return { changes, refused, notes }
}

/** The rows that the changes come to: new ones, and those to be written over. */
export function happeningsFor(
  changes: readonly EventChange[],
  source: ReportSource,
  actor: Actor,
  now: Date,
) {
  const written = changes.map(({ event, row, happenedOn, attributes }) => ({
    row,
    fresh: {
      org: source.unit.id,
      committee: source.cycle.org,
      cycle: source.cycle.id,
      event: event.id,
      happened_on: happenedOn,
      attributes,
      source: `${sourceName(source, actor, event.supplier)}（工作簿）`,
      person: actor.person,
      at: nowIn(source.cycle, now).toISOString(),
    },
  }))
  return {
    added: written.filter(({ row }) => row === undefined).map(({ fresh }) => fresh),
    changed: written.flatMap(({ row, fresh }) => (row === undefined ? [] : [{ row, fresh }])),
  }
}

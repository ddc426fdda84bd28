import { type Answer, reporting, type Received } from '@kaohe/contract'
import type { FactDeclaration } from '@kaohe/engine'
import { findUnit, type StoredEntry, writeEntries } from '@kaohe/storage'
import type { Hono } from 'hono'
import type { Actor } from '../../http/call.ts'
import { changedMeanwhile, conflict, invalid, Stop } from '../../http/problem.ts'
import { serve } from '../../http/serve.ts'
import type { Services } from '../../services.ts'
import { clockOf, nowIn } from './clock.ts'
import { checkedEntry, type SentEntry } from './entry.ts'
import {
  cycleOf,
  isSharedDown,
  periodsOfFact,
  type SharedSource,
  sharedSourceOf,
  shownSupplied,
  suppliedFact,
  tableOf,
  unitsOfFact,
} from './shared.ts'
import { readSheet, sheetOf } from './shared-sheet.ts'
import { supplierName } from './source.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

type Sent = Received<typeof reporting.writeShared>['body']['cells'][number]

interface Checked {
  readonly cell: Sent
  readonly entry: SentEntry
}

interface Limits {
  readonly units: ReadonlySet<string>
  readonly periods: ReadonlySet<string | null>
}

function faultOf(cell: Sent, { units, periods }: Limits): string | undefined {
  if (!units.has(cell.unit)) return '这项数据没有这个单位'
  return periods.has(cell.period) ? undefined : '这项数据没有这一期'
}

function read(cell: Sent, fact: FactDeclaration, source: SharedSource): SentEntry | string {
  const state = cell.text === '' ? 'blank' : cell.text === '不适用' ? 'inapplicable' : 'value'
  const reason = state === 'inapplicable' ? '由提供数据的部门填为不适用' : null
  try {
    return checkedEntry({ state, text: cell.text, reason }, fact, source.program.scheme)
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    return error.problem.faults?.[0]?.message ?? error.problem.title
  }
}

/** @throws Stop 422 naming every cell that is wrong */
function checkedCells(
  cells: readonly Sent[],
  fact: FactDeclaration,
  source: SharedSource,
  limits: Limits,
): Checked[] {
  const faults: { pointer: string; message: string }[] = []
  const checked = cells.flatMap((cell, at): Checked[] => {
    const entry = faultOf(cell, limits) ?? read(cell, fact, source)
    if (typeof entry !== 'string') return [{ cell, entry }]
    faults.push({ pointer: `/body/cells/${at}/text`, message: entry })
    return []
  })
  if (faults.length > 0) throw invalid(faults)
  return checked
}

function storedOf(
  checked: readonly Checked[],
  fact: FactDeclaration,
  source: SharedSource,
  actor: Actor,
  now: Date,
): StoredEntry[] {
  const said = `${supplierName(source, fact.supplier)}提供，${actor.orgName}录入`
  const shared = isSharedDown(source, fact)
  return checked.map(({ cell, entry }) => ({
    org: cell.unit,
    committee: source.cycle.org,
    cycle: source.cycle.id,
    fact: fact.id,
    period: cell.period ?? '',
    state: entry.state,
    text: entry.text,
    reason: entry.reason,
    source: said,
    person: actor.person,
    at: nowIn(source.cycle, now).toISOString(),
    shared,
    version: cell.version + 1,
  }))
}

/** Data said once for many units. */
export function sharedRoutes(app: Hono, services: Services): void {
  serve(app, services, reporting.readShared, async ({ db, params, query, permit, now }) => {
    const cycle = await cycleOf(db, params.cycle)
    permit(await findUnit(db, cycle.org))
    const source = await sharedSourceOf(db, cycle)
    const facts = await shownSupplied(db, source)
    const wanted = query.fact ?? facts[0]?.id
    const shown: Answer<typeof reporting.readShared> = {
      title: cycle.title,
      clock: clockOf(cycle, now),
      open: cycle.state === 'open',
      facts,
      table: wanted === undefined ? null : await tableOf(db, source, suppliedFact(source, wanted)),
    }
    return shown
  })

  serve(app, services, reporting.writeShared, async (call) => {
    const { db, params, body, actor, now } = call
    const cycle = await cycleOf(db, params.cycle)
    call.permit(await findUnit(db, cycle.org))
    if (cycle.state !== 'open') throw conflict('这个考核年度现在不收填报')
    const source = await sharedSourceOf(db, cycle)
    const fact = suppliedFact(source, params.fact)
    const units = new Set((await unitsOfFact(db, source, fact)).map(({ id }) => id))
    const periods = new Set(periodsOfFact(source, fact).map(({ id }) => id))
    const checked = checkedCells(body.cells, fact, source, { units, periods })
    const entries = storedOf(checked, fact, source, actor, now)
    if ((await writeEntries(db, entries)) !== entries.length) throw changedMeanwhile()
    const said = entries.map(({ org, period, text }) => ({ unit: org, period, text }))
    await call.record({ object: `fact/${cycle.id}/${fact.id}`, org: cycle.org, after: { said } })
    return { changed: entries.length }
  })

  serve(app, services, reporting.readSharedSheet, async ({ db, params, permit }) => {
    const cycle = await cycleOf(db, params.cycle)
    permit(await findUnit(db, cycle.org))
    const source = await sharedSourceOf(db, cycle)
    const fact = suppliedFact(source, params.fact)
    const bytes = await sheetOf(fact.name, await tableOf(db, source, fact))
    return new Response(new Uint8Array(bytes), {
      headers: {
        'Content-Type': XLSX,
        'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(`${fact.name}.xlsx`)}`,
      },
    })
  })

  serve(app, services, reporting.lookAtSharedSheet, async ({ db, params, body, permit }) => {
    const cycle = await cycleOf(db, params.cycle)
    permit(await findUnit(db, cycle.org))
    const source = await sharedSourceOf(db, cycle)
    const of = await tableOf(db, source, suppliedFact(source, params.fact))
    const bytes = new Uint8Array(Buffer.from(body.content, 'base64'))
    return readSheet({ name: body.name, bytes }, of)
  })
}

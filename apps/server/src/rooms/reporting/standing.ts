import type { Due, ReportItem, Standing } from '@kaohe/contract'
import { duesOf, type Due as DueStep } from '@kaohe/domain'
import { dayNumber } from '@kaohe/engine'
import { clockOf } from './clock.ts'
import { datasetOf } from './dataset.ts'
import { supplierOf } from './fill.ts'
import { itemsOf } from './report.ts'
import { shownSubmission } from './shown.ts'
import { declaredEvent, declaredFact, type ReportSource, sharedCells } from './source.ts'
import { yieldsOf } from './yields.ts'

const isFilled = ({ entry }: ReportItem['cells'][number]): boolean =>
  entry !== null && entry.state !== 'blank'

/** Is all in that the unit itself hands in for a step: its cells, and its events, of that month? */
function isDone(due: DueStep, items: readonly ReportItem[], source: ReportSource): boolean | null {
  if (source.around.submission?.state === 'confirmed' && due.month === undefined) return true
  const asked = items.filter(({ id }) => due.items.includes(id))
  const ofMonth = ({ period }: ReportItem['cells'][number]): boolean =>
    due.month === undefined || period === due.month
  const cells = asked.flatMap((item) => ownCells(item, source)).filter(ofMonth)
  const events = [...new Set(asked.flatMap((item) => item.events))].filter(
    (id) => declaredEvent(source, id)?.supplier === undefined,
  )
  if (cells.length + events.length === 0) return null
  const told = (event: string): boolean =>
    source.around.complete.includes(event) ||
    source.happenings.some(
      (row) =>
        row.event === event &&
        row.voided_because === null &&
        (due.month === undefined || row.happened_on.startsWith(due.month)),
    )
  return cells.every(isFilled) && events.every(told)
}

const SOON_DAYS = 14

function stateOf(inDays: number | null, done: boolean | null): Due['state'] {
  if (done === true) return 'done'
  if (inDays === null) return null
  if (inDays < 0) return done === false ? 'late' : null
  return inDays <= SOON_DAYS ? 'soon' : 'ahead'
}

function duesFor(items: readonly ReportItem[], source: ReportSource, now: Date): Due[] {
  const { program, cycle } = source
  const today = dayNumber(clockOf(cycle, now).today)
  const here = new Set(items.map(({ id }) => id))
  // Of a unit that only supplies data, what others hand in is no matter.
  const concerns = ({ items: of }: DueStep): boolean =>
    source.supplies === null || of.length === 0 || of.some((id) => here.has(id))
  const all = duesOf(program.scheme, cycle.starts_on, cycle.ends_on).filter(concerns)
  return all.map((due) => {
    const inDays = due.on === undefined ? null : dayNumber(due.on) - today
    return {
      name: due.name,
      on: due.on ?? null,
      clause: due.clause ?? null,
      tentative: due.tentative,
      wording: due.wording ?? null,
      inDays,
      state: stateOf(inDays, isDone(due, items, source)),
    }
  })
}

const ownCells = (item: ReportItem, source: ReportSource): ReportItem['cells'] => {
  const shared = new Set(sharedCells(source).map(({ fact }) => fact))
  return item.cells.filter(
    ({ fact }) =>
      !shared.has(fact) && supplierOf(source, declaredFact(source, fact)?.supplier) === undefined,
  )
}

function standingItem(item: ReportItem, source: ReportSource): Standing['items'][number] {
  const own = ownCells(item, source)
  const filled = own.filter(isFilled).length
  const started = filled > 0 || source.happenings.some(({ event }) => item.events.includes(event))
  return {
    id: item.id,
    name: item.name,
    clause: item.clause,
    full: item.full,
    points: item.yields.points,
    settled: item.yields.settled,
    asked: own.length,
    filled,
    returned: item.returned?.reason ?? null,
    lacking: started && item.files.length === 0 ? item.evidence.map(({ name }) => name) : [],
  }
}

/** Where a unit stands in a cycle: its points so far, what it still has to fill in, what is due. */
export function standingOf(source: ReportSource, now: Date): Standing {
  const { cycle } = source
  const yields = yieldsOf(source.program, datasetOf(source))
  const all = itemsOf(source, yields)
  const items = all.map((item) => standingItem(item, source))
  const count = (of: 'asked' | 'filled'): number => items.reduce((sum, one) => sum + one[of], 0)
  return {
    cycle: cycle.id,
    title: cycle.title,
    open: cycle.state === 'open',
    clock: clockOf(cycle, now),
    countsFor: (source.supplies?.countsFor ?? []).map(({ name }) => name),
    startsOn: cycle.starts_on,
    endsOn: cycle.ends_on,
    points: yields.total.points,
    settled: yields.total.settled,
    submission: shownSubmission(source, now),
    asked: count('asked'),
    filled: count('filled'),
    items,
    dues: duesFor(all, source, now),
    reminders: [...source.around.reminders],
  }
}

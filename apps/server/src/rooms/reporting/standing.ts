import type { Due, ReportItem, Standing } from '@kaohe/contract'
import { duesOf } from '@kaohe/domain'
import { dayNumber } from '@kaohe/engine'
import { datasetOf } from './dataset.ts'
import { itemsOf } from './report.ts'
import { shownSubmission } from './shown.ts'
import { declaredFact, type ReportSource } from './source.ts'
import { yieldsOf } from './yields.ts'

const CHINA_AHEAD_MS = 8 * 3_600_000

/** The day it is in China. */
export function todayOf(now: Date): string {
  return new Date(now.getTime() + CHINA_AHEAD_MS).toISOString().slice(0, 10)
}

function duesFor({ program, cycle }: ReportSource, now: Date): Due[] {
  const today = dayNumber(todayOf(now))
  return duesOf(program.scheme, cycle.starts_on, cycle.ends_on).map((due) => ({
    name: due.name,
    on: due.on ?? null,
    clause: due.clause ?? null,
    tentative: due.tentative,
    wording: due.wording ?? null,
    inDays: due.on === undefined ? null : dayNumber(due.on) - today,
  }))
}

const isFilled = ({ entry }: ReportItem['cells'][number]): boolean =>
  entry !== null && entry.state !== 'blank'

function standingItem(item: ReportItem, source: ReportSource): Standing['items'][number] {
  const own = item.cells.filter((cell) => declaredFact(source, cell.fact)?.supplier === undefined)
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
  const items = itemsOf(source, yields).map((item) => standingItem(item, source))
  const count = (of: 'asked' | 'filled'): number => items.reduce((sum, one) => sum + one[of], 0)
  return {
    cycle: cycle.id,
    title: cycle.title,
    open: cycle.state === 'open',
    startsOn: cycle.starts_on,
    endsOn: cycle.ends_on,
    points: yields.total.points,
    settled: yields.total.settled,
    submission: shownSubmission(source),
    asked: count('asked'),
    filled: count('filled'),
    items,
    dues: duesFor(source, now),
    reminders: [...source.around.reminders],
  }
}

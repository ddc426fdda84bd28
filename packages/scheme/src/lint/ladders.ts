import {
  type Expr,
  type Layer,
  type Line,
  type Range,
  type Rational,
  type Spot,
  type Stretch,
  compare,
  int,
  layersOn,
  negate,
} from '@kaohe/engine'
import type { Phrase } from '../diagnostic/diagnostic.ts'
import { type Values, isExpr } from './objects.ts'
import { effect, say } from './phrase.ts'
import type { RuleSite } from './rules.ts'
import { type Site, attempt } from './site.ts'

/** Where the lines of grades stand. */
export const GRADES = '评定/等次'

/** One step of a ladder: a band, a row of a table, a grade. */
export interface Rung {
  readonly range: Range
  readonly label: string
  readonly does: Phrase | undefined
  readonly worth: Rational | undefined
}

/** Ranges side by side over one measure: bands, tables by ranges, grade lines. */
export interface Ladder {
  readonly path: string
  readonly clause: string | undefined
  readonly rungs: readonly Rung[]
  readonly layers: readonly Layer[]
  readonly line: Line
  /** The measure's name and unit. */
  readonly name: string
  readonly unit: string
  /** 其他 takes what is left over. */
  readonly rest: boolean
  /** How overlapping rungs are to be read, when the scheme says it. */
  readonly reading: string | undefined
  /** Of the kind whose silence about overlaps is reported by itself. */
  readonly asks: boolean
}

interface Measured {
  readonly line: Line
  readonly name: string
  readonly unit: string
}

type Entry = readonly [Range, unknown]

export function isRest(range: Range): boolean {
  return range.from === undefined && range.to === undefined
}

function isRange(value: unknown): value is Range {
  return typeof value === 'object' && value !== null && 'text' in value && !('expr' in value)
}

function isRational(value: unknown): value is Rational {
  return typeof value === 'object' && value !== null && 'num' in value
}

/** The inclusion of an end, as the scheme declares it for 以上 and 以下 where the end does not say. */
function included(said: boolean | undefined, side: 'from' | 'to', site: Site): boolean | undefined {
  const { inclusion } = site.scheme
  if (said !== undefined || inclusion === undefined) return said
  return inclusion === 'above-only' ? side === 'from' : inclusion === 'inclusive'
}

export function stretchOf({ from, to }: Range, site: Site): Stretch {
  return {
    from: from?.at.value ?? null,
    fromInclusive: from && included(from.inclusive, 'from', site),
    to: to?.at.value ?? null,
    toInclusive: to && included(to.inclusive, 'to', site),
  }
}

function figureOf(value: unknown, full: Rational | undefined): Rational | undefined {
  return value === 'full' ? full : isRational(value) ? value : undefined
}

function worthOf(value: unknown, sign: 1 | -1, full: Rational | undefined): Rational | undefined {
  if (isRational(value) || value === 'full') {
    const figure = figureOf(value, full)
    return figure && sign === -1 ? negate(figure) : figure
  }
  const { gain, loss } = (value ?? {}) as Values
  const lost = figureOf(loss, full)
  return figureOf(gain, full) ?? (lost && negate(lost))
}

function rungOf([range, value]: Entry, sign: 1 | -1, full: Rational | undefined): Rung {
  const worth = worthOf(value, sign, full)
  return { range, label: range.text, worth, does: worth && effect(worth) }
}

type Draft = Pick<Ladder, 'path' | 'clause' | 'reading' | 'asks'> & {
  readonly rungs: readonly Rung[]
}

type Stretches = readonly Stretch[]

function build(
  draft: Draft,
  { line, name, unit }: Measured,
  site: Site,
  read: (stretches: Stretches) => Stretches = (stretches) => stretches,
): Ladder {
  const ranged = draft.rungs.filter(({ range }) => !isRest(range))
  return {
    ...draft,
    rungs: ranged,
    rest: ranged.length < draft.rungs.length,
    layers: layersOn(read(ranged.map(({ range }) => stretchOf(range, site))), line),
    line,
    name,
    unit,
  }
}

// 次数(activity, signed < 30人) counts some of the events only.
function nameOf(e: Expr, spot: Spot, { bench }: Site): string {
  const where = e.expr === 'fold' && e.over.of === 'event' ? e.over.where : undefined
  if (where === undefined || e.expr !== 'fold' || e.over.of !== 'event') return bench.say(e, spot)
  const which = bench.say(where, { ...spot, over: { event: e.over.event } })
  return `${which}的${bench.say(e, spot)}`
}

function measured(e: Expr, spot: Spot, site: Site): Measured | undefined {
  return attempt(() => {
    const { bench } = site
    if (bench.wordsOf(e, spot) !== undefined) return undefined
    return { line: bench.lineOf(e, spot), name: nameOf(e, spot, site), unit: bench.unitOf(e, spot) }
  })
}

function entriesOfList(list: readonly unknown[]): readonly Entry[] {
  return list.flatMap((one) => {
    const { range } = (one ?? {}) as Values
    return isRange(range) ? [[range, one] as const] : []
  })
}

function entriesOfTable(table: readonly unknown[]): readonly Entry[] {
  return table.flatMap((row) =>
    Array.isArray(row) && isRange(row[0]) ? [[row[0], row[1]] as const] : [],
  )
}

/** The tables of a rule by depth: [entries, depth], the inner tables of a matrix at depth 1. */
function tablesIn(
  value: unknown,
  depth = 0,
): readonly { readonly entries: readonly Entry[]; readonly depth: number }[] {
  if (!Array.isArray(value)) return []
  const inner = value.flatMap((row) => (Array.isArray(row) ? tablesIn(row[1], depth + 1) : []))
  const entries = [...entriesOfList(value), ...entriesOfTable(value)]
  return entries.length > 0 ? [{ entries, depth }, ...inner] : inner
}

// 累犯 counts from its own ordinal and leaves the rest at one; 分档 leaves what is beside it alone.
const APART = new Set(['repeat', 'stretches', 'groups', 'rows', 'amounts'])

function sameRanges(a: readonly Entry[], b: readonly Entry[]): boolean {
  return a.length === b.length && a.every(([range], i) => range.text === b[i]?.[0].text)
}

/** What a rule measures, in the order of its keywords; conditions are not measures. */
export function measuresOf({ kind, params }: RuleSite): readonly Expr[] {
  if (kind.params.shape !== 'object') return []
  return Object.entries(kind.params.fields).flatMap(([name, field]) =>
    field.of.shape === 'expression' && isExpr(params[name]) ? [params[name] as Expr] : [],
  )
}

function laddersOfRule(rule: RuleSite, site: Site): readonly Ladder[] {
  const { kind, params, item } = rule
  if (kind.params.shape !== 'object') return []
  const measures = measuresOf(rule)
  return Object.entries(kind.params.fields).flatMap(([name, field]) => {
    if (APART.has(name)) return []
    const tables = tablesIn(params[name])
    const distinct = tables.filter(
      ({ entries }, i) => tables.findIndex((other) => sameRanges(other.entries, entries)) === i,
    )
    return distinct.flatMap(({ entries, depth }) => {
      const measure = measures[depth] && measured(measures[depth], rule.inner, site)
      const rungs = entries.map((entry) => rungOf(entry, name === 'loss' ? -1 : 1, item.full))
      const reading = typeof params['reading'] === 'string' ? params['reading'] : undefined
      const draft = {
        path: `${rule.rule.path}/${kind.keyword}/${field.keyword}`,
        clause: item.clause,
        rungs,
        reading,
        asks: kind.silences?.['读法'] !== undefined,
      }
      return measure === undefined ? [] : [build(draft, measure, site)]
    })
  })
}

const not = (said: boolean | undefined): boolean | undefined => (said === undefined ? said : !said)

/** Up to where a line without an upper end decides: to the next better line without one. */
function upTo(mine: Stretch, better: Stretches): Stretch {
  const starts = better.filter(
    ({ from, to }) => from && !to && mine.from && compare(from, mine.from) > 0,
  )
  const [next] = starts.toSorted((a, b) => compare(a.from as Rational, b.from as Rational))
  return next === undefined || mine.to !== null
    ? mine
    : { ...mine, to: next.from, toInclusive: not(next.fromInclusive) }
}

/** Down to where a line without a lower end decides: to the next worse line without one. */
function downTo(mine: Stretch, worse: Stretches): Stretch {
  const ends = worse.filter(({ from, to }) => to && !from && mine.to && compare(to, mine.to) < 0)
  const [next] = ends.toSorted((a, b) => compare(b.to as Rational, a.to as Rational))
  return next === undefined || mine.from !== null
    ? mine
    : { ...mine, from: next.to, fromInclusive: not(next.toInclusive) }
}

// 90及以上, 80及以上: of lines open on one side the best reached counts (the worst, from below), so
// that each decides up to the next; whom a quota leaves out falls to it.
function asGraded(all: Stretches): Stretches {
  return all.map((one, i) => downTo(upTo(one, all.slice(0, i)), all.slice(i + 1)))
}

function gradeLadders(site: Site): readonly Ladder[] {
  const { grading } = site.scheme
  const grades = grading?.grades ?? []
  const draft = (field: 'line' | 'ratio') => {
    const rungs = grades.flatMap((grade): readonly Rung[] => {
      const range = grade[field]
      if (range === undefined) return []
      return [
        {
          range,
          label: `${grade.name}（${range.text}）`,
          worth: undefined,
          does: say(`评为“${grade.name}”`, `grade “${grade.name}”`),
        },
      ]
    })
    return { path: GRADES, clause: grading?.clause, rungs, reading: undefined, asks: false }
  }
  const total: Measured = {
    line: { range: site.bounds.total, whole: false },
    name: '总分',
    unit: '分',
  }
  const ratio: Measured = {
    line: { range: { lo: int(0), hi: null }, whole: false },
    name: '得分率',
    unit: '%',
  }
  return [
    build(draft('line'), total, site, asGraded),
    build(draft('ratio'), ratio, site, asGraded),
  ].filter(({ rungs }) => rungs.length > 0)
}

/** Every set of ranges side by side in a scheme. */
export function laddersOf(site: Site): readonly Ladder[] {
  return [...site.rules.flatMap((rule) => laddersOfRule(rule, site)), ...gradeLadders(site)]
}

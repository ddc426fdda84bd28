import type { Fold, NodeId } from '../core/index.ts'
import type { FoldSpec } from '../kinds/kind.ts'
import type { Expr, FoldWord } from '../model/index.ts'
import { SOME_PERIOD } from '../number/index.ts'
import { Fault } from './fault.ts'
import { type NamePlace, UNKNOWN, declaredFact, periodOf } from './inputs.ts'
import { isDated, periodWindow } from './periods.ts'
import { domainOf } from './scope.ts'

/** What folding asks of the place where it stands. */
export interface FoldPlace extends NamePlace {
  within(period: string): FoldPlace
  named(id: string): NodeId
  applies(fact: string): NodeId
  unknown(field: string, domain: typeof UNKNOWN): NodeId
  fold(spec: FoldSpec): NodeId
}

type Word = Exclude<FoldWord, 'previous'>
type FoldExpr = Extract<Expr, { expr: 'fold' }>

/** `次数(event)`, `合计(event.attribute, condition)` and the like. */
export function foldOfEvents({ how, over }: FoldExpr, at: FoldPlace): NodeId {
  if (over.of !== 'event' || how === 'previous')
    throw new Fault(at.path, '上年', '只能用于数据，如 上年(members)')
  const { event, attribute, where } = over
  const counts = attribute === undefined || how === 'count'
  return at.fold({
    over: { event },
    where,
    how: { as: how },
    once: null,
    empty: how === 'sum' || how === 'count' ? 'zero' : 'unknown',
    value: (row) => (counts ? row.b.one() : row.expr({ expr: 'attribute', attribute })),
  })
}

function ofSubordinates(how: Word, fact: string, level: string, at: FoldPlace): NodeId {
  const as = how === 'count' ? 'sum' : how
  return at.fold({
    over: { level },
    where: undefined,
    how: { as },
    once: null,
    empty: as === 'sum' ? 'zero' : 'unknown',
    value: (row) => row.expr({ expr: 'fact', fact }),
  })
}

// What does not apply takes no part in an extreme: it stands as the other extreme of them all.
function extreme(
  b: FoldPlace['b'],
  how: 'least' | 'greatest',
  values: readonly NodeId[],
  applies: readonly NodeId[],
): NodeId {
  const neutral = () => (how === 'least' ? b.greatest(values) : b.least(values))
  const one = b.one()
  const taken = values.map((value, i) => {
    const truth = applies[i] ?? one
    return truth === one ? value : b.choose(truth, value, neutral())
  })
  return how === 'least' ? b.least(taken) : b.greatest(taken)
}

function ofPeriods(how: Word, id: string, at: FoldPlace): NodeId {
  if (!at.frame.scope.isDated(id)) return at.named(id)
  const periods = at.frame.scope.periodsOf(id, at.window)
  if (periods === null || periods.length === 0) return at.unknown('期数', UNKNOWN)
  const { b } = at
  const values = periods.map((period) => at.within(period).named(id))
  const applies = periods.map((period) => at.within(period).applies(id))
  const counted = values.map((value, i) => b.product([value, applies[i] as NodeId]))
  switch (how) {
    case 'sum':
    case 'count':
      return b.sum(counted)
    case 'mean':
    case 'share':
      return b.quotient(b.sum(counted), b.sum(applies))
    case 'max':
      return extreme(b, 'greatest', values, applies)
    case 'min':
    case 'all':
      return extreme(b, 'least', values, applies)
    case 'median':
      throw new Fault(at.path, `中位(${id})`, '分期的数据没有中位数的写法，请用事件')
  }
}

/** `合计(fact)` over its periods or over the units below, and `上年(fact)`. */
export function foldOfFact(how: FoldWord, id: string, at: FoldPlace): NodeId {
  const fact = declaredFact(id, at)
  if (how === 'previous')
    return at.b.input({
      from: 'previous',
      fact: id,
      period: periodOf(id, at),
      domain: domainOf(fact),
    })
  const below = at.frame.scope.standing(fact.level) === 'below'
  return below && fact.level !== undefined
    ? ofSubordinates(how, id, fact.level, at)
    : ofPeriods(how, id, at)
}

// Events are put into the period at hand by their date, which an episode (第7期) does not tell.
function periodOfEvents(event: string, at: NamePlace): string | null {
  const { scope } = at.frame
  const { period } = at
  if (period === null || period === SOME_PERIOD) return period
  const stretch = periodWindow(period)
  if (stretch === undefined)
    throw new Fault(
      at.path,
      `事件“${scope.nameOf('event', event)}”没有写是每月、每季还是每周的`,
      '“逐期”里的事件按日期归到各期：给事件写上“周期”，如 周期: 每月',
    )
  // The one year of a term from December to November is not the calendar's.
  const whole = !period.includes('-') && !isDated({ period: 'year' }, scope.scheme.period)
  return whole ? null : period
}

/** What a fold goes over: the events of the period and window at hand, or the units of a level. */
export function rowsOver(over: FoldSpec['over'], at: NamePlace): Fold['over'] {
  if ('level' in over) return { rows: 'units', level: over.level }
  const period = periodOfEvents(over.event, at)
  return { rows: 'events', event: over.event, period, window: at.window ?? null }
}

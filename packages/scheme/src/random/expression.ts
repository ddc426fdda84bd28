import type { BinaryOp, Expr } from '@kaohe/engine'
import type { Measure } from '../expression/scope.ts'
import { type Chance, onceIn, pick } from './chance.ts'
import { randomDate, randomQuantity } from './literal.ts'
import { type Setting, namesAt } from './setting.ts'
import type { Event } from './stock.ts'

const COMPARISONS: readonly BinaryOp[] = ['less', 'atMost', 'more', 'atLeast', 'equals', 'differs']

function named(measure: Measure, { place, stock }: Setting): Expr {
  const attribute = typeof place === 'object' || stock.attributes.includes(measure)
  return attribute
    ? { expr: 'attribute', attribute: measure.id }
    : { expr: 'fact', fact: measure.id }
}

function literal(chance: Chance, unit: string): Expr {
  return { expr: 'number', quantity: randomQuantity(chance, unit) }
}

function deeper(setting: Setting): Setting {
  return { ...setting, depth: setting.depth - 1 }
}

/** Units that something at this place is measured in. */
export function unitsAt(setting: Setting): string[] {
  return [
    ...new Set(namesAt(setting).flatMap((one) => (one.type === 'number' ? [one.unit ?? ''] : []))),
  ]
}

/** Folds stand where a unit is scored as a whole. */
function folds(unit: string, setting: Setting): Expr[] {
  const { stock, place, chance } = setting
  if (place === 'below' && onceIn(chance, 2))
    return stock.events.flatMap((event) => eventFolds(event, unit, setting))
  if (place !== 'unit') return []
  const facts = stock.facts.filter(
    (fact) => fact.standing !== 'year' && fact.type === 'number' && fact.unit === unit,
  )
  const overFacts = facts.map(
    (fact): Expr => ({
      expr: 'fold',
      how: pick(chance, ['sum', 'max', 'min'] as const),
      over: { of: 'fact', fact: fact.id },
    }),
  )
  const overEvents = stock.events.flatMap((event) => eventFolds(event, unit, setting))
  return [...overFacts, ...overEvents]
}

function eventFolds(event: Event, unit: string, setting: Setting): Expr[] {
  const where = onceIn(setting.chance, 2)
    ? randomCondition({ ...setting, place: event, depth: 0 })
    : undefined
  const sums = event.attributes.filter((one) => one.type === 'number' && one.unit === unit)
  const over = (attribute: string | undefined) =>
    ({ of: 'event', event: event.id, attribute, where }) as const
  const times = ['count', 'run'] as const
  const count: Expr[] =
    unit === '次' ? times.map((how): Expr => ({ expr: 'fold', how, over: over(undefined) })) : []
  return [...count, ...sums.map((one): Expr => ({ expr: 'fold', how: 'sum', over: over(one.id) }))]
}

/** A measured figure in a unit, with at least one name in it. */
export function randomNumber(setting: Setting, unit: string): Expr {
  const { chance } = setting
  const names = namesAt(setting).filter((one) => one.type === 'number' && one.unit === unit)
  const simple = [...names.map((one) => named(one, setting)), ...folds(unit, setting)]
  if (simple.length === 0) return literal(chance, unit)
  if (setting.depth <= 0 || !onceIn(chance, 3)) return pick(chance, simple)
  const [left, right] = [
    randomNumber(deeper(setting), unit),
    onceIn(chance, 2) ? literal(chance, unit) : randomNumber(deeper(setting), unit),
  ]
  switch (chance.below(4)) {
    case 0:
      return unit === '%' ? left : { expr: 'binary', op: 'add', left, right }
    case 1:
      return { expr: 'extreme', how: onceIn(chance, 2) ? 'least' : 'greatest', of: [left, right] }
    case 2:
      return {
        expr: 'choose',
        when: randomCondition(deeper(setting)),
        then: left,
        otherwise: right,
      }
    default:
      return {
        expr: 'binary',
        op: 'multiply',
        left: { expr: 'number', quantity: randomQuantity(chance, '') },
        right: left,
      }
  }
}

function choices(setting: Setting): Expr[] {
  return namesAt(setting)
    .filter((one) => one.type === 'choice')
    .map((one) => named(one, setting))
}

/** A measure: mostly a figure, sometimes a choice. */
export function randomMeasure(setting: Setting): Expr {
  const words = choices(setting)
  if (words.length > 0 && onceIn(setting.chance, 3)) return pick(setting.chance, words)
  const units = unitsAt(setting)
  return randomNumber(setting, units.length === 0 ? '次' : pick(setting.chance, units))
}

function comparison(setting: Setting): Expr {
  const units = unitsAt(setting)
  const unit = units.length === 0 ? '次' : pick(setting.chance, units)
  return {
    expr: 'binary',
    op: pick(setting.chance, COMPARISONS),
    left: randomNumber(setting, unit),
    right: literal(setting.chance, unit),
  }
}

function wordTest(setting: Setting): Expr | undefined {
  const found = namesAt(setting).filter((one) => one.type === 'choice')
  if (found.length === 0) return undefined
  const one = pick(setting.chance, found)
  return {
    expr: 'binary',
    op: onceIn(setting.chance, 2) ? 'equals' : 'differs',
    left: named(one, setting),
    right: { expr: 'word', word: pick(setting.chance, one.words) },
  }
}

const DUE: Expr = { expr: 'due', step: 'hand-in' }

/** A date against a date, or the days between them against some days. */
function dateTest(setting: Setting): Expr | undefined {
  const { chance, place } = setting
  const own: Expr[] = typeof place === 'object' ? [{ expr: 'attribute', attribute: 'date' }] : []
  const dates = namesAt(setting).filter((one) => one.type === 'date')
  const found = [...own, ...dates.map((one) => named(one, setting))]
  if (found.length === 0) return undefined
  const left = pick(chance, found)
  const right: Expr = onceIn(chance, 2) ? DUE : { expr: 'date', date: randomDate(chance) }
  const op = pick(chance, COMPARISONS)
  if (onceIn(chance, 2)) return { expr: 'binary', op, left, right }
  const [unit, between]: [string, Expr] = onceIn(chance, 2)
    ? ['天', { expr: 'binary', op: 'subtract', left: right, right: left }]
    : ['工作日', { expr: 'workdays', from: left, to: right }]
  return { expr: 'binary', op, left: between, right: literal(chance, unit) }
}

/** How many months something held, at most one after another, or in what part of them. */
function monthsTest(setting: Setting): Expr | undefined {
  const { chance, place } = setting
  if (place !== 'unit') return undefined
  const what = randomCondition({ ...setting, place: 'month', depth: 0 })
  const [how, unit] = pick(chance, [
    ['run', '期'],
    ['count', '个'],
    ['share', '%'],
  ] as const)
  const over =
    what.expr === 'fact'
      ? ({ of: 'fact', fact: what.fact } as const)
      : ({ of: 'each', what } as const)
  const left: Expr = { expr: 'fold', how, over }
  return { expr: 'binary', op: pick(chance, COMPARISONS), left, right: literal(chance, unit) }
}

/** A condition, of comparisons, words, dates, months and truths. */
export function randomCondition(setting: Setting): Expr {
  const { chance } = setting
  const truths = namesAt(setting).filter((one) => one.type === 'truth')
  const simple = () =>
    (onceIn(chance, 3) ? wordTest(setting) : undefined) ??
    (onceIn(chance, 5) ? dateTest(setting) : undefined) ??
    (onceIn(chance, 6) ? monthsTest(setting) : undefined) ??
    (onceIn(chance, 2) && truths.length > 0
      ? named(pick(chance, truths), setting)
      : comparison(deeper(setting)))
  if (setting.depth <= 0 || !onceIn(chance, 2)) return simple()
  if (onceIn(chance, 3)) return { expr: 'unary', op: 'not', of: randomCondition(deeper(setting)) }
  return {
    expr: 'binary',
    op: onceIn(chance, 2) ? 'and' : 'or',
    left: randomCondition(deeper(setting)),
    right: simple(),
  }
}

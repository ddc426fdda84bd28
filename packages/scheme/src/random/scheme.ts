import {
  type Category,
  type Item,
  type Rational,
  type Scheme,
  type shape,
  int,
  itemShape,
  categoryShape,
  schemeShape,
  totalShape,
} from '@kaohe/engine'
import { printScheme } from '../print/print.ts'
import { readScheme } from '../read/scheme.ts'
import { type Chance, onceIn, pick, several } from './chance.ts'
import { isSound } from './decided.ts'
import { blank } from './blank.ts'
import { declarations } from './declare.ts'
import { randomPoints } from './literal.ts'
import { randomRule } from './rule.ts'
import { type Stock, stockOf } from './stock.ts'

export interface RandomOptions {
  /** English names of the kinds and combiners that may be used; all when absent. */
  readonly kinds?: readonly string[]
  /** How many indicators at most; 6 when absent. */
  readonly items?: number
}

const IDS: Partial<Record<shape.Namespace, readonly string[]>> = {
  party: ['office', 'press'],
  level: ['school'],
  assessee: ['township', 'street'],
  step: ['hand-in'],
}

function pointsMaybe(chance: Chance): Rational | undefined {
  return onceIn(chance, 2) ? int(5 + chance.below(16)) : undefined
}

function itemOf(
  chance: Chance,
  stock: Stock,
  i: number,
  category: string | undefined,
  options: RandomOptions,
): Item {
  const full = pointsMaybe(chance)
  const ids = (to: shape.Namespace) => IDS[to] ?? []
  const setting = {
    chance,
    stock,
    place: 'unit',
    measure: undefined,
    then: undefined,
    depth: 3,
  } as const
  const rule = randomRule(setting, {
    ...(options.kinds ? { kinds: options.kinds } : {}),
    full,
    ids,
  })
  const rounding = onceIn(chance, 4)
    ? {
        to: pick(chance, [int(1), { num: 1n, den: 100n }]),
        mode: pick(chance, ['half-up', 'half-even', 'down'] as const),
      }
    : undefined
  const nature =
    category === undefined ? pick(chance, ['base', 'bonus', 'penalty'] as const) : undefined
  return blank<Item>(itemShape, {
    id: `i${i}`,
    name: `指标${i}`,
    category,
    nature,
    full,
    rule,
    rounding,
    clause: `第${i + 1}条`,
    assessees: onceIn(chance, 6) ? [pick(chance, ['township', 'street'])] : undefined,
    counts: onceIn(chance, 8) ? false : undefined,
    leads: ['office'],
  })
}

const TRIES = 40

function soundItem(
  chance: Chance,
  stock: Stock,
  i: number,
  scheme: Scheme,
  options: RandomOptions,
): Item | undefined {
  const categories = scheme.categories ?? []
  for (let tries = 0; tries < TRIES; tries += 1) {
    const category =
      categories.length > 0 && !onceIn(chance, 3) ? pick(chance, categories).id : undefined
    const item = itemOf(chance, stock, i, category, options)
    if (isSound(item, scheme)) return item
  }
  return undefined
}

function categoriesOf(chance: Chance): readonly Category[] | undefined {
  if (onceIn(chance, 2)) return undefined
  return several(chance, 1, 3, (i) => {
    const [low, high] = [int(-10 - chance.below(10)), int(10 + chance.below(20))]
    const bounds = onceIn(chance, 2) ? { cap: high, floor: low } : {}
    return blank<Category>(categoryShape, {
      id: `k${i}`,
      name: `类别${i}`,
      nature: pick(chance, ['base', 'bonus', 'penalty'] as const),
      ...bounds,
    })
  })
}

function totalOf(chance: Chance): Scheme['total'] {
  const start = onceIn(chance, 2) ? int(100) : undefined
  const floor = onceIn(chance, 3) ? int(0) : undefined
  const bonusCap = onceIn(chance, 3) ? randomPoints(chance) : undefined
  const rounding = onceIn(chance, 2)
    ? { to: { num: 1n, den: 100n }, mode: 'half-up' as const }
    : undefined
  return blank<NonNullable<Scheme['total']>>(totalShape, { start, floor, bonusCap, rounding })
}

/**
 * A random scheme that reads without a message, computes, and leaves nothing undecided.
 * @throws Error when what was made does not read: a fault of the maker, the reader or the printer
 * @example
 * randomScheme(chanceFrom(7)).items.length > 0 // true
 */
export function randomScheme(chance: Chance, options: RandomOptions = {}): Scheme {
  const stock = stockOf(chance)
  const base = blank<Scheme>(schemeShape, {
    ...declarations(stock),
    categories: categoriesOf(chance),
    items: [],
    total: totalOf(chance),
  })
  const items = several(chance, 1, options.items ?? 6, (i) =>
    soundItem(chance, stock, i, base, options),
  ).filter((item) => item !== undefined)
  const used = (base.categories ?? []).filter((category) =>
    items.some((item) => item.category === category.id),
  )
  const made = { ...base, categories: used.length > 0 ? used : undefined, items }
  if (items.length === 0) return randomScheme(chance, options)
  const read = readScheme(printScheme(made))
  if (!read.scheme)
    throw new Error(
      `a random scheme does not read: ${read.diagnostics.map((one) => one.message).join('\n')}\n${printScheme(made)}`,
    )
  return read.scheme
}

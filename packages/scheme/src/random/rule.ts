import type { Ask, Expr, Kind, Modifier, Rational, Rule, shape } from '@kaohe/engine'
import { unitOf, wordsOf } from '../expression/expression.ts'
import { KINDS, MODIFIERS } from '../vocabulary.ts'
import { onceIn, pick } from './chance.ts'
import { randomCondition } from './expression.ts'
import { randomPoints } from './literal.ts'
import { type Setting, scopeOf } from './setting.ts'
import { type Makers, randomValue } from './value.ts'

const TRIES = 60

/** Kinds that only a unit as a whole can be scored by. */
const WHOLE_UNIT = new Set([
  'judged',
  'ladder',
  'rank-points',
  'relative',
  'growth',
  'lateness',
  'series',
  'rollup',
  'judges',
  'panel',
  'each',
  'levels',
])

function asker(setting: Setting, full: Rational | undefined): Ask {
  const scope = scopeOf(setting)
  return {
    full,
    unitOf: (e: Expr) => unitOf(e, scope),
    wordsOf: (e: Expr) => wordsOf(e, scope),
    inEvent: (event) =>
      asker(
        {
          ...setting,
          place: setting.stock.events.find((one) => one.id === event) ?? setting.place,
        },
        full,
      ),
  }
}

/** Whether rules stand inside a shape. */
function holdsRules(of: shape.Shape): boolean {
  if (of.shape === 'list') return holdsRules(of.of)
  if (of.shape === 'object') return Object.values(of.fields).some((field) => holdsRules(field.of))
  return of.shape === 'rule'
}

const COMBINERS = new Set(
  [...KINDS.values()].filter((kind) => holdsRules(kind.params)).map((kind) => kind.name),
)

/** What a random rule may be made of. */
export interface RuleChoice {
  /** English names of the kinds and combiners allowed; all when absent. */
  readonly kinds?: readonly string[]
  readonly full: Rational | undefined
  ids(to: shape.Namespace): readonly string[]
}

function insideOf(kind: Kind, setting: Setting): Setting {
  const place = kind.name === 'series' ? 'month' : kind.name === 'rollup' ? 'below' : setting.place
  return { ...setting, place, measure: undefined, then: undefined, depth: setting.depth - 1 }
}

function kindsAt(setting: Setting, allowed: readonly string[] | undefined): Kind[] {
  return [...KINDS.values()].filter((kind) => {
    if (allowed && !allowed.includes(kind.name)) return false
    if (kind.name === 'status') return false
    const whole = setting.place === 'unit'
    return (whole || !WHOLE_UNIT.has(kind.name)) && (setting.depth > 0 || !COMBINERS.has(kind.name))
  })
}

function params(of: Kind | Modifier, setting: Setting, choice: RuleChoice): unknown {
  const inside =
    'lower' in of ? insideOf(of, setting) : { ...setting, measure: undefined, then: undefined }
  const own =
    'lower' in of && (of.name === 'rollup' || of.name === 'series')
      ? inside
      : { ...inside, place: setting.place }
  const makers: Makers = {
    rule: () => randomRule(inside, choice),
    ids: (to, at) => idsFor(to, at, choice),
  }
  for (let i = 0; i < TRIES; i += 1) {
    const made = randomValue(of.params, '', own, makers)
    if ((of.check?.(made, asker(setting, choice.full)) ?? []).length === 0) return made
  }
  return undefined
}

function idsFor(to: shape.Namespace, setting: Setting, choice: RuleChoice): readonly string[] {
  if (to === 'event') return setting.stock.events.map((event) => event.id)
  if (to === 'eventAttribute')
    return typeof setting.place === 'object'
      ? setting.place.attributes.map((one) => one.id)
      : ['none']
  return choice.ids(to)
}

function modifiersFor(setting: Setting, choice: RuleChoice): Rule['modifiers'] {
  if (setting.place === 'below') return []
  return [...MODIFIERS.values()].flatMap((modifier) => {
    if (!onceIn(setting.chance, 8)) return []
    const made = params(modifier, { ...setting, depth: 1 }, choice)
    return made === undefined ? [] : [{ modifier: modifier.name, params: made }]
  })
}

/** The plainest rule there is, for where nothing else fitted. */
function plain(setting: Setting): Rule {
  const points = {
    gain: randomPoints(setting.chance),
    loss: undefined,
    missGain: undefined,
    missLoss: undefined,
  }
  return {
    kind: 'target',
    params: { when: randomCondition({ ...setting, depth: 0 }), ...points },
    modifiers: [],
    path: '',
  }
}

/** A random rule that its kind has nothing to say against; its path is left empty. */
export function randomRule(setting: Setting, choice: RuleChoice): Rule {
  const kinds = kindsAt(setting, choice.kinds)
  for (let i = 0; i < TRIES && kinds.length > 0; i += 1) {
    const kind = pick(setting.chance, kinds)
    const made = params(kind, setting, choice)
    if (made !== undefined)
      return { kind: kind.name, params: made, modifiers: modifiersFor(setting, choice), path: '' }
  }
  return plain(setting)
}

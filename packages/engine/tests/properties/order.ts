import type { Rule, Scheme } from '../../src/model/index.ts'
import { compile } from '../../src/compile/index.ts'
import { type Evaluation, evaluate } from '../../src/evaluate/index.ts'
import { canonicalJson, prove } from '../../src/proof/index.ts'
import { pointsText, scoreOf } from './json.ts'
import type { Case, Property } from './case.ts'
import { type Chance, shuffled } from './chance.ts'
import type { Dataset } from '../../src/model/index.ts'

/** Combiners in whose list of parts the order means nothing. */
const ALIKE = new Set(['sum', 'best', 'worst', 'average', 'weighted', 'deduct'])

function mapped(value: unknown, rule: (r: Rule) => Rule): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((one) => mapped(one, rule))
  const inner = Object.entries(value).map(([key, one]) => [key, mapped(one, rule)] as const)
  const copy = Object.fromEntries(inner) as unknown as Rule
  return 'modifiers' in copy && 'kind' in copy ? rule(copy) : copy
}

function otherOrder(rule: Rule, chance: Chance): Rule {
  if (!ALIKE.has(rule.kind)) return rule
  const params = rule.params as Readonly<Record<string, unknown>>
  const lists = Object.entries(params).map(([key, value]) => [
    key,
    Array.isArray(value) ? shuffled(value, chance) : value,
  ])
  return { ...rule, params: Object.fromEntries(lists) as unknown }
}

/** Indicators, categories and the parts inside rules in another order. */
function siblings(scheme: Scheme, chance: Chance): Scheme {
  const items = shuffled(scheme.items, chance)
  return {
    ...scheme,
    items: items.map((item) => mapped(item, (rule) => otherOrder(rule, chance)) as typeof item),
    ...(scheme.categories ? { categories: shuffled(scheme.categories, chance) } : {}),
    ...(scheme.facts ? { facts: shuffled(scheme.facts, chance) } : {}),
    ...(scheme.events ? { events: shuffled(scheme.events, chance) } : {}),
  }
}

function reports(dataset: Dataset, chance: Chance): Dataset {
  return {
    ...dataset,
    facts: shuffled(dataset.facts, chance),
    events: shuffled(dataset.events, chance),
    previous: shuffled(dataset.previous, chance),
    reported: shuffled(dataset.reported, chance),
    pending: shuffled(dataset.pending, chance),
  }
}

function units(dataset: Dataset, chance: Chance): Dataset {
  const turned = dataset.units.map((unit) => ({
    ...unit,
    attributes: Object.fromEntries(shuffled(Object.entries(unit.attributes), chance)),
  }))
  return { ...dataset, units: shuffled(turned, chance) }
}

const proofs = (evaluation: Evaluation) =>
  evaluation.readings
    .map((r) => canonicalJson(prove(evaluation, r.unit.id)))
    .toSorted()
    .join('\n')

function expectSame(name: string, was: string, is: string): number {
  if (was === is) return was.length
  const at = [...was].findIndex((c, i) => c !== is[i])
  throw new Error(
    `${name}: …${was.slice(Math.max(0, at - 80), at + 60)}… became …${is.slice(Math.max(0, at - 80), at + 60)}…`,
  )
}

/** Both with all facts, and with some hidden. */
function either(of: Case, check: (before: Evaluation) => number): number {
  return check(of.evaluation) + check(of.partly)
}

export const order: readonly Property[] = [
  {
    name: 'the order of facts and events changes no byte of scores and proofs',
    holds: (of) =>
      either(of, (before) => {
        const after = evaluate(of.program, reports(before.data.dataset, of.chance('reports')))
        return (
          expectSame('scores', scoreOf(before), scoreOf(after)) +
          expectSame('proofs', proofs(before), proofs(after))
        )
      }),
  },
  {
    name: 'the order of units changes no points',
    holds: (of) =>
      either(of, (before) => {
        const after = evaluate(of.program, units(before.data.dataset, of.chance('units')))
        return expectSame('scores', pointsText(before), pointsText(after))
      }),
  },
  {
    name: 'the order of indicators and of the parts of a rule changes no points',
    holds: (of) => {
      const program = compile(siblings(of.scheme, of.chance('siblings')))
      return either(of, (before) =>
        expectSame(
          'scores',
          pointsText(before),
          pointsText(evaluate(program, before.data.dataset)),
        ),
      )
    },
  },
]

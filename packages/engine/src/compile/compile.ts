import { combiners } from '../combine/list.ts'
import { Builder, type Input, type NodeId, inputKey } from '../core/index.ts'
import { kinds } from '../kinds/list.ts'
import type { Expr, Scheme } from '../model/index.ts'
import { modifiers } from '../modify/list.ts'
import { ZERO, int } from '../number/index.ts'
import { met } from './applies.ts'
import type { Vocabulary } from './collect.ts'
import type { ItemFrame } from './frame.ts'
import { Groups, fullNodeOf, fullsOfTotal } from './groups.ts'
import { type ItemsFrame, lowerItem } from './items.ts'
import { combineMembers } from './members.ts'
import { UnitPlace } from './place.ts'
import type { PartProgram, Program } from './program.ts'
import { Scope } from './scope.ts'
import { tellCombined } from './tell-members.ts'
import { typesNode } from './types.ts'

/** All kinds, combiners and modifiers of the language. */
export const vocabulary: Vocabulary = {
  kinds: new Map([...kinds, ...combiners].map((k) => [k.name, k])),
  modifiers: new Map(modifiers.map((m) => [m.name, m])),
}

interface Together {
  readonly total: NodeId
  readonly parts: readonly PartProgram[]
  readonly full: Program['full']
  readonly fulls: Program['fulls']
}

function bringTogether(frame: ItemsFrame, groups: Groups, deductions: readonly NodeId[]): Together {
  const { b, scope } = frame
  const declared = scope.scheme.total
  const { weighted, plain } = groups.top()
  const start = declared?.start ?? ZERO
  const { full, fulls } = fullsOfTotal(scope.scheme, weighted, plain.base)
  const others = combineMembers(plain.base, 'sum', full ?? int(100), b)
  const base = b.sum([combineMembers(weighted, 'weighted', full ?? int(100), b), others])
  const formula =
    weighted.length === 0
      ? tellCombined(plain.base, 'sum', full ?? int(100), [], b)
      : tellCombined(weighted, 'weighted', full ?? int(100), [others], b)
  const earned = b.sum(plain.bonus)
  const bonus =
    declared?.bonusCap === undefined ? earned : b.least([earned, b.constant(declared.bonusCap)])
  const penalty = b.sum(plain.penalty)
  const sum = b.sum([b.constant(start), base, bonus, penalty, ...deductions])
  const floored =
    typeof declared?.floor !== 'object' ? sum : b.greatest([sum, b.constant(declared.floor)])
  const capped =
    typeof declared?.cap !== 'object' ? floored : b.least([floored, b.constant(declared.cap)])
  const total = declared?.rounding === undefined ? capped : b.round(capped, declared.rounding)
  const part = (kind: 'base' | 'bonus' | 'penalty', points: NodeId): PartProgram => ({
    id: kind,
    kind,
    declared: undefined,
    points,
    applies: b.one(),
    full: kind === 'base' ? full : undefined,
    formula: kind === 'base' ? formula : [],
    limits: [],
  })
  return {
    total,
    full,
    fulls,
    parts: [...groups.parts, part('base', base), part('bonus', bonus), part('penalty', penalty)],
  }
}

const YUAN: Readonly<Record<string, bigint>> = { 千元: 1000n, 万元: 10_000n, 亿元: 100_000_000n }

// Amounts are in yuan, whatever the unit of what they are worked out from.
function inYuan(amount: Expr, at: UnitPlace): NodeId {
  const times = YUAN[at.unitOf(amount)] ?? 1n
  return at.b.product([at.expr(amount), at.b.constant({ num: times, den: 1n })])
}

/**
 * Turns a checked scheme into a program over the columns of a unit.
 * @throws Fault when a rule cannot be computed at all
 */
export function compile(scheme: Scheme): Program {
  const scope = new Scope(scheme)
  const b = new Builder<Input>(inputKey)
  const leavable = (scheme.facts ?? []).some((f) => f.mayNotApply === true)
  const frame: ItemsFrame = {
    scope,
    vocabulary,
    b,
    itemPoints: new Map(),
    itemApplies: new Map(),
    leavable,
  }
  const items = scheme.items.map((item) => lowerItem(item, frame))
  const place = (path: string, result?: ItemFrame['result']) => {
    const known = result === undefined ? {} : { result }
    return new UnitPlace(
      { ...frame, item: undefined, sheet: b.one(), evaluators: [], marks: new Map(), ...known },
      path,
    )
  }
  const overrides = (scheme.overrides ?? []).map((override) => {
    const when = met(override.when, place(`否决降等/${override.id}`))
    return {
      override,
      when:
        override.assessees === undefined
          ? when
          : b.and([when, typesNode(override.assessees, scope, b)]),
    }
  })
  const deductions = overrides.flatMap(({ override, when }) =>
    override.deduct === undefined ? [] : [b.negate(b.product([b.constant(override.deduct), when]))],
  )
  const together = bringTogether(frame, new Groups(frame, items), deductions)
  const breakers = (scheme.ranking?.breakers ?? []).map((e, i) =>
    place(`排名/决胜/${i + 1}`).expr(e),
  )
  const { full, fulls } = together
  const fullNode = full === undefined ? fullNodeOf(fulls, frame) : b.constant(full)
  const result = { total: together.total, full: fullNode }
  const consequences = (scheme.consequences ?? []).map((consequence) => ({
    consequence,
    when:
      consequence.who?.when === undefined
        ? undefined
        : met(consequence.who.when, place(`结果运用/${consequence.id}/范围/条件`, result)),
    amount:
      consequence.amount === undefined
        ? undefined
        : inYuan(consequence.amount, place(`结果运用/${consequence.id}/金额`, result)),
  }))
  return {
    scheme,
    unit: { inputs: b.inputs, nodes: b.nodes },
    items,
    ...together,
    deducted: deductions.length === 0 ? undefined : b.sum(deductions),
    breakers,
    overrides,
    consequences,
  }
}

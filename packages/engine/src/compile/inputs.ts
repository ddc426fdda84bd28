import type { Builder, Domain, Input, NodeId } from '../core/index.ts'
import { type FactDeclaration, type Window, same } from '../model/index.ts'
import { EVERYTHING, ONE, ZERO } from '../number/index.ts'
import { Fault } from './fault.ts'
import type { ItemFrame } from './frame.ts'
import { domainOf } from './scope.ts'

/** What reading a name asks of the place where it stands. */
export interface NamePlace {
  readonly frame: ItemFrame
  readonly path: string
  readonly b: Builder<Input>
  /** The period at hand inside 逐期. */
  readonly period: string | null
  /** The days that count here: those of the assessment, of the item, or of a part of its periods. */
  readonly window: Window | undefined
}

export const TRUTH: Domain = { range: { lo: ZERO, hi: ONE }, whole: true, unit: '', words: null }
export const UNKNOWN: Domain = { range: EVERYTHING, whole: false, unit: '', words: null }

export function declaredFact(id: string, at: NamePlace): FactDeclaration {
  const fact = at.frame.scope.fact(id)
  if (fact === undefined)
    throw new Fault(at.path, same(id), { zh: '应是已声明的数据', en: 'expected a declared fact' })
  return fact
}

/** The period whose value of a fact is meant: the one at hand, or null for a fact of the whole time. */
export function periodOf(id: string, at: NamePlace): string | null {
  const { scope } = at.frame
  if (!scope.isDated(id)) return null
  if (at.period !== null && !scope.hasPeriod(id, at.period))
    throw new Fault(at.path, same(id), {
      zh: `周期与“逐期”的不同，没有 ${at.period} 这一期`,
      en: `its periods are not those of 逐期: it has no ${at.period}`,
    })
  return at.period
}

/** The column of a fact: the unit's own, or that of a unit above it. */
export function factInput(id: string, at: NamePlace): NodeId {
  const fact = declaredFact(id, at)
  const standing = at.frame.scope.standing(fact.level)
  if (standing === 'below')
    throw new Fault(at.path, same(id), {
      zh: `是下级的数据，要先汇总，如 合计(${id})、占比(${id})`,
      en: `is a fact of subordinate units: fold it first, as in 合计(${id}) or 占比(${id})`,
    })
  const dated = at.frame.scope.isDated(id)
  const period = dated ? periodOf(id, at) : null
  if (dated && period === null)
    throw new Fault(at.path, same(id), {
      zh: `分期的数据要放在“逐期”里，或先汇总，如 合计(${id})`,
      en: `a dated fact belongs inside 逐期, or is folded first, as in 合计(${id})`,
    })
  const domain = domainOf(fact)
  return standing === 'above' && fact.level !== undefined
    ? at.b.input({ from: 'shared', fact: id, period, level: fact.level, domain })
    : at.b.input({ from: 'fact', fact: id, period, domain })
}

/** 1 unless a fact was declared not applicable to the unit, or to the unit above it whose fact it is. */
export function appliesInput(id: string, at: NamePlace): NodeId {
  const { scope } = at.frame
  const fact = scope.fact(id)
  if (fact?.mayNotApply !== true) return at.b.one()
  const level = scope.standing(fact.level) === 'above' ? (fact.level ?? null) : null
  return at.b.input({ from: 'applies', fact: id, period: periodOf(id, at), level, domain: TRUTH })
}

/** What a bare name in an expression means: a fact, an attribute of the unit, or an earlier item's points. */
export function namedInput(id: string, at: NamePlace): NodeId {
  const { scope, itemPoints } = at.frame
  if (scope.fact(id) !== undefined) return factInput(id, at)
  const attribute = scope.attribute(id)
  if (attribute !== undefined) {
    const domain = domainOf({ ...attribute, least: undefined, most: undefined })
    return at.b.input({ from: 'attribute', attribute: id, domain })
  }
  const points = itemPoints.get(id)
  if (points !== undefined) return points
  throw new Fault(at.path, same(id), {
    zh: '应是已声明的数据、单位属性或前面的指标',
    en: 'expected a declared fact, an attribute of the unit or an earlier item',
  })
}

import {
  type AssesseeType,
  countsWhole,
  type EventDeclaration,
  type AttributeDeclaration,
  type FactDeclaration,
  isDated,
  type Level,
  type Matter,
  adjustmentOf,
  mattersOf,
  type Party,
  type Scheme,
  type UnitAttribute,
} from '@kaohe/engine'
import { type Judged, judgedItems, periodsOf } from '@kaohe/documents'
import type { Declared } from '../value/value.ts'
import type { Raw, Plain } from '../grid/index.ts'
import { mapReading, type Reading } from '../report/index.ts'
import { type Periods, readPeriod } from '../value/period.ts'

import { type Settled, settledMatters } from './matters.ts'
import { Register } from './register.ts'

export interface Marked {
  readonly id: string
  readonly name: string
  readonly judged: Judged
}

const NO_ATTRIBUTES = new Register<AttributeDeclaration>([])

/** Everything of a scheme to which a workbook can refer. */
export class Catalogue {
  readonly scheme: Scheme
  readonly facts: Register<FactDeclaration>
  readonly events: Register<EventDeclaration>
  readonly marks: Register<Marked>
  readonly parties: Register<Party>
  readonly types: Register<AssesseeType>
  readonly levels: Register<Level>
  readonly attributes: Register<UnitAttribute>
  readonly outcomes: Register<{ readonly id: string; readonly name: string }>
  readonly grades: Register<{ readonly id: string; readonly name: string }>
  /** What the scheme leaves to people to decide. */
  readonly matters: Register<Matter & { readonly id: string }>
  /** What the body that ratifies may decide otherwise than the scheme does. */
  readonly adjustments: Register<Matter & { readonly id: string }>
  /** What it might have left to them. */
  readonly settled: Register<Settled>
  readonly #attributes: ReadonlyMap<string, Register<AttributeDeclaration>>
  readonly #periods = new Map<string, readonly (string | null)[] | null>()

  constructor(scheme: Scheme) {
    this.scheme = scheme
    this.facts = new Register(scheme.facts ?? [])
    this.events = new Register(scheme.events ?? [])
    this.marks = new Register(
      judgedItems(scheme).map((judged) => ({ id: judged.id, name: judged.name, judged })),
    )
    this.parties = new Register(scheme.parties ?? [])
    this.types = new Register(scheme.assessees)
    this.levels = new Register(scheme.levels ?? [])
    this.attributes = new Register(scheme.attributes ?? [])
    this.outcomes = new Register([...(scheme.consequences ?? []), ...(scheme.overrides ?? [])])
    this.grades = new Register(scheme.grading?.grades ?? [])
    this.matters = new Register(mattersOf(scheme).map((matter) => ({ id: matter.on, ...matter })))
    const adjustment = adjustmentOf(scheme)
    this.adjustments = new Register(
      adjustment === undefined ? [] : [{ id: adjustment.on, ...adjustment }],
    )
    this.settled = new Register(settledMatters(scheme))
    this.#attributes = new Map(this.events.all.map((e) => [e.id, new Register(e.attributes ?? [])]))
    for (const fact of scheme.facts ?? []) this.#periods.set(fact.id, periodsOf(fact, scheme))
  }

  eventAttributes(event: string): Register<AttributeDeclaration> {
    return this.#attributes.get(event) ?? NO_ATTRIBUTES
  }

  /** Years that the covered period touches; none when the scheme does not say. */
  get years(): readonly number[] {
    const { period } = this.scheme
    if (period === undefined) return []
    const [from, to] = [Number(period.from.slice(0, 4)), Number(period.to.slice(0, 4))]
    return Array.from({ length: to - from + 1 }, (_, i) => from + i)
  }

  /** Whether a fact has a value for each of several periods. */
  isDated(fact: FactDeclaration): boolean {
    return isDated(fact, this.scheme.period)
  }

  /** What a fact's period may be. */
  periodsOf(fact: FactDeclaration, from1904: boolean): Periods {
    const list = this.#periods.get(fact.id) ?? null
    const known = list === null || !this.isDated(fact) ? null : (list as readonly string[])
    return { kind: fact.period ?? 'year', list: known, calendar: { from1904, years: this.years } }
  }

  /** Reads a period of a fact; last year's facts are filed under the same period of this year. */
  readPeriod(
    fact: FactDeclaration,
    raw: Raw,
    plain: Plain,
    from1904: boolean,
    current: boolean,
  ): Reading<string> {
    const periods = this.periodsOf(fact, from1904)
    const reading = readPeriod(raw, plain, periods)
    if (current || !('fault' in reading)) return reading
    const earlier = {
      ...periods,
      list: null,
      calendar: { from1904, years: this.years.map((y) => y - 1) },
    }
    return mapReading(readPeriod(raw, plain, earlier), (period) =>
      period.replace(/^\d{4}(?=-)/, (year) => `${Number(year) + 1}`),
    )
  }
}

/** What a fact's value may be: facts without a least value begin at 0, and heads are counted whole. */
export function declaredFact(fact: FactDeclaration | AttributeDeclaration): Declared {
  return {
    ...fact,
    least: fact.least?.value,
    most: fact.most?.value,
    whole: fact.whole ?? (fact.type === 'number' && countsWhole(fact.unit)),
  }
}

/** The same of the year before, of which the unit may have had none whatever the fact says of this year. */
export function declaredOfLastYear(fact: FactDeclaration): Declared {
  return { ...declaredFact(fact), mayNotApply: true }
}

export function declaredAttribute(
  attribute: Omit<UnitAttribute, 'least' | 'most'> & {
    readonly least?: FactDeclaration['least']
    readonly most?: FactDeclaration['most']
    readonly whole?: FactDeclaration['whole']
  },
): Declared {
  return {
    ...attribute,
    least: attribute.least?.value,
    most: attribute.most?.value,
    whole: attribute.whole ?? (attribute.type === 'number' && countsWhole(attribute.unit)),
  }
}

export function declaredMark({ judged }: Marked): Declared {
  const { words, least, most, orZero } = judged
  return words === undefined
    ? { type: 'number', unit: '分', least, most, orZero }
    : { type: 'choice', words }
}

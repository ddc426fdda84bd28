import {
  type Expr,
  type FactDeclaration,
  type Item,
  type Rule,
  type Scheme,
  Scope,
  sourceOf,
  type Unit,
} from '@kaohe/engine'
import { type ColumnMeaning, judgedItems, visitRule } from '../layout/index.ts'

/** The kinds of assessee; undefined is all of them. */
type Types = ReadonlySet<string> | undefined

function both(a: readonly string[] | undefined, b: readonly string[] | undefined): Types {
  if (a === undefined) return b && new Set(b)
  return new Set(b === undefined ? a : a.filter((type) => b.includes(type)))
}

// Others' figures count too where units are compared with others than their like, or rolled up from below.
function looksAround(item: Item): boolean {
  let around = false
  visitRule(item.rule, {
    rule: ({ kind, params }: Rule) => {
      const { group } = (params ?? {}) as { group?: unknown }
      around ||= kind === 'rollup'
      around ||= (kind === 'relative' || kind === 'rank-points') && group !== 'type'
    },
  })
  return around
}

function factsIn(value: unknown): ReadonlySet<string> {
  const facts = new Set<string>()
  visitRule(value, {
    expr: (e: Expr) => {
      if (e.expr === 'fact') facts.add(e.fact)
      if (e.expr === 'fold' && e.over.of === 'fact') facts.add(e.over.fact)
    },
  })
  return facts
}

/** Says for which kinds of assessee the facts and marks of a scheme are asked. */
export class Applicability {
  readonly #scheme: Scheme
  readonly #facts = new Map<string, Types>()
  readonly #marks = new Map<string, Types>()

  constructor(scheme: Scheme) {
    this.#scheme = scheme
    const scope = new Scope(scheme)
    const typesOf = (item: Item): Types => both(item.assessees, sourceOf(item, scope)?.assessees)
    for (const item of scheme.items)
      this.#need(factsIn(item.rule), looksAround(item) ? undefined : typesOf(item))
    for (const { when, assessees } of scheme.overrides ?? [])
      this.#need(factsIn(when), both(assessees, undefined))
    this.#need(factsIn({ ...scheme, items: [], overrides: [] }), undefined)
    for (const { id, item } of judgedItems(scheme)) this.#marks.set(id, typesOf(item))
  }

  #need(facts: ReadonlySet<string>, types: Types): void {
    for (const fact of facts) {
      const before = this.#facts.get(fact)
      const known = this.#facts.has(fact)
      const open = types === undefined || (known && before === undefined)
      this.#facts.set(fact, open ? undefined : new Set([...(before ?? []), ...types]))
    }
  }

  #typesFor(fact: FactDeclaration): Types {
    const types = fact.spread === true ? undefined : this.#facts.get(fact.id)
    if (types === undefined || fact.level === undefined) return types
    const levelOf = (id: string) => this.#scheme.assessees.find((a) => a.id === id)?.level
    // What is told one level below is for those above, whatever kind the units below are.
    return [...types].every((type) => levelOf(type) === fact.level) ? types : undefined
  }

  /** False when nothing asks for this of a unit of its kind: the place is closed in the template. */
  asks(meaning: ColumnMeaning, { type }: Unit): boolean {
    if (type === null) return true
    if (meaning.column === 'mark-value' || meaning.column === 'mark-reason')
      return this.#marks.get(meaning.item)?.has(type) ?? true
    if (meaning.column !== 'fact-value') return true
    const fact = this.#scheme.facts?.find((f) => f.id === meaning.fact)
    return fact === undefined || (this.#typesFor(fact)?.has(type) ?? true)
  }
}

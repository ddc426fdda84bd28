import type { Builder, Input, NodeId } from '../core/index.ts'
import type { Category, Scheme, Source } from '../model/index.ts'
import { type Rational, ZERO, int } from '../number/index.ts'
import type { ItemsFrame } from './items.ts'
import {
  type Combine,
  type Member,
  combineMembers,
  countedPoints,
  fullFor,
  fullOf,
} from './members.ts'
import type { ItemProgram, Nature, PartProgram } from './program.ts'
import { limitsOf, tellCombined } from './tell-members.ts'
import { joinedTypes, typesNode } from './types.ts'

/** Points collected by nature on the way up to the total. */
export interface Collected {
  readonly base: readonly Member[]
  readonly bonus: readonly NodeId[]
  readonly penalty: readonly NodeId[]
}

const NOTHING: Collected = { base: [], bonus: [], penalty: [] }

function join(all: readonly Collected[]): Collected {
  return all.reduce(
    (a, b) => ({
      base: [...a.base, ...b.base],
      bonus: [...a.bonus, ...b.bonus],
      penalty: [...a.penalty, ...b.penalty],
    }),
    NOTHING,
  )
}

/** Builds categories and sources from the items below them, and remembers each as a part. */
export class Groups {
  readonly parts: PartProgram[] = []
  readonly #frame: ItemsFrame
  readonly #items: readonly ItemProgram[]
  readonly #b: Builder<Input>
  readonly #types: readonly string[]

  constructor(frame: ItemsFrame, items: readonly ItemProgram[]) {
    this.#frame = frame
    this.#items = items.filter((i) => !i.targetOnly && i.item.counts !== false)
    this.#b = frame.b
    this.#types = frame.scope.scheme.assessees.map((a) => a.id)
  }

  #memberOf(program: ItemProgram): Member {
    const { item, points, appliesAlone, appliesOnSheet } = program
    // What is not for a type stands on another sheet, unless the notice says what becomes of its points.
    const types = item.notApplicable === undefined ? item.assessees : undefined
    return {
      points,
      applies: types === undefined ? appliesAlone : appliesOnSheet,
      types,
      belongs: typesNode(types, this.#frame.scope, this.#b),
      full: item.full,
      fullNode: undefined,
      weight: item.weight,
      policy: item.notApplicable,
      asked: '不适用时',
      path: `指标/${item.id}`,
    }
  }

  #itemsIn(of: (program: ItemProgram) => boolean): Collected {
    const inside = this.#items.filter(of)
    const ofNature = (nature: Nature) =>
      inside.filter((p) => p.nature === nature).map((p) => this.#memberOf(p))
    const counted = (members: readonly Member[]) => members.map((m) => countedPoints(m, this.#b))
    return {
      base: ofNature('base'),
      bonus: counted(ofNature('bonus')),
      penalty: counted(ofNature('penalty')),
    }
  }

  #clamp(points: NodeId, declared: Category): NodeId {
    const b = this.#b
    const capped = declared.cap === undefined ? points : b.least([points, b.constant(declared.cap)])
    const floored =
      declared.floor === undefined ? capped : b.greatest([capped, b.constant(declared.floor)])
    return declared.rounding === undefined ? floored : b.round(floored, declared.rounding)
  }

  #category(declared: Category): Collected {
    const categories = this.#frame.scope.scheme.categories ?? []
    const below = categories.filter((c) => c.above === declared.id).map((c) => this.#category(c))
    const inside = join([this.#itemsIn((p) => p.item.category === declared.id), ...below])
    const collected =
      declared.nature === 'bonus' || declared.nature === 'penalty'
        ? this.#extra(declared, declared.nature, inside)
        : this.#base(declared, inside)
    return declared.counts === false ? NOTHING : collected
  }

  #extra(declared: Category, nature: 'bonus' | 'penalty', inside: Collected): Collected {
    const all = this.#b.sum([
      ...inside.base.map((m) => countedPoints(m, this.#b)),
      ...inside.bonus,
      ...inside.penalty,
    ])
    const points = this.#clamp(all, declared)
    const part = {
      id: declared.id,
      kind: 'category',
      declared,
      points,
      full: declared.full,
      formula: [],
      limits: limitsOf(declared),
    } as const
    this.parts.push({ ...part, applies: this.#b.one() })
    return { ...NOTHING, [nature]: [points] }
  }

  #base(declared: Category, inside: Collected): Collected {
    const how: Combine = declared.combine ?? 'sum'
    const full = declared.full ?? fullOf(inside.base, how, this.#types)
    if (inside.base.length === 0 && inside.penalty.length === 0) return { ...inside, base: [] }
    const combined = combineMembers(inside.base, how, full ?? int(100), this.#b)
    const points = this.#clamp(this.#b.sum([combined, ...inside.penalty]), declared)
    const applies = this.#anyApplies(inside.base)
    const formula = tellCombined(inside.base, how, full ?? int(100), inside.penalty, this.#b)
    const limits = limitsOf(declared)
    const part = { id: declared.id, declared, points, applies, full, formula, limits }
    this.parts.push({ ...part, kind: 'category' })
    const member: Member = {
      points,
      applies: this.#alwaysOnSheet(inside.base) ? this.#b.one() : applies,
      ...this.#sheetOf(inside.base),
      full,
      fullNode: this.#fullNode(inside.base, how, full),
      weight: declared.weight,
      policy: policyOf(inside.base),
      asked: '不适用时',
      path: `类别/${declared.id}`,
    }
    return { base: [member], bonus: inside.bonus, penalty: [] }
  }

  // A category applies where anything in it does.
  #anyApplies(members: readonly Member[]): NodeId {
    const held = members.map((m) => this.#b.and([m.belongs, m.applies]))
    return members.length === 0 ? this.#b.one() : this.#b.or(held)
  }

  #alwaysOnSheet(members: readonly Member[]): boolean {
    return members.every((m) => this.#b.constantOf(m.applies)?.num === 1n)
  }

  // The full score of the unit at hand where types have sheets that differ.
  #fullNode(
    members: readonly Member[],
    how: Combine,
    full: Rational | undefined,
  ): NodeId | undefined {
    if (full !== undefined) return undefined
    return fullNodeOf(fullsFor(members, how, this.#types), this.#frame)
  }

  // A category stands on the sheets of all that is in it.
  #sheetOf(members: readonly Member[]): Pick<Member, 'types' | 'belongs'> {
    const types = members.length === 0 ? undefined : joinedTypes(members.map((m) => m.types))
    return { types, belongs: typesNode(types, this.#frame.scope, this.#b) }
  }

  #source(source: Source): Collected {
    const { scope } = this.#frame
    const categories = (scope.scheme.categories ?? []).filter(
      (c) => c.source === source.id && c.above === undefined,
    )
    const loose = this.#itemsIn((p) => p.item.source === source.id && p.item.category === undefined)
    const inside = join([loose, ...categories.map((c) => this.#category(c))])
    const how: Combine = source.combine ?? 'sum'
    const full = fullOf(inside.base, how, this.#types)
    const points = this.#b.sum([
      combineMembers(inside.base, how, full ?? int(100), this.#b),
      ...inside.penalty,
    ])
    const applies = this.#b.and([
      typesNode(source.assessees, scope, this.#b),
      this.#anyApplies(inside.base),
    ])
    const formula = tellCombined(inside.base, how, full ?? int(100), inside.penalty, this.#b)
    const part = { id: source.id, declared: source, points, applies, full, formula, limits: [] }
    this.parts.push({ ...part, kind: 'source' })
    const member: Member = {
      points,
      applies,
      types: undefined,
      belongs: this.#b.one(),
      full: inside.base.length === 0 ? undefined : full,
      fullNode: this.#fullNode(inside.base, how, full),
      weight: source.weight,
      policy: source.absent,
      asked: '无评价时',
      path: `评价方式/${source.id}`,
    }
    return { base: [member], bonus: inside.bonus, penalty: [] }
  }

  /** Everything at the top: sources, and the categories and items that belong to none. */
  top(): { readonly weighted: readonly Member[]; readonly plain: Collected } {
    const { scheme } = this.#frame.scope
    const sources = join((scheme.sources ?? []).map((s) => this.#source(s)))
    const categories = (scheme.categories ?? []).filter(
      (c) => c.source === undefined && c.above === undefined,
    )
    const loose = this.#itemsIn((p) => p.item.source === undefined && p.item.category === undefined)
    const plain = join([loose, ...categories.map((c) => this.#category(c))])
    const weighted = sources.base.filter((m) => m.weight !== undefined)
    const rest = sources.base.filter((m) => m.weight === undefined)
    return {
      weighted,
      plain: join([{ base: rest, bonus: sources.bonus, penalty: sources.penalty }, plain]),
    }
  }
}

function policyOf(members: readonly Member[]): Member['policy'] {
  const policies = new Set(members.map((m) => m.policy).filter((p) => p !== undefined))
  return policies.size === 1 ? [...policies][0] : undefined
}

/** The full score of the total, or where types have sheets that differ, that of each. */
export interface Fulls {
  readonly full: Rational | undefined
  readonly fulls: ReadonlyMap<string, Rational>
}

const ALIKE: Fulls['fulls'] = new Map()

export function fullsOfTotal(
  { total, assessees }: Pick<Scheme, 'total' | 'assessees'>,
  weighted: readonly Member[],
  base: readonly Member[],
): Fulls {
  if (total?.full !== undefined) return { full: total.full, fulls: ALIKE }
  if (weighted.length > 0) return { full: int(100), fulls: ALIKE }
  if (total?.start !== undefined && total.start.num !== ZERO.num)
    return { full: undefined, fulls: ALIKE }
  const types = assessees.map((a) => a.id)
  const full = fullOf(base, 'sum', types)
  return { full, fulls: full === undefined ? fullsFor(base, 'sum', types) : ALIKE }
}

function fullsFor(
  members: readonly Member[],
  how: Combine,
  types: readonly string[],
): Fulls['fulls'] {
  const fulls = types.flatMap((type) => {
    const own = fullFor(members, how, type)
    return own === undefined ? [] : [[type, own] as const]
  })
  return new Map(fulls)
}

/** The full score of the unit at hand by its type; undefined where no type has one. */
export function fullNodeOf(
  fulls: Fulls['fulls'],
  { scope, b }: Pick<ItemsFrame, 'scope' | 'b'>,
): NodeId | undefined {
  if (fulls.size === 0) return undefined
  const own = [...fulls].map(([type, of]) =>
    b.product([b.constant(of), typesNode([type], scope, b)]),
  )
  return b.sum(own)
}

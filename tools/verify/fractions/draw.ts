import { type Chance, chanceFrom } from '@kaohe/scheme'
import type {
  Band,
  Beside,
  Fact,
  Group,
  Item,
  Mode,
  Params,
  Rounding,
  Rule,
  Total,
  Unit,
} from './params.ts'

/** So many rules, each with figures of its own, in one scheme; and so many units. */
export const RULES = 20
export const UNITS = 2

const MODES: readonly Mode[] = ['half-up', 'half-even', 'up', 'down', 'floor', 'ceiling']
const STEPS = ['0.01', '0.1', '1', '0.5', '0.25', '5'] as const
const WAYS = ['sum', 'average', 'best', 'worst'] as const

/** The figures that a rule cuts at, so that facts hit them. */
type Cuts = Map<string, string[]>

/** Draws the parameters of one scheme. */
class Draw {
  readonly facts: Fact[] = []
  readonly #cuts: Cuts = new Map()
  readonly #chance: Chance

  constructor(seed: number) {
    this.#chance = chanceFrom(seed)
  }

  pick<T>(of: readonly T[]): T {
    return of[this.#chance.below(of.length)] as T
  }

  once(n: number): boolean {
    return this.#chance.below(n) === 0
  }

  several<T>(least: number, most: number, make: (i: number) => T): T[] {
    return Array.from({ length: least + this.#chance.below(most - least + 1) }, (_, i) => make(i))
  }

  maybe<T>(n: number, make: () => T): T | undefined {
    return this.once(n) ? make() : undefined
  }

  /** A decimal of up to `places` places, often ending in 5 so that roundings meet ties. */
  decimal(most: number, places: number): string {
    const scale = 10 ** this.#chance.below(places + 1)
    const drawn = this.#chance.below(most * scale + 1)
    const value = this.once(3) ? drawn - (drawn % 10) + 5 : drawn
    const digits = String(value).padStart(String(scale).length, '0')
    const point = digits.length - String(scale).length + 1
    return scale === 1 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`
  }

  /** Points as notices write them, now and then a third. */
  points(most = 20): string {
    if (this.once(10)) return `${1 + this.#chance.below(40)}/${this.pick([3, 6, 7])}`
    return this.decimal(most, 2)
  }

  signed(): string {
    const points = this.points()
    return this.once(2) ? points : `-${points}`
  }

  /** Greater than zero. */
  positive(make: () => string): string {
    const text = make()
    return /[1-9]/.test(text) ? text : '1'
  }

  figure(unit: Unit): string {
    if (unit === '人') return String(this.#chance.below(120))
    return unit === '%' ? this.decimal(150, 2) : this.decimal(40, 3)
  }

  fact(unit: Unit): string {
    const id = `f${this.facts.length}`
    this.facts.push({ id, unit })
    this.#cuts.set(id, [])
    return id
  }

  /** A figure that a rule cuts the fact at. */
  cut(fact: string, unit: Unit): string {
    const at = this.figure(unit)
    this.#cuts.get(fact)?.push(at)
    return at
  }

  /** What a unit reports: every second time exactly where a rule cuts. */
  value({ id, unit }: Fact): string {
    const cuts = this.#cuts.get(id) ?? []
    return cuts.length > 0 && this.once(2) ? this.pick(cuts) : this.figure(unit)
  }

  rounding(): Rounding {
    return { to: this.pick(STEPS), mode: this.pick(MODES) }
  }

  beside(): Beside {
    const [one, other] = [this.signed(), this.signed()]
    const ordered = roughly(one) <= roughly(other)
    return {
      coefficient: this.maybe(6, () => this.decimal(3, 2)),
      round: this.maybe(3, () => this.rounding()),
      cap: this.maybe(4, () => (ordered ? other : one)),
      floor: this.maybe(4, () => (ordered ? one : other)),
      mostLoss: this.maybe(8, () => this.points(6)),
    }
  }

  rule(depth: number): Rule {
    const combined = depth > 0 && this.once(3)
    const made = combined ? this.#combined(depth) : this.#simple()
    return { ...made, ...this.beside() }
  }

  #simple(): Rule {
    const draws = [
      () => this.#partition(),
      () => this.#overlapping(),
      () => this.#proportional(),
      () => this.#external(),
      () => this.#slope(),
    ]
    return this.pick(draws)()
  }

  #combined(depth: number): Rule {
    const rules = this.several(2, 4, () => this.rule(depth - 1))
    if (this.once(2)) return { kind: 'weighted', parts: zip(this.weights(rules.length), rules) }
    if (this.once(3)) return { kind: 'deduct', start: this.points(), rules, floored: this.once(2) }
    return { kind: this.pick(WAYS), rules }
  }

  /** Percentages that come to 100, in whole or half points. */
  weights(count: number): string[] {
    const cuts = new Set<number>()
    while (cuts.size < count - 1) cuts.add(1 + this.#chance.below(199))
    const ends = [0, ...[...cuts].toSorted((a, b) => a - b), 200]
    return ends.slice(1).map((end, i) => String((end - (ends[i] as number)) / 2))
  }

  /** Bands that hold every value once, in any order; one of them may be left to the rest. */
  #partition(): Rule {
    const unit = this.pick(['%', '人', '小时'] as const)
    const fact = this.fact(unit)
    const cuts = [...new Set(this.several(1, 4, () => this.cut(fact, unit)))]
      .toSorted((a, b) => Number(a) - Number(b))
      .filter((cut, i, all) => i === 0 || Number(cut) !== Number(all[i - 1]))
      .map((at) => ({ at, above: this.once(2) }))
    const bands = Array.from({ length: cuts.length + 1 }, (_, i): Band => {
      const [from, to] = [cuts[i - 1], cuts[i]]
      const low = from === undefined ? {} : { from: from.at, fromIn: from.above }
      const high = to === undefined ? {} : { to: to.at, toIn: !to.above }
      return { ...low, ...high, points: this.signed() }
    })
    const left = this.once(3) ? this.#chance.below(bands.length) : -1
    const named = bands.filter((_, i) => i !== left)
    const rest = bands[left]?.points
    return { kind: 'bands', fact, reading: 'one', bands: this.shuffled(named), rest }
  }

  /** Bands that overlap, counted together, or the best or the worst of them. */
  #overlapping(): Rule {
    const unit = this.pick(['%', '人', '小时'] as const)
    const fact = this.fact(unit)
    const bands = this.several(1, 4, (): Band => {
      const ends = [this.cut(fact, unit), this.cut(fact, unit)]
      const [from, to] = ends.toSorted((a, b) => Number(a) - Number(b)) as [string, string]
      const point = Number(from) === Number(to)
      const which = this.#chance.below(3)
      return {
        ...(which === 0 ? {} : { from, fromIn: (point && which === 2) || this.once(2) }),
        ...(which === 1 ? {} : { to, toIn: (point && which === 2) || this.once(2) }),
        points: this.signed(),
      }
    })
    const reading = this.pick(['sum', 'sum', 'best', 'worst'] as const)
    const rest = reading === 'sum' && this.once(2) ? undefined : this.signed()
    return { kind: 'bands', fact, reading, bands, rest }
  }

  #proportional(): Rule {
    const unit = this.pick(['%', '人', '小时'] as const)
    const fact = this.fact(unit)
    const goal = this.once(2)
      ? { fact: this.fact(unit) }
      : { value: this.positive(() => this.cut(fact, unit)) }
    return {
      kind: 'proportional',
      fact,
      goal,
      most: this.points(),
      beyond: this.pick(['cap', 'count'] as const),
      gate: this.maybe(3, () => this.cut(fact, unit)),
    }
  }

  #external(): Rule {
    const fact = this.fact('分')
    const loss = this.once(2)
    if (this.once(2)) return { kind: 'external', fact, loss, times: this.decimal(4, 2) }
    const theirs = this.positive(() => this.points(120))
    return { kind: 'external', fact, loss, theirs, ours: this.points() }
  }

  #slope(): Rule {
    const unit = this.pick(['%', '人', '小时'] as const)
    const fact = this.fact(unit)
    const ends = [this.cut(fact, unit), this.cut(fact, unit)].toSorted(
      (a, b) => Number(a) - Number(b),
    ) as [string, string]
    const [low, high] = this.once(2) ? ends : [ends[0], ends[0]]
    return {
      kind: 'slope',
      fact,
      low,
      high,
      start: this.points(),
      per: this.positive(() => (unit === '人' ? this.decimal(9, 0) : this.decimal(5, 1))),
      below: this.signed(),
      above: this.signed(),
      partial: this.pick(['drop', 'prorate', 'raise'] as const),
    }
  }

  shuffled<T>(of: readonly T[]): T[] {
    const all = [...of]
    for (let i = all.length - 1; i > 0; i -= 1) {
      const j = this.#chance.below(i + 1)
      ;[all[i], all[j]] = [all[j] as T, all[i] as T]
    }
    return all
  }

  item(i: number): Item {
    return {
      id: `i${i}`,
      full: this.positive(() => this.points()),
      rounding: this.maybe(4, () => this.rounding()),
      rule: this.rule(2),
    }
  }

  #bounds(): Pick<Group, 'cap' | 'floor' | 'rounding'> {
    return {
      cap: this.maybe(3, () => this.points(60)),
      floor: this.maybe(3, () => `-${this.points()}`),
      rounding: this.maybe(3, () => this.rounding()),
    }
  }

  /** Sources with weights, whose items are parts of the sources' full scores. */
  sources(items: readonly Item[]): { groups: Group[]; items: Item[] } {
    const weights = this.weights(2 + this.#chance.below(3))
    const groups = weights.map(
      (weight, i): Group => ({
        id: `g${i}`,
        as: 'source',
        nature: 'base',
        combine: this.pick(WAYS),
        weight,
      }),
    )
    return {
      groups,
      items: items.map((item, i) => ({ ...item, nature: 'base', group: `g${i % groups.length}` })),
    }
  }

  /** Categories of every nature and way of coming together, and items that are in none. */
  categories(items: readonly Item[]): { groups: Group[]; items: Item[] } {
    const natures = ['base', 'base', 'bonus', 'penalty'] as const
    const groups = natures.map((nature, i): Group => {
      const combine = nature === 'base' ? this.pick([...WAYS, 'weighted'] as const) : 'sum'
      const full = combine === 'weighted' ? this.positive(() => this.points(60)) : undefined
      return { id: `g${i}`, as: 'category', nature, combine, full, ...this.#bounds() }
    })
    const placed = items.map((item, i): Item => {
      const group = groups[i % 6]
      if (group !== undefined) return { ...item, group: group.id }
      return { ...item, nature: this.pick(['base', 'bonus', 'penalty'] as const) }
    })
    const weighted = groups.filter((g) => g.combine === 'weighted').map((g) => g.id)
    const weights = new Map(
      weighted.flatMap((id) => {
        const inside = placed.filter((item) => item.group === id)
        const drawn = this.weights(inside.length)
        return inside.map((item, k) => [item.id, drawn[k]] as const)
      }),
    )
    return { groups, items: placed.map((item) => ({ ...item, weight: weights.get(item.id) })) }
  }

  total(weighted: boolean): Total {
    return {
      start: weighted ? undefined : this.maybe(2, () => '100'),
      full: weighted ? this.maybe(2, () => this.pick(['100', '60', '150'])) : undefined,
      floor: this.maybe(3, () => this.pick(['0', '20', '-30'])),
      cap: this.maybe(4, () => this.pick(['100', '120.5', '150'])),
      bonusCap: this.maybe(3, () => this.points()),
      rounding: this.maybe(2, () => this.rounding()),
    }
  }
}

/** The value of a text such as 7/3, roughly: for putting two in order, never for a score. */
function roughly(text: string): number {
  const [num, den = '1'] = text.split('/')
  return Number(num) / Number(den)
}

function zip(weights: readonly string[], rules: readonly Rule[]) {
  return rules.map((rule, i) => ({ weight: weights[i] as string, rule }))
}

/** The parameters of the scheme of a seed, and the facts of its units. */
export function drawParams(seed: number): Params {
  const draw = new Draw(seed)
  const drawn = Array.from({ length: RULES }, (_, i) => draw.item(i))
  const weighted = draw.once(2)
  const { groups, items } = weighted ? draw.sources(drawn) : draw.categories(drawn)
  // A goal is divided by.
  const goals = new Set(JSON.stringify(items).match(/(?<="goal":\{"fact":")f\d+/g))
  const unit = () =>
    Object.fromEntries(
      draw.facts.map((fact) => {
        const value = goals.has(fact.id) ? draw.positive(() => draw.value(fact)) : draw.value(fact)
        return [fact.id, value]
      }),
    )
  return {
    seed,
    inclusion: draw.pick(['inclusive', 'exclusive', 'above-only'] as const),
    facts: draw.facts,
    groups,
    items,
    total: draw.total(weighted),
    units: Array.from({ length: UNITS }, unit),
  }
}

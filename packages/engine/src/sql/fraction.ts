import type { Piece } from '../core/index.ts'
import type { Rational, RoundingMode } from '../number/index.ts'
import type { Dialect } from './dialect.ts'

/**
 * A value in SQL: an integer numerator over a denominator that is either the same for every row
 * (a bigint) or an integer expression of its own. Denominators are positive.
 */
export interface Fraction {
  readonly num: string
  readonly den: bigint | string
  /** A figure of the scheme, other than zero. */
  readonly figure?: boolean
}

export type Fixed = Fraction & { readonly den: bigint }

export function isFixed(value: Fraction): value is Fixed {
  return typeof value.den === 'bigint'
}

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? a : gcd(b, a % b)
}

export function commonDenominator(of: readonly Fixed[]): bigint {
  return of.reduce((all, { den }) => (all / gcd(all, den)) * den, 1n)
}

/** Writes SQL for exact arithmetic on fractions. */
export class Arithmetic {
  readonly dialect: Dialect

  constructor(dialect: Dialect) {
    this.dialect = dialect
  }

  literal(value: bigint): string {
    return `CAST(${value} AS ${this.dialect.integer})`
  }

  constant(value: Rational): Fixed {
    return { num: this.literal(value.num), den: value.den, figure: value.num !== 0n }
  }

  #den(value: Fraction): string {
    return typeof value.den === 'bigint' ? this.literal(value.den) : value.den
  }

  /** The numerator over a larger common denominator. */
  scaled(value: Fixed, den: bigint): string {
    return value.den === den ? value.num : `(${value.num} * ${this.literal(den / value.den)})`
  }

  sum(of: readonly Fraction[]): Fraction {
    if (of.every(isFixed)) {
      const den = commonDenominator(of)
      return { num: `(${of.map((v) => this.scaled(v, den)).join(' + ')})`, den }
    }
    return of.reduce((a, b) => ({
      num: `(${a.num} * ${this.#den(b)} + ${b.num} * ${this.#den(a)})`,
      den: `(${this.#den(a)} * ${this.#den(b)})`,
    }))
  }

  /** Nothing times anything is nothing, even where the other is not known. */
  product(of: readonly Fraction[]): Fraction {
    const open = of.filter((v) => v.figure !== true)
    const nothing = open.map((v) => `${v.num} = 0`).join(' OR ')
    const unless = (none: string, text: string) =>
      open.length > 1 ? `CASE WHEN ${nothing} THEN ${none} ELSE ${text} END` : text
    const num = unless('0', `(${of.map((v) => v.num).join(' * ')})`)
    if (of.every(isFixed)) return { num, den: of.reduce((all, v) => all * v.den, 1n) }
    return { num, den: unless('1', `(${of.map((v) => this.#den(v)).join(' * ')})`) }
  }

  /** NULL where the divisor is zero. */
  quotient(a: Fraction, b: Fraction): Fraction {
    const num = `(${a.num} * ${this.#den(b)} * sign(${b.num}))`
    return { num, den: `nullif(${this.#den(a)} * abs(${b.num}), 0)` }
  }

  /** The least or the greatest; NULL where one of them is. */
  extreme(how: 'least' | 'greatest', of: readonly Fraction[]): Fraction {
    const known = of.map((v) => `${v.num} IS NOT NULL`).join(' AND ')
    if (of.every(isFixed)) {
      const den = commonDenominator(of)
      const values = of.map((v) => this.scaled(v, den)).join(', ')
      return { num: `CASE WHEN ${known} THEN ${how}(${values}) END`, den }
    }
    return of.reduce((a, b) => {
      const first = this.#before(a, how === 'least' ? '<=' : '>=', b)
      const pick = (x: string, y: string) =>
        `CASE WHEN ${first} THEN ${x} WHEN NOT (${first}) THEN ${y} END`
      return { num: pick(a.num, b.num), den: pick(this.#den(a), this.#den(b)) }
    })
  }

  #before(a: Fraction, how: string, b: Fraction): string {
    return `(${a.num} * ${this.#den(b)} ${how} ${b.num} * ${this.#den(a)})`
  }

  /** Whether a value lies in a piece. */
  within(value: Fraction, piece: Omit<Piece, 'then'>): string {
    const against = (how: string, end: Rational) => this.#before(value, how, this.constant(end))
    const conditions = [
      ...(piece.from === null ? [] : [against(piece.fromInclusive ? '>=' : '>', piece.from)]),
      ...(piece.to === null ? [] : [against(piece.toInclusive ? '<=' : '<', piece.to)]),
    ]
    return conditions.length === 0 ? `${value.num} IS NOT NULL` : conditions.join(' AND ')
  }

  /** NULL where no condition holds. */
  cases(of: readonly { readonly when: string; readonly then: Fraction }[]): Fraction {
    const pick = (value: (v: Fraction) => string) =>
      `CASE ${of.map(({ when, then }) => `WHEN ${when} THEN ${value(then)}`).join(' ')} END`
    const thens = of.map((c) => c.then)
    if (!thens.every(isFixed)) return { num: pick((v) => v.num), den: pick((v) => this.#den(v)) }
    const den = commonDenominator(thens)
    return { num: pick((v) => this.scaled(v as Fixed, den)), den }
  }

  /** A multiple of `to`, by the modes of `round`. */
  round(value: Fraction, to: Rational, mode: RoundingMode): Fraction {
    const a = `(${value.num} * ${this.literal(to.den)})`
    const b = `(${this.#den(value)} * ${this.literal(to.num)})`
    return { num: `(${this.#steps(a, b, mode)} * ${this.literal(to.num)})`, den: to.den }
  }

  // Whole steps of a/b, b positive; `floor` is built from the quotient towards zero.
  #steps(a: string, b: string, mode: RoundingMode): string {
    const zero = this.dialect.divide(a, b)
    const rest = `((${a}) % (${b}))`
    const floor = `(${zero} - CASE WHEN ${rest} < 0 THEN 1 ELSE 0 END)`
    const away = `(${zero} + CASE WHEN ${rest} > 0 THEN 1 WHEN ${rest} < 0 THEN -1 ELSE 0 END)`
    const twice = `(2 * abs(${rest}) - (${b}))`
    switch (mode) {
      case 'down':
        return zero
      case 'up':
        return away
      case 'floor':
        return floor
      case 'ceiling':
        return `(${zero} + CASE WHEN ${rest} > 0 THEN 1 ELSE 0 END)`
      case 'half-up':
        return `CASE WHEN ${twice} >= 0 THEN ${away} ELSE ${zero} END`
      case 'half-even':
        return `CASE WHEN ${twice} > 0 OR (${twice} = 0 AND ${zero} % 2 <> 0) THEN ${away} ELSE ${zero} END`
    }
  }
}

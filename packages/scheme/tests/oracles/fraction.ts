/** Exact fractions for oracles whose weights do not terminate, kept apart from the engine's on purpose. */
export class Fraction {
  readonly top: bigint
  readonly bottom: bigint

  constructor(top: bigint, bottom = 1n) {
    if (bottom === 0n) throw new Error('a fraction over zero')
    const sign = bottom < 0n ? -1n : 1n
    let [a, b] = [top < 0n ? -top : top, bottom * sign]
    while (b !== 0n) [a, b] = [b, a % b]
    this.top = (sign * top) / a
    this.bottom = (sign * bottom) / a
  }

  /** Reads a number as the dataset writes it: `88`, `"71.5%"` (71.5 hundredths), `"30人"`, `"1/3"`. */
  static of(written: string | number): Fraction {
    const found = /^(-?\d+)(?:\.(\d+))?(?:\/(\d+))?(.*)$/.exec(String(written).trim())
    if (found === null) throw new Error(`not a number: ${written}`)
    const [, whole, decimals = '', over = '1', unit] = found
    const bottom = 10n ** BigInt(decimals.length) * BigInt(over) * (unit === '%' ? 100n : 1n)
    return new Fraction(BigInt(`${whole}${decimals}`), bottom)
  }

  static sum(all: readonly Fraction[]): Fraction {
    return all.reduce((a, b) => a.plus(b), new Fraction(0n))
  }

  static mean(all: readonly Fraction[]): Fraction {
    return Fraction.sum(all).over(Fraction.of(all.length))
  }

  plus(other: Fraction): Fraction {
    return new Fraction(
      this.top * other.bottom + other.top * this.bottom,
      this.bottom * other.bottom,
    )
  }

  minus(other: Fraction): Fraction {
    return this.plus(new Fraction(-other.top, other.bottom))
  }

  times(other: Fraction): Fraction {
    return new Fraction(this.top * other.top, this.bottom * other.bottom)
  }

  over(other: Fraction): Fraction {
    return new Fraction(this.top * other.bottom, this.bottom * other.top)
  }

  /** Negative, zero or positive as this is less than, equal to or more than the other. */
  compare(other: Fraction): number {
    const difference = this.minus(other).top
    return difference < 0n ? -1 : difference > 0n ? 1 : 0
  }

  /** Half up to a number of decimal places; never called with less than zero. */
  rounded(places: number): Fraction {
    const scale = 10n ** BigInt(places)
    return new Fraction((2n * this.top * scale + this.bottom) / (2n * this.bottom), scale)
  }

  /** A decimal where it terminates, else a fraction: the way results are written. */
  toString(): string {
    if (this.bottom === 1n) return String(this.top)
    let rest = this.bottom
    for (const prime of [2n, 5n]) while (rest % prime === 0n) rest /= prime
    return rest === 1n ? this.#decimal() : `${this.top}/${this.bottom}`
  }

  #decimal(): string {
    let [places, scale] = [0, 1n]
    while (scale % this.bottom !== 0n) {
      places += 1
      scale *= 10n
    }
    const size = this.top < 0n ? -this.top : this.top
    const digits = String((size * scale) / this.bottom).padStart(places + 1, '0')
    return `${this.top < 0n ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`
  }
}

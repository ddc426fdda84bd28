import { compare, formatRational, parseRational, type Rational, ratio } from '@kaohe/engine'

/** Fewer ballots would show who gave which. */
export const FEWEST_TO_SPREAD = 5
const BANDS = 10n

/** How many ballots said something. */
export interface SpreadBand {
  readonly label: string
  readonly count: number
}

interface Scale {
  readonly least: string | null
  readonly most: string | null
  readonly words: readonly string[]
}

function boundsOf({ least, most }: Scale, values: readonly Rational[]): [Rational, Rational] {
  const sorted = values.toSorted(compare)
  const from = least === null ? undefined : parseRational(least)
  const to = most === null ? undefined : parseRational(most)
  return [from ?? sorted[0]!, to ?? sorted.at(-1)!]
}

// Whole numbers of a common denominator, so that no band is missed by a rounding.
function bandsOf(values: readonly Rational[], [low, high]: [Rational, Rational]): SpreadBand[] {
  const den = low.den * high.den
  const [from, to] = [low.num * high.den, high.num * low.den]
  const width = to - from
  if (width <= 0n) return [{ label: formatRational(low), count: values.length }]
  const at = ({ num, den: own }: Rational): bigint => {
    const place = ((num * den - from * own) * BANDS) / (width * own)
    return place >= BANDS ? BANDS - 1n : place < 0n ? 0n : place
  }
  const counts = Map.groupBy(values, (value) => at(value))
  return Array.from({ length: Number(BANDS) }, (_, i) => {
    const edge = (n: bigint): string => formatRational(ratio(from * BANDS + width * n, den * BANDS))
    const label = `${edge(BigInt(i))}～${edge(BigInt(i) + 1n)}`
    return { label, count: counts.get(BigInt(i))?.length ?? 0 }
  })
}

/**
 * How ballots are spread over what they may say, without saying whose is which; undefined where they are too few
 * for that.
 */
export function spreadOf(texts: readonly string[], scale: Scale): SpreadBand[] | undefined {
  if (texts.length < FEWEST_TO_SPREAD) return undefined
  const { words } = scale
  if (words.length > 0)
    return words.map((label) => ({ label, count: texts.filter((text) => text === label).length }))
  const values = texts.flatMap((text) => parseRational(text) ?? [])
  return values.length < FEWEST_TO_SPREAD ? undefined : bandsOf(values, boundsOf(scale, values))
}

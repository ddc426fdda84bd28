import type { ToldPart, ToldStep } from '@kaohe/documents'
import {
  add,
  divide,
  formatRational,
  int,
  isZero,
  multiply,
  ONE,
  parseRational,
  type PartProof,
  type Proof,
  type Rational,
  subtract,
  type UnitResult,
  ZERO,
} from '@kaohe/engine'

const exact = (value: PartProof['points'] | null): Rational | undefined =>
  typeof value === 'string' ? parseRational(value) : undefined

/** `0.25` as `25%`. */
export function percent(weight: string | null): string | null {
  const share = exact(weight)
  return share === undefined ? null : `${formatRational(multiply(share, int(100)))}%`
}

// Sources and categories of which the total is made; what lies inside one of them is in it already.
const topOf = ({ parts }: Proof): PartProof[] =>
  parts.filter(
    ({ kind, within, applies, counts }) =>
      (kind === 'source' || kind === 'category') && within === null && applies && counts !== false,
  )

/** What items in no category are called together. */
export const UNGROUPED = '其他指标'

interface Change {
  readonly name: string
  readonly whole: Rational
  readonly got: Rational
}

function changesOf(top: readonly PartProof[]): Change[] | undefined {
  const weights = top.flatMap(({ weight }) => exact(weight) ?? [])
  const together = weights.reduce(add, ZERO)
  const all = top.map(({ name, weight, full, points }): Change | undefined => {
    const [got, whole, share] = [exact(points), exact(full), exact(weight)]
    if (got === undefined) return undefined
    const part = share === undefined || isZero(together) ? ONE : divide(share, together)
    return { name, whole: multiply(whole ?? ZERO, part), got: multiply(got, part) }
  })
  return all.includes(undefined) ? undefined : (all as Change[])
}

// Items in no category and of no source bring what they bring.
function looseOf({ items }: Proof, loose: readonly string[]): Change[] {
  const mine = items.filter(({ id, counts }) => loose.includes(id) && counts !== false)
  const got = mine.flatMap(({ points }) => exact(points) ?? []).reduce(add, ZERO)
  return isZero(got) ? [] : [{ name: UNGROUPED, whole: ZERO, got }]
}

const signed = (value: Rational): string => `${value.num > 0n ? '+' : ''}${formatRational(value)}`

/**
 * From what a unit begins with to its total: each part of the total with what it lost or brought, at the end
 * what rounding and limits did, so that the steps always meet the total.
 * @param loose items in no category and of no source
 * @returns null where something is not known exactly
 */
export function stepsOf(
  { total }: UnitResult,
  proof: Proof,
  loose: readonly string[] = [],
): ToldStep[] | null {
  const inParts = changesOf(topOf(proof))
  if (inParts === undefined || total === undefined) return null
  const changes = [...inParts, ...looseOf(proof, loose)]
  const begin = changes.map(({ whole }) => whole).reduce(add, exact(proof.total.start) ?? ZERO)
  const beginning = changes.some(({ whole }) => !isZero(whole)) ? '满分' : '起评分'
  const steps: ToldStep[] = [{ name: beginning, change: null, to: formatRational(begin) }]
  let at = begin
  for (const { name, whole, got } of changes) {
    const change = subtract(got, whole)
    at = add(at, change)
    steps.push({ name, change: signed(change), to: formatRational(at) })
  }
  const rest = subtract(total, at)
  if (!isZero(rest))
    steps.push({ name: '扣减、上下限和舍入', change: signed(rest), to: formatRational(total) })
  return [...steps, { name: '总分', change: null, to: formatRational(total) }]
}

/** The sources 评价方式 side by side; where the scheme has none, the parts of the total. */
export function sourcesOf(proof: Proof): ToldPart[] {
  const sources = proof.parts.filter(({ kind, applies }) => kind === 'source' && applies)
  return (sources.length === 0 ? topOf(proof) : sources).map(({ name, points, full, weight }) => ({
    name,
    points: typeof points === 'string' ? points : '未定',
    full,
    weight: percent(weight),
  }))
}

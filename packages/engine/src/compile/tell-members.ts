import type { Builder, Input, NodeId } from '../core/index.ts'
import type { Segment, Telling } from '../kinds/kind.ts'
import { whether } from '../kinds/parts/tell.ts'
import { type Category, sayRounding } from '../model/index.ts'
import { type Rational, ZERO, decimalsOf, equal, formatRational, ratio } from '../number/index.ts'
import {
  type Combine,
  type Member,
  countedIn,
  countedPoints,
  rescales,
  wholeOf,
} from './members.ts'
import { sayQuantity } from './say.ts'

type B = Builder<Input>

const plain = (value: NodeId): Segment => ({ value, unit: '' })

// Nothing of a member that takes no part: one that is not on the unit's sheet, or is made up for by the others.
function where(counts: NodeId, told: Telling, b: B): Telling {
  return b.constantOf(counts)?.num === 1n ? told : [whether(counts, told, [])]
}

// `÷10×100`: from the member's own full score to that of what it comes into; nothing where they are the same.
function tellScale(m: Member, full: Rational): Telling {
  const to = `×${formatRational(full)}`
  if (m.fullNode !== undefined) return ['÷', plain(m.fullNode), to]
  return m.full === undefined || equal(m.full, full) ? [] : [`÷${formatRational(m.full)}${to}`]
}

function tellMean(members: readonly Member[], scale: (m: Member) => Telling, b: B): Telling {
  const count = b.sum(members.map((m) => countedIn(m, b)))
  const terms = members.flatMap((m) =>
    where(countedIn(m, b), ['＋', plain(countedPoints(m, b)), ...scale(m)], b),
  )
  return ['（', ...terms, '）÷', plain(count)]
}

const weightOf = (m: Member): Rational => m.weight ?? ZERO

// A third is no round percentage: it is said as 1/3.
function sayWeight(weight: Rational): string {
  return decimalsOf(weight) === undefined ? formatRational(weight) : sayQuantity(weight, '%')
}

// Equal shares of the whole that no percentage writes, as of three or six, are read as a mean.
function areEqualParts(members: readonly Member[], b: B): boolean {
  const part = ratio(1n, BigInt(members.length || 1))
  return (
    decimalsOf(part) === undefined &&
    members.every((m) => equal(weightOf(m), part) && b.constantOf(m.belongs)?.num === 1n)
  )
}

function tellWeighted(members: readonly Member[], full: Rational, b: B): Telling {
  if (!members.every((m) => m.weight && (m.full ?? m.fullNode))) return []
  if (areEqualParts(members, b)) return tellMean(members, (m) => tellScale(m, full), b)
  const terms = members.flatMap((m) => {
    const share = `×${sayWeight(weightOf(m))}`
    return where(
      countedIn(m, b),
      ['＋', plain(countedPoints(m, b)), ...tellScale(m, full), share],
      b,
    )
  })
  if (!rescales(members, b)) return terms
  const left = b.sum(members.map((m) => b.product([b.constant(weightOf(m)), countedIn(m, b)])))
  const whole = wholeOf(members, weightOf, b)
  const known = b.constantOf(whole)
  const to: Telling =
    known?.num === 1n && known.den === 1n ? [] : ['×', { value: whole, unit: '%' }]
  const rescaled: Telling = ['（', ...terms, '）÷', { value: left, unit: '%' }, ...to]
  return [whether(b.compare(left, 'equals', whole), terms, rescaled)]
}

// What is only added up stands in the lines above; only how it is scaled up is not seen there.
function tellSum(members: readonly Member[], b: B): Telling {
  if (!rescales(members, b)) return []
  const full = (m: Member) => m.full ?? ZERO
  const whole = wholeOf(members, full, b)
  const left = b.sum(members.map((m) => b.product([b.constant(full(m)), countedIn(m, b)])))
  const sum = b.sum(members.map((m) => countedPoints(m, b)))
  const rescaled = ['＋', plain(sum), '÷', plain(left), '×', plain(whole)]
  return [whether(b.compare(left, 'equals', whole), [], rescaled)]
}

function tellMembers(members: readonly Member[], how: Combine, full: Rational, b: B): Telling {
  if (how === 'weighted') return tellWeighted(members, full, b)
  if (how === 'average') return members.length > 1 ? tellMean(members, () => [], b) : []
  return how === 'sum' ? tellSum(members, b) : []
}

/**
 * How members come together, as a formula whose terms each begin with ＋: `＋80.2×60%＋8÷10×100×10%`;
 * nothing where they are only added up. `more` is added to them besides.
 */
export function tellCombined(
  members: readonly Member[],
  how: Combine,
  full: Rational,
  more: readonly NodeId[],
  b: B,
): Telling {
  const told = tellMembers(members, how, full, b)
  const rest = b.sum(more)
  const none = told.length === 0 || b.constantOf(rest)?.num === 0n
  return none ? told : [...told, '＋', plain(rest)]
}

/** What holds the points of a category, in words: `最多20分`. */
export function limitsOf({ cap, floor, rounding }: Category): readonly string[] {
  return [
    ...(cap === undefined ? [] : [`最多${formatRational(cap)}分`]),
    ...(floor === undefined ? [] : [`最低${formatRational(floor)}分`]),
    ...(rounding === undefined ? [] : [sayRounding(rounding)]),
  ]
}

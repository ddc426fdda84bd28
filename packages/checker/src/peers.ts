import { type Num, num, order, over, plus, times } from './number.ts'
import {
  type Range,
  ZERO,
  exact,
  greatest,
  hull,
  just,
  least,
  product,
  readRange,
  sum,
} from './range.ts'
import type { Step } from './step.ts'

const count = (n: number): Num => num(BigInt(n))

/** One of the peers; `maybe` where it is not decided whether it takes part. */
interface Peer {
  readonly value: Range
  readonly maybe: boolean
}

const sureOf = (all: readonly Peer[]): readonly Range[] =>
  all.filter((p) => !p.maybe).map((p) => p.value)

const negative = (x: Range): Range => product(x, just(num(-1n)))

function rank(mine: Range, all: readonly Peer[], peers: Step): Range {
  const turned = (x: Range): Range => (peers.first === 'highest' ? x : negative(x))
  const [me, others] = [turned(mine), all.map((p) => turned(p.value))]
  const sure = sureOf(all).map(turned)
  const ahead = others.filter((o) => !me.lo || !o.hi || order(o.hi, me.lo) > 0)
  const surely = sure.filter((o) => me.hi && o.lo && order(o.lo, me.hi) > 0)
  const known = sure.length === all.length && [me, ...others].every(exact)
  if (peers.ties !== 'competition' && peers.ties !== 'dense') throw new RangeError('ties')
  if (peers.ties === 'dense' && known) {
    const values = new Set(surely.map((o) => `${o.lo?.n}/${o.lo?.d}`))
    return just(count(1 + values.size))
  }
  const best = peers.ties === 'dense' ? 1 : 1 + surely.length
  const self = exact(me) ? 0 : 1
  return { lo: count(best), hi: count(1 + Math.max(surely.length, ahead.length - self)) }
}

// Every one that may be missing is tried in the order of its end, as far as it makes the mean less.
function leastMean(all: readonly Peer[]): Num | null {
  if (all.some((p) => p.value.lo === null)) return null
  const ends = (maybe: boolean) =>
    all.filter((p) => p.maybe === maybe).map((p) => p.value.lo as Num)
  let taken = ends(false)
  const mean = (of: readonly Num[]) => over(of.reduce(plus, num(0n)), count(of.length))
  let lowest = mean(taken)
  for (const end of ends(true).toSorted(order)) {
    taken = [...taken, end]
    const next = mean(taken)
    if (order(next, lowest) < 0) lowest = next
  }
  return lowest
}

function meanOf(all: readonly Peer[]): Range {
  const turned = leastMean(all.map((p) => ({ ...p, value: negative(p.value) })))
  return { lo: leastMean(all), hi: turned && times(turned, num(-1n)) }
}

/** The figure over the peers of a unit, from what each of them has. */
export function remeasure(peers: Step): Range {
  const rows = (peers.all as readonly Step[]).map((row) => ({
    unit: row.unit,
    value: readRange(row.value),
    maybe: row.maybe === true,
  }))
  const values = rows.map((r) => r.value)
  const sure = sureOf(rows)
  const mine = rows.find((r) => r.unit === peers.unit && !r.maybe)
  if (!mine) throw new RangeError('the unit is not among its peers')
  switch (peers.measure) {
    case 'count':
      return { lo: count(sure.length), hi: count(values.length) }
    case 'sum':
      return rows
        .map((r) => (r.maybe ? hull(r.value, just(ZERO)) : r.value))
        .reduce(sum, just(ZERO))
    case 'mean':
      return meanOf(rows)
    case 'max':
      return { lo: sure.reduce(greatest).lo, hi: values.reduce(greatest).hi }
    case 'min':
      return { lo: values.reduce(least).lo, hi: sure.reduce(least).hi }
    case 'rank':
      return rank(mine.value, rows, peers)
    default:
      throw new RangeError(`measure ${JSON.stringify(peers.measure)}`)
  }
}

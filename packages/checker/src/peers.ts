import { type Num, num, order, over } from './number.ts'
import {
  ONE,
  type Range,
  ZERO,
  exact,
  greatest,
  just,
  least,
  product,
  readRange,
  sum,
} from './range.ts'
import type { Step } from './step.ts'

const count = (n: number): Num => num(BigInt(n))

function rank(mine: Range, all: readonly Range[], peers: Step): Range {
  const turned = (x: Range): Range => (peers.first === 'highest' ? x : product(x, just(num(-1n))))
  const [me, others] = [turned(mine), all.map(turned)]
  const ahead = others.filter((o) => !me.lo || !o.hi || order(o.hi, me.lo) > 0)
  const surely = others.filter((o) => me.hi && o.lo && order(o.lo, me.hi) > 0)
  const known = [...ahead, me].every(exact) && others.every(exact)
  if (peers.ties !== 'competition' && peers.ties !== 'dense') throw new RangeError('ties')
  if (peers.ties === 'dense' && known) {
    const values = new Set(surely.map((o) => `${o.lo?.n}/${o.lo?.d}`))
    return just(count(1 + values.size))
  }
  const best = peers.ties === 'dense' ? 1 : 1 + surely.length
  const self = exact(me) ? 0 : 1
  return { lo: count(best), hi: count(1 + Math.max(surely.length, ahead.length - self)) }
}

/** The figure over the peers of a unit, from what each of them has. */
export function remeasure(peers: Step): Range {
  const rows = (peers.all as readonly Step[]).map((row) => ({
    unit: row.unit,
    value: readRange(row.value),
  }))
  const [values, mine] = [rows.map((r) => r.value), rows.find((r) => r.unit === peers.unit)]
  if (!mine) throw new RangeError('the unit is not among its peers')
  switch (peers.measure) {
    case 'count':
      return just(count(values.length))
    case 'sum':
      return values.reduce(sum, just(ZERO))
    case 'mean':
      return product(values.reduce(sum, just(ZERO)), just(over(ONE, count(values.length))))
    case 'max':
      return values.reduce(greatest)
    case 'min':
      return values.reduce(least)
    case 'rank':
      return rank(mine.value, values, peers)
    default:
      throw new RangeError(`measure ${JSON.stringify(peers.measure)}`)
  }
}

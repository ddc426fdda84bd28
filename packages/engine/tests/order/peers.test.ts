import { describe, expect, it } from 'vitest'
import type { Consequence, ConsequenceResult } from '../../src/model/index.ts'
import { conclude } from '../../src/order/conclude.ts'
import { num, range, scheme, standing, unit } from './make.ts'

const inGroup = (id: string, total: number, group: string) =>
  standing(id, total, { unit: unit(id, { group }) })

const ALL = [
  inGroup('a', 70, 'x'),
  inGroup('b', 60, 'x'),
  inGroup('c', 90, 'y'),
  inGroup('d', 50, 'y'),
]

/** What a consequence says of the first unit, where the ranking goes over all. */
function reached(who: object, more: object = {}): ConsequenceResult | undefined {
  const one = { id: 'x', name: 'x', who, measure: 'publish', ...more } as Consequence
  const ranking = { peers: 'all', ties: 'competition' } as const
  const outcome = scheme({ consequences: [one], ranking: { ...ranking, breakers: [], clause: '' } })
  return conclude(outcome, ALL, { history: [], lineage: [] })[0]?.consequences[0]
}

describe('分组 of a consequence', () => {
  it('counts the first by group and the last over all (red and black list)', () => {
    expect(reached({ peers: 'group', top: { number: 1, ties: 'all-in' } })).toEqual({
      id: 'x',
      met: 'yes',
      reasons: ['在同组中名列第1，前1名'],
    })
    expect(reached({ bottom: { number: 1, ties: 'all-in' } })).toMatchObject({
      met: 'no',
      reasons: ['名列第2，后1名'],
    })
  })

  it('reads ranks and amounts among the same', () => {
    const amounts = [[range([1, true], [1, true]), num(500)]] as const
    expect(
      reached({ peers: 'group', ranks: range([1, true], [1, true], '1') }, { amounts }),
    ).toEqual({ id: 'x', met: 'yes', amount: num(500), reasons: ['在同组中名列第1，要求名次1'] })
  })
})

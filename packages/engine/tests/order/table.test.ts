import * as fc from 'fast-check'
import { checkRanks } from '@kaohe/checker'
import { describe, expect, it } from 'vitest'
import type { Ranking } from '../../src/model/index.ts'
import { conclude } from '../../src/order/conclude.ts'
import type { Standing } from '../../src/order/standing.ts'
import { rankTable } from '../../src/order/table.ts'
import { RUNS } from '../runs.ts'
import { date, interval, scheme, standing, unit } from './make.ts'

const eligibility = [
  { attribute: 'founded', years: 1, months: undefined, countedTo: '2023-12-31', clause: undefined },
]
const assessees = ['town', 'street'].map((id) => ({
  id,
  name: id,
  level: undefined,
  clause: undefined,
  eligibility,
}))

const bound = fc.tuple(fc.nat(5), fc.nat(2)).map(([lo, more]) => [lo, lo + more] as const)
const total = fc.oneof(
  { weight: 8, arbitrary: bound },
  bound.map(([lo]) => [lo, null] as const),
  bound.map(([, hi]) => [null, hi] as const),
)
const founded = fc.constantFrom(
  { founded: date('2000-01-01') },
  { founded: date('2000-01-01') },
  { founded: date('2023-12-01') },
  {},
)

const anyStandings: fc.Arbitrary<Standing[]> = fc
  .array(
    fc.record({
      total,
      breaker: bound,
      type: fc.constantFrom('town', 'street'),
      group: fc.constantFrom('a', 'b', undefined),
      attributes: founded,
    }),
    { maxLength: 9 },
  )
  .map((rows) =>
    rows.map(({ total: of, breaker, group, ...rest }, i) =>
      standing(`u${i}`, of, {
        breakers: [interval(breaker)],
        unit: unit(`u${i}`, group === undefined ? rest : { ...rest, group }),
      }),
    ),
  )

const anyRanking = fc.record({
  peers: fc.constantFrom('all', 'type', 'group', undefined),
  ties: fc.constantFrom('competition', 'dense', undefined),
}) as fc.Arbitrary<Ranking>

function tableOf(standings: readonly Standing[], ranking: Ranking) {
  const whole = scheme({ ranking, assessees })
  return rankTable(whole, standings, conclude(whole, standings, { history: [], lineage: [] }))
}

describe('a rank table', () => {
  it('is ranked the same by a program that knows nothing of ours', () => {
    fc.assert(
      fc.property(anyStandings, anyRanking, (standings, ranking) => {
        expect(checkRanks(JSON.parse(JSON.stringify(tableOf(standings, ranking))))).toEqual([])
      }),
      { numRuns: RUNS },
    )
  })

  it('is refused with any other rank in it', () => {
    const ends = fc.tuple(fc.nat(9), fc.nat(9))
    fc.assert(
      fc.property(anyStandings, anyRanking, fc.nat(), ends, (standings, ranking, which, range) => {
        const table = tableOf(standings, ranking)
        fc.pre(table !== undefined && table.rows.length > 0)
        const i = which % (table?.rows.length ?? 1)
        fc.pre(JSON.stringify(table?.rows[i]?.range) !== JSON.stringify(range))
        const rows = table?.rows.map((row, r) => (r === i ? { ...row, range } : row))
        expect(checkRanks({ ...table, rows }).map((f) => f.at)).toEqual([`rows/${i}/range`])
      }),
      { numRuns: RUNS },
    )
  })

  it('is not there when nobody is ranked', () => {
    expect(rankTable(scheme(), [], [])).toBeUndefined()
  })

  it('in another form is refused', () => {
    expect(checkRanks(null)).toHaveLength(1)
    expect(checkRanks({ format: 'kaohe-ranks/2', rows: [] })).toHaveLength(1)
    expect(checkRanks({ format: 'kaohe-ranks/1' })).toHaveLength(1)
    expect(
      checkRanks({ format: 'kaohe-ranks/1', peers: 'all', rows: [{ values: ['x'] }] }),
    ).toHaveLength(1)
  })
})

import { expect, it } from 'vitest'
import { ENOUGH, MAKING, Trial, faultsOf, joined } from './tally.ts'

const odd = {
  name: 'seeds are even',
  holds(of: number) {
    if (of % 2 === 1) throw new Error(`${of} is odd\nand more`)
    return 1
  },
}
const idle = { name: 'nothing at all', holds: () => 0 }

function outcomes(from: number, to: number) {
  const trial = new Trial(
    (seed) => {
      if (seed === 4) throw new Error('no case')
      return seed
    },
    [odd, idle],
  )
  for (let seed = from; seed < to; seed += 1) trial.run(seed)
  return trial.outcomes()
}

it('counts what was compared, and keeps the seeds at which a property does not hold', () => {
  const [making, even, nothing] = outcomes(0, 6)
  expect(making).toEqual({
    name: MAKING,
    compared: 5,
    failures: [{ seed: 4, message: 'no case' }],
  })
  expect(even).toMatchObject({ compared: 2, failures: [{ seed: 1 }, { seed: 3 }, { seed: 5 }] })
  expect(nothing).toMatchObject({ compared: 0, failures: [] })
})

it('says at once what does not hold of a seed', () => {
  const trial = new Trial((seed) => seed, [odd, idle])
  expect(trial.run(2)).toEqual([])
  expect(trial.run(3)).toEqual(['seeds are even: seed 3: 3 is odd'])
  expect(trial.run(4)).toEqual([])
})

it('stops trying after enough failures', () => {
  const [, even] = outcomes(5, 100)
  expect(even?.failures).toHaveLength(ENOUGH)
  expect(even?.compared).toBeLessThan(10)
})

it('brings parts together, the first seeds first', () => {
  const all = joined([outcomes(10, 40), outcomes(0, 10)])
  expect(all[1]?.failures.map((f) => f.seed)).toEqual([1, 3, 5, 7, 9])
  expect(all[0]?.compared).toBe(39)
})

it('says what is wrong, and that nothing was compared', () => {
  expect(faultsOf(outcomes(0, 2))).toEqual([
    'seeds are even: seed 1: 1 is odd',
    'nothing at all: nothing was compared',
  ])
  expect(faultsOf(outcomes(0, 1)).slice(0, 1)).toEqual(['nothing at all: nothing was compared'])
})

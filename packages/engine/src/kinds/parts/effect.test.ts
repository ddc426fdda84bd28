import { describe, expect, it } from 'vitest'
import { ZERO, int } from '../../number/index.ts'
import type { Ask } from '../kind.ts'
import { type Effect, checkEffect, worth } from './effect.ts'

const ask = (full?: number): Ask => ({
  full: full === undefined ? undefined : int(full),
  unitOf: () => '',
  wordsOf: () => undefined,
  inEvent: () => ask(full),
})

const gain = (value: Effect['gain']): Effect => ({ gain: value, loss: undefined })
const loss = (value: Effect['loss']): Effect => ({ gain: undefined, loss: value })

describe('the worth of an effect', () => {
  it.each([
    [gain(int(2)), 5, int(2)],
    [loss(int(2)), 5, int(-2)],
    [gain('full'), 5, int(5)],
    [loss('full'), 5, int(-5)],
    [gain('full'), undefined, ZERO],
    [{ gain: undefined, loss: undefined }, 5, ZERO],
  ])('%#: points', (effect, full, expected) => {
    expect(worth(effect, { full: ask(full).full })).toEqual(expected)
  })
})

describe('complaints', () => {
  const both: Effect = { gain: int(1), loss: int(1) }
  it.each([
    [gain(int(1)), '', 5, []],
    [both, '', 5, ['loss']],
    [both, 'bands[1]', 5, ['bands[1].loss']],
    [{ gain: undefined, loss: undefined }, 'bands[0]', 5, ['bands[0]']],
    [gain('full'), 'lines[2]', undefined, ['lines[2].gain']],
    [loss('full'), '', undefined, ['loss']],
    [loss('full'), '', 5, []],
  ])('%#: place', (effect, path, full, paths) => {
    expect(checkEffect(effect, ask(full), path).map((each) => each.path)).toEqual(paths)
  })
})

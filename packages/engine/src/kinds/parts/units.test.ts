import { describe, expect, it } from 'vitest'
import { type Expr, type Quantity } from '../../model/index.ts'
import { int } from '../../number/index.ts'
import type { Ask } from '../kind.ts'
import { checkMeasures, checkStepUnit, checkUnit } from './units.ts'

const measure: Expr = { expr: 'fact', fact: 'measure' }
const other: Expr = { expr: 'fact', fact: 'other' }
const ask = (unit: string, second = ''): Ask => ({
  full: undefined,
  unitOf: (e) => (e === measure ? unit : second),
  wordsOf: () => undefined,
  inEvent: () => ask(unit, second),
})
const quantity = (unit?: string): Quantity => ({ value: int(1), unit })

describe('a figure beside a measure', () => {
  it.each([
    ['人', '人', true],
    ['人', undefined, true],
    ['人', '次', false],
    ['', '人', true],
    ['', undefined, true],
    ['%', '%', true],
    ['%', '‰', true],
    ['‰', '%', true],
    ['%', undefined, false],
    ['%', '百分点', false],
    ['%', '人', false],
    ['百分点', '百分点', true],
    ['百分点', undefined, false],
    ['百分点', '%', false],
    ['人', '%', false],
  ])('%s beside %s: %s', (unit, written, fits) => {
    expect(checkUnit(ask(unit), measure, quantity(written), 'at').length === 0).toBe(fits)
  })

  it('may be absent', () => {
    expect(checkUnit(ask('%'), measure, undefined, 'at')).toEqual([])
    expect(checkStepUnit(ask('%'), measure, undefined, 'at')).toEqual([])
  })

  it('is told what it should have been', () => {
    expect(checkUnit(ask('%'), measure, quantity(), 'at')[0]).toMatchObject({
      path: 'at',
      found: { zh: '没有写单位' },
      expected: { zh: '应写明单位“%”', en: 'expected the unit “%”' },
    })
    expect(checkUnit(ask('人'), measure, quantity('次'), 'at')[0]?.expected.zh).toContain('“人”')
  })
})

describe('a step of a measure', () => {
  it.each([
    ['%', '百分点', true],
    ['%', '%', true],
    ['%', undefined, false],
    ['‰', '百分点', true],
    ['人', '人', true],
    ['人', '%', true],
    ['人', '百分点', false],
    ['人', undefined, true],
  ])('%s by %s: %s', (unit, written, fits) => {
    expect(checkStepUnit(ask(unit), measure, quantity(written), 'at').length === 0).toBe(fits)
  })
})

describe('a measure beside another', () => {
  it.each([
    ['人', '人', true],
    ['人', '次', false],
    ['', '次', true],
    ['人', '', true],
    ['%', '‰', true],
    ['%', '百分点', false],
  ])('%s beside %s: %s', (unit, second, fits) => {
    expect(checkMeasures(ask(unit, second), measure, other, 'at').length === 0).toBe(fits)
  })

  it('reads a figure by its own unit', () => {
    const figure: Expr = { expr: 'number', quantity: quantity() }
    expect(checkMeasures(ask('人'), measure, figure, 'at')).toEqual([])
    expect(checkMeasures(ask('%'), measure, figure, 'at')).toHaveLength(1)
  })
})

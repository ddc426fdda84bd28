import { describe, expect, it } from 'vitest'
import { readd } from '../src/index.ts'
import { fold, golden, peers, proofOf } from './golden.ts'

const faults = (proof: unknown) => readd(proof).faults
const ok = (step: object) => faults(proofOf(step)).length === 0

describe('folds', () => {
  it.each([
    ['sum', '12'],
    ['count', '3'],
    ['mean', '4'],
    ['max', '6'],
    ['min', '2'],
    ['median', '4'],
    ['share', '4'],
    ['all', '2'],
  ])('%s of 2, 4, 6 is %s', (how, value) => {
    expect(ok({ op: 'fold', fold: fold(how), value })).toBe(true)
    expect(ok({ op: 'fold', fold: fold(how), value: '7' })).toBe(false)
  })

  it('trimmed drops from both ends; when nothing is left it is what nothing is', () => {
    expect(ok({ op: 'fold', fold: fold('trimmed', { drop: 1 }), value: '4' })).toBe(true)
    expect(ok({ op: 'fold', fold: fold('trimmed', { drop: 2 }), value: '0' })).toBe(true)
    expect(
      ok({ op: 'fold', fold: fold('trimmed', { drop: 2, empty: 'unknown' }), value: ['0', '10'] }),
    ).toBe(true)
  })

  it.each([
    ['highest', [false, true, true, false], '10'],
    ['lowest', [true, false, true, false], '8'],
  ])('once: only the %s of what is the same counts', (keep, counted, value) => {
    const rows = fold('sum').rows.map((row, i) => ({ ...row, counted: counted[i] }))
    const once = { by: ['case'], keep }
    expect(ok({ op: 'fold', fold: fold('sum', { once, rows }), value })).toBe(true)
    expect(ok({ op: 'fold', fold: fold('sum', { once }), value })).toBe(false)
  })

  it('of no rows', () => {
    const none = (how: string, empty: string) => fold(how, { rows: [], empty })
    expect(ok({ op: 'fold', fold: none('sum', 'zero'), value: '0' })).toBe(true)
    expect(ok({ op: 'fold', fold: none('mean', 'zero'), value: '0' })).toBe(true)
    expect(ok({ op: 'fold', fold: none('mean', 'unknown'), value: ['0', '10'] })).toBe(true)
    expect(ok({ op: 'fold', fold: none('share', 'unknown'), value: ['0', '1'] })).toBe(true)
  })

  it('that are not complete lie between what the rows that may come leave open', () => {
    const coming = (any: unknown) => fold('sum', { complete: false, any })
    expect(ok({ op: 'fold', fold: coming(['0', '6']), value: ['12', null] })).toBe(true)
    expect(ok({ op: 'fold', fold: coming(['-1', '0']), value: [null, '12'] })).toBe(true)
    expect(ok({ op: 'fold', fold: coming('0'), value: '12' })).toBe(true)
    expect(ok({ op: 'fold', fold: coming(['0', '6']), value: '12' })).toBe(false)
    expect(
      ok({
        op: 'fold',
        fold: fold('max', { complete: false, any: ['0', '6'] }),
        value: ['0', '6'],
      }),
    ).toBe(true)
  })

  it('once: what cannot be told apart may be the same, or something of its own', () => {
    const [a, b, c, d] = fold('sum').rows
    const rows = [a, { ...b, key: [null], counted: true }, c, d]
    const once = { by: ['case'], keep: 'highest' }
    expect(ok({ op: 'fold', fold: fold('sum', { once, rows }), value: ['8', '14'] })).toBe(true)
    expect(ok({ op: 'fold', fold: fold('sum', { once, rows }), value: '12' })).toBe(false)
  })

  it('of a row that does not apply', () => {
    const [first, ...rest] = fold('sum').rows
    const rows = [{ ...first, exempt: true, kept: '0', counted: false }, ...rest]
    expect(ok({ op: 'fold', fold: fold('sum', { rows }), value: '10' })).toBe(true)
  })
})

describe('pieces', () => {
  const piece = (from: string | null, to: string | null, then: number | null) => ({
    from,
    fromInclusive: true,
    to,
    toInclusive: true,
    then,
  })
  const holds = (x: unknown, whole: boolean, thens: (number | null)[], value: unknown) => {
    const pieces = [piece(null, '5', thens[0] ?? null), piece('6', '9', thens[1] ?? null)]
    const given = { op: 'fact', fact: { kind: 'open', reported: null }, value: x }
    const steps = [
      { op: 'constant', value: '1' },
      { op: 'constant', value: '2' },
      given,
      { op: 'piecewise', of: 2, whole, pieces, value },
    ]
    const total = { step: 3, points: value }
    return faults({ ...golden, steps, items: [], parts: [], total }).length === 0
  }

  it.each([
    // Between 5 and 6 no whole value lies, but others do.
    [['5', '6'], true, [0, 1], ['1', '2']],
    [['5', '6'], false, [0, 1], ['0', '2']],
    ['5.5', false, [0, 1], ['0', '2']],
    [['6', '9'], true, [null, 1], '2'],
    [['6', '10'], true, [0, 1], ['0', '2']],
    [['6', null], true, [0, 1], ['0', '2']],
    [[null, null], true, [0, 1], ['0', '2']],
  ])('argument %j, whole %j: %j, %j', (x, whole, thens, value) => {
    expect(holds(x, whole, thens, value)).toBe(true)
    expect(holds(x, whole, thens, '3')).toBe(false)
    const others = thens.map((then, i) => (then === null ? i : null))
    expect(holds(x, whole, others, value)).toBe(false)
  })
})

describe('figures over peers', () => {
  const step = (measure: string, value: unknown, more: object = {}) =>
    ok({ op: 'peers', peers: peers(measure, more), value })
  it.each([
    ['count', '3'],
    ['sum', '9'],
    ['mean', '3'],
    ['max', '4'],
    ['min', '1'],
  ])('%s of 1, 4, 4 is %s', (measure, value) => {
    expect(step(measure, value)).toBe(true)
    expect(step(measure, '2')).toBe(false)
  })

  it.each([
    ['highest', 'competition', '3'],
    ['highest', 'dense', '2'],
    ['lowest', 'competition', '1'],
    ['lowest', 'dense', '1'],
  ])('rank, the %s first, %s', (first, ties, value) => {
    expect(step('rank', value, { first, ties })).toBe(true)
    expect(step('rank', '4', { first, ties })).toBe(false)
    expect(step('rank', value, { first, ties: null })).toBe(false)
  })

  it('of values that are not known', () => {
    const all = [
      { unit: 'u0', value: '3' },
      { unit: 'u1', value: ['2', '5'] },
      { unit: 'u2', value: [null, '1'] },
    ]
    const more = { all, first: 'highest', ties: 'competition' }
    expect(step('rank', ['1', '2'], more)).toBe(true)
    expect(step('max', ['3', '5'], more)).toBe(true)
    expect(step('min', [null, '1'], more)).toBe(true)
    expect(step('sum', [null, '9'], more)).toBe(true)
  })

  it.each([
    ['count', ['2', '3']],
    ['sum', ['5', '6']],
    ['mean', ['2', '2.5']],
    ['max', '4'],
    ['min', '1'],
  ])('%s of 1, 4 and perhaps 1 more', (measure, value) => {
    const all = [
      { unit: 'u0', value: '4' },
      { unit: 'u1', value: '1' },
      { unit: 'u2', value: '1', maybe: true },
    ]
    expect(step(measure, value, { all })).toBe(true)
    expect(step(measure, '6', { all })).toBe(false)
  })

  it.each([
    ['max', ['4', '9']],
    ['min', '4'],
    ['mean', ['4', '6.5']],
  ])('%s of 4 and perhaps 9', (measure, value) => {
    const all = [
      { unit: 'u0', value: '4' },
      { unit: 'u1', value: '9', maybe: true },
    ]
    expect(step(measure, value, { all })).toBe(true)
  })

  it('rank with one that may be missing', () => {
    const all = [
      { unit: 'u0', value: '4' },
      { unit: 'u1', value: '9', maybe: true },
    ]
    for (const ties of ['competition', 'dense'])
      expect(step('rank', ['1', '2'], { all, first: 'highest', ties })).toBe(true)
  })

  it('the unit itself is surely there', () => {
    const all = [{ unit: 'u0', value: '4', maybe: true }]
    expect(step('count', ['0', '1'], { all })).toBe(false)
  })
})

describe('quotients', () => {
  const of = (a: unknown, b: unknown, value: unknown) => {
    const given = (x: unknown) => ({ op: 'fact', fact: { kind: 'open', reported: null }, value: x })
    const steps = [given(a), given(b), { op: 'quotient', of: 0, by: 1, value }]
    const total = { step: 2, points: value }
    return faults({ ...golden, steps, items: [], parts: [], total }).length === 0
  }

  it.each([
    ['6', '4', '1.5'],
    ['6', '0', [null, null]],
    [['1', '2'], '0', [null, null]],
    [
      ['1', '2'],
      ['2', '4'],
      ['0.25', '1'],
    ],
    [
      ['1', null],
      ['-4', '-2'],
      [null, '-0.25'],
    ],
    [
      ['1', '2'],
      ['2', null],
      ['0', '1'],
    ],
    [
      ['1', '2'],
      ['0', '4'],
      ['0.25', null],
    ],
    [
      ['0', '2'],
      ['0', null],
      ['0', null],
    ],
    [
      ['-1', '2'],
      ['0', '4'],
      [null, null],
    ],
    [
      ['1', '2'],
      ['-1', '4'],
      [null, null],
    ],
  ])('%j over %j is %j', (a, b, value) => {
    expect(of(a, b, value)).toBe(true)
    expect(of(a, b, '77')).toBe(false)
  })
})

describe('roundings', () => {
  it.each([
    ['half-up', '2.5', '3'],
    ['half-up', '-2.5', '-3'],
    ['half-up', '2.4', '2'],
    ['half-even', '2.5', '2'],
    ['half-even', '3.5', '4'],
    ['half-even', '-2.5', '-2'],
    ['half-even', '2.6', '3'],
    ['up', '2.1', '3'],
    ['up', '-2.1', '-3'],
    ['down', '2.9', '2'],
    ['down', '-2.9', '-2'],
    ['floor', '-2.1', '-3'],
    ['ceiling', '-2.9', '-2'],
    ['floor', '3', '3'],
  ])('%s of %s is %s', (mode, x, value) => {
    const steps = [
      { op: 'constant', value: x },
      { op: 'round', of: 0, to: '1', mode, value },
    ]
    const total = { step: 1, points: value }
    expect(faults({ ...golden, steps, items: [], parts: [], total })).toEqual([])
  })
})

describe('facts', () => {
  const fact = (kind: string, reported: string | null, value: unknown) =>
    ok({ op: 'fact', fact: { kind, reported }, value })

  it.each([
    ['fact', '96.5', '96.5'],
    ['fact', '-1/3', '-1/3'],
    ['fact', '是', '1'],
    ['fact', '否', '0'],
    ['fact', '不适用', '0'],
    ['fact', '1970-01-01', '0'],
    ['fact', '2000-02-29', '11016'],
    ['fact', '1969-12-31', '-1'],
    ['attribute', '2023-12-31', '19722'],
    ['applies', '不适用', '0'],
    ['applies', '5', '1'],
    ['applies', null, '1'],
    ['hadPrevious', '不适用', '0'],
    ['hadPrevious', '7', '1'],
  ])('%s %s is %s', (kind, reported, value) => {
    expect(fact(kind, reported, value)).toBe(true)
    expect(fact(kind, reported, '12345.5')).toBe(false)
  })

  it('that are words stand for a position, and those not reported for anything declared', () => {
    expect(fact('fact', '市级', '2')).toBe(true)
    expect(fact('fact', '市级', '2.5')).toBe(false)
    expect(fact('fact', null, ['0', null])).toBe(true)
    expect(fact('type', null, '1')).toBe(true)
    expect(fact('type', null, '2')).toBe(false)
  })
})

import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '@kaohe/engine'
import { canonical, checkProof, digest, readd } from '../src/index.ts'
import { sha256 } from '../src/sha256.ts'
import { publishedProofs, randomProofs } from './engine.ts'
import { fold, golden, peers, proofOf } from './golden.ts'
import { type Path, leaves, other, valueAt, withLeaf } from '../../../tools/testing/mutate.ts'

const RUNS = Number(process.env.KAOHE_RUNS ?? 500)

const sealed = (proof: unknown) => ({ ...(proof as object), digest: digest(proof) })
const faults = (proof: unknown) => readd(proof).faults
const ok = (step: object) => faults(proofOf(step)).length === 0

describe('a proof that holds', () => {
  it('worked out by hand', () => {
    expect(checkProof(sealed(golden))).toEqual({
      ok: true,
      faults: [],
      steps: 22,
      rows: 4,
    })
  })

  it.each(['ganzhou-2023', 'guiyang-2021', 'dongguan-2017', 'neimenggu-2020'])('of %s', (name) => {
    const proofs = publishedProofs(name)
    expect(proofs.length).toBeGreaterThan(5)
    const reports = proofs.map((p) => checkProof(sealed(p)))
    expect(reports.flatMap((r) => r.faults)).toEqual([])
  })

  it('of any scheme and any facts', () => {
    for (let seed = 0; seed < RUNS / 20; seed += 1) {
      expect([seed, randomProofs(seed, seed % 2 ? 4 : undefined).flatMap(faults)]).toEqual([
        seed,
        [],
      ])
    }
  })
})

describe('a digest', () => {
  it('is SHA-256', () => {
    const known = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
    for (let length = 0; length < 200; length += 1) {
      const bytes = new Uint8Array(length).map((_, i) => (i * 37 + length) % 256)
      expect(sha256(bytes)).toBe(known(bytes))
    }
  })

  it('is over the same bytes that the engine writes', () => {
    expect(canonical(golden)).toBe(canonicalJson(golden))
    expect(canonical({ b: [1, null, true], a: '“”\n' })).toBe('{"a":"“”\\n","b":[1,null,true]}')
  })

  it('guards every leaf of the proof', () => {
    const proof = sealed(golden)
    for (const path of leaves(golden)) {
      const report = checkProof(withLeaf(proof, path, other(valueAt(golden, path))))
      expect([
        path,
        report.faults[0]?.at === 'digest' || report.faults[0]?.at === 'format',
      ]).toEqual([path, true])
    }
  })

  it('guards against any other value, anything left out, and its own absence', () => {
    const proof = sealed(golden)
    const paths = leaves(golden)
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.jsonValue(), (path, leaf) => {
        fc.pre(JSON.stringify(leaf) !== JSON.stringify(valueAt(golden, path)))
        expect(checkProof(withLeaf(proof, path, leaf)).ok).toBe(false)
      }),
      { numRuns: RUNS },
    )
    expect(checkProof({ ...proof, digest: undefined }).ok).toBe(false)
    expect(checkProof(golden).ok).toBe(false)
    expect(checkProof(null).ok).toBe(false)
    expect(checkProof({}).ok).toBe(false)
  })
})

/** Leaves that say what something comes to: they must follow from the rest, whatever the digest. */
function isClaim(proof: unknown, path: Path): boolean {
  const [list, i, ...rest] = path
  if (list === 'total' || list === 'parts' || list === 'items') return path.includes('points')
  if (list !== 'steps') return false
  const step = (proof as typeof golden).steps[i as number] as {
    op: string
    fact?: { kind: string; reported: unknown }
  }
  const last = rest.find((key) => typeof key === 'string' && key !== 'fold' && key !== 'rows')
  if (step.op === 'fold' && rest[0] === 'fold')
    return last === 'kept' || last === 'value' || last === 'counted'
  const given =
    step.op === 'constant' || (step.op === 'fact' && typeof step.fact?.reported !== 'string')
  return rest[0] === 'value' && !given
}

describe('a proof that does not hold, digest or no digest', () => {
  const proofs = [golden, publishedProofs('ganzhou-2023')[0], publishedProofs('guiyang-2021')[3]]

  it.each(proofs.map((proof, i) => [i, proof] as const))(
    'is refused for every claim in it: %i',
    (_, proof) => {
      const paths = leaves(proof).filter(
        (path) => isClaim(proof, path) && !path.includes('program'),
      )
      expect(paths.length).toBeGreaterThan(20)
      // A published proof has a thousand claims: some in npm test, all of them with more runs.
      const every = Math.ceil((paths.length * 2) / RUNS)
      const some = paths.filter((_path, n) => n % every === 0)
      const accepted = some.filter(
        (path) => faults(withLeaf(proof, path, other(valueAt(proof, path)))).length === 0,
      )
      expect(accepted).toEqual([])
    },
  )

  it('is refused for any value in the place of a claim', () => {
    const paths = leaves(golden).filter(
      (path) => isClaim(golden, path) && !path.includes('program'),
    )
    fc.assert(
      fc.property(
        fc.constantFrom(...paths),
        fc.oneof(fc.jsonValue(), fc.integer().map(String)),
        (path, leaf) => {
          fc.pre(JSON.stringify(leaf) !== JSON.stringify(valueAt(golden, path)))
          expect(faults(withLeaf(golden, path, leaf))).not.toEqual([])
        },
      ),
      { numRuns: RUNS },
    )
  })

  it('never throws, whatever stands anywhere', () => {
    fc.assert(
      fc.property(fc.constantFrom(...leaves(golden)), fc.jsonValue(), (path, leaf) => {
        expect(readd(withLeaf(golden, path.slice(0, 4), leaf)).faults).toBeInstanceOf(Array)
      }),
      { numRuns: RUNS },
    )
  })

  it.each([
    ['a reference forward', ['steps', 4, 'of'], 9],
    ['a reference to itself', ['steps', 6, 'of', 0], 6],
    ['another operation', ['steps', 5, 'op'], 'sum'],
    ['an unknown operation', ['steps', 5, 'op'], 'guess'],
    ['another piece', ['steps', 4, 'pieces', 0, 'then'], 2],
    ['another boundary', ['steps', 4, 'pieces', 1, 'from'], '0.97'],
    ['an event that was not kept', ['steps', 13, 'fold', 'rows', 3, 'inputs', 0], '1'],
    ['an event less', ['steps', 13, 'fold', 'rows', 0, 'inputs', 0], '0'],
    ['another rule of the rows', ['steps', 13, 'fold', 'program', 2, 'value'], '3'],
    ['another fact', ['steps', 0, 'fact', 'reported'], '0.95'],
    ['another peer', ['steps', 14, 'peers', 'all', 1, 'value'], '5'],
    ['a unit that is no peer', ['steps', 14, 'peers', 'unit'], 'u9'],
    ['another rounding', ['steps', 12, 'mode'], 'down'],
    ['a total of something else', ['total', 'step'], 19],
    ['points without their step', ['items', 0, 'step'], 20],
    ['a number written twice over', ['steps', 3, 'value'], '5.0'],
    ['scored, but not known', ['items', 1, 'status'], 'scored'],
  ] as const)('%s', (_, path, leaf) => {
    expect(faults(withLeaf(golden, path, leaf))).not.toEqual([])
  })

  it('a total that leaves out a part', () => {
    const steps = [...golden.steps, { op: 'constant', value: '99' }]
    const lie = { ...golden, steps, total: { step: 22, points: '99' } }
    expect(faults(lie).map((f) => f.at)).toEqual(['parts/0', 'parts/1'])
  })
})

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
      ok({ op: 'fold', fold: fold('trimmed', { drop: 2, empty: 'unknown' }), value: [null, null] }),
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
    expect(ok({ op: 'fold', fold: none('mean', 'unknown'), value: [null, null] })).toBe(true)
    expect(ok({ op: 'fold', fold: none('share', 'unknown'), value: ['0', '1'] })).toBe(true)
  })

  it('that are not complete lie between what the rows that may come leave open', () => {
    const coming = (more: unknown) => fold('sum', { complete: false, more })
    expect(ok({ op: 'fold', fold: coming(['0', '6']), value: ['12', null] })).toBe(true)
    expect(ok({ op: 'fold', fold: coming(['-1', '0']), value: [null, '12'] })).toBe(true)
    expect(ok({ op: 'fold', fold: coming('0'), value: '12' })).toBe(true)
    expect(ok({ op: 'fold', fold: coming(['0', '6']), value: '12' })).toBe(false)
    expect(
      ok({
        op: 'fold',
        fold: fold('max', { complete: false, more: ['0', '6'] }),
        value: ['0', '6'],
      }),
    ).toBe(true)
  })

  it('says what may come exactly where something may', () => {
    expect(ok({ op: 'fold', fold: fold('sum', { complete: false }), value: '12' })).toBe(false)
    expect(ok({ op: 'fold', fold: fold('sum', { more: '0' }), value: '12' })).toBe(false)
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

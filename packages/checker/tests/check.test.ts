import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '@kaohe/engine'
import { canonical, checkProof, digest, readd } from '../src/index.ts'
import { sha256 } from '../src/sha256.ts'
import { publishedProofs, randomProofs } from './engine.ts'
import { golden } from './golden.ts'
import { type Path, leaves, other, valueAt, withLeaf } from '../../../tools/testing/mutate.ts'

const RUNS = Number(process.env.KAOHE_RUNS ?? 500)

const sealed = (proof: unknown) => ({ ...(proof as object), digest: digest(proof) })
const faults = (proof: unknown) => readd(proof).faults

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

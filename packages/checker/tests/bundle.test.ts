import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { type Core, coreOf, manifestOf } from '@kaohe/bundle'
import { readFacts } from '@kaohe/intake'
import { readSchemeFolder } from '@kaohe/scheme'
import * as fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { canonical, checkBundle, digest, leafOf, RootOf } from '../src/index.ts'

const hash = (text: string): string => createHash('sha256').update(text).digest('hex')
const root = new URL('../../../schemes/guiyang-2021/', import.meta.url)

let core: Core
let seal: string

beforeAll(() => {
  const files = ['scheme.yaml', 'readings.yaml'].map((path) => ({
    path,
    text: readFileSync(new URL(path, root), 'utf8'),
  }))
  const { scheme } = readSchemeFolder(files, { main: 'scheme.yaml' })
  const bytes = readFileSync(new URL('facts/year.json', root))
  const { dataset } = readFacts([{ path: 'year.json', bytes }], scheme!)
  // Two units are enough, and quickly hashed.
  const assessed = dataset!.units.filter(({ type }) => type !== null).slice(0, 2)
  const above = dataset!.units.filter(({ id }) => assessed.some(({ parent }) => parent === id))
  const units = [...above, ...assessed]
  const isOf = ({ unit }: { readonly unit: string }) => units.some(({ id }) => id === unit)
  const [facts, events] = [dataset!.facts.filter(isOf), dataset!.events.filter(isOf)]
  core = coreOf(files, { ...dataset!, units, facts, events, pending: [] }, hash)
  seal = manifestOf(core, hash).digest
})

/** A log of two entries, the second of which is the ratification that names the bundle. */
function logOf(named: string) {
  const change = { before: undefined, after: { body: '书记会', bundle: named } }
  const first = Buffer.from('another entry')
  const leaf = Buffer.from(canonical({ act: 'result.ratify', after: digest(change.after) }))
  const tree = new RootOf()
  tree.add(first)
  tree.add(leaf)
  return {
    checkpoint: `kaohe\n2\n${Buffer.from(tree.root()).toString('base64')}\n\n— signed`,
    entries: [
      {
        position: 1,
        leaf: leaf.toString('base64'),
        change,
        proof: [Buffer.from(leafOf(first)).toString('hex')],
      },
    ],
  }
}

type Files = Map<string, Uint8Array>

function bundle(log: object | null = logOf(seal)): Files {
  const about = { ...manifestOf(core, hash), title: '一次考核', log }
  const all = [...core, { path: 'bundle.json', text: JSON.stringify(about) }]
  return new Map(all.map(({ path, text }) => [path, new TextEncoder().encode(text)]))
}

function rewritten(files: Files, path: string, change: (text: string) => string): Files {
  const text = change(new TextDecoder().decode(files.get(path)))
  return new Map(files).set(path, new TextEncoder().encode(text))
}

/** Alters a file of the core, and everything that is written of it: what somebody with time would do. */
function forged(path: string, change: (text: string) => string): Files {
  const files = rewritten(bundle(null), path, change)
  const texts = [...files].flatMap(([name, bytes]) =>
    name.startsWith('core/') ? [{ path: name, text: new TextDecoder().decode(bytes) }] : [],
  )
  const { digest: _, ...about } = JSON.parse(new TextDecoder().decode(files.get('bundle.json')))
  const fresh = { ...about, ...manifestOf(texts, hash), log: logOf(seal) }
  return files.set('bundle.json', new TextEncoder().encode(JSON.stringify(fresh)))
}

const places = (files: Files): string[] => checkBundle(files).faults.map(({ at }) => at)

describe('a bundle', () => {
  it('is right as it was made, and says how much was looked at', () => {
    const report = checkBundle(bundle())
    expect(report.faults).toEqual([])
    expect(report).toMatchObject({ files: 5, logged: 1, digest: seal })
    expect(report.proofs).toBe(2)
    expect(report.steps).toBeGreaterThan(100)
  })

  it('stands in no log before it is ratified', () => {
    expect(checkBundle(bundle(null))).toMatchObject({ faults: [], logged: 0 })
  })

  it('notices any bit that is turned in any file', () => {
    const files = bundle()
    const paths = [...files.keys()].filter((path) => path.startsWith('core/'))
    const anywhere = fc.constantFrom(...paths).chain((path) =>
      fc.record({
        path: fc.constant(path),
        at: fc.nat(files.get(path)!.length - 1),
        bit: fc.nat(7),
      }),
    )
    fc.assert(
      fc.property(anywhere, ({ path, at, bit }) => {
        const bytes = Uint8Array.from(files.get(path)!)
        bytes[at]! ^= 1 << bit
        expect(places(new Map(files).set(path, bytes))).toContain(path)
      }),
      { numRuns: 150 },
    )
  }, 120_000)

  it.each([
    ['without what it is', (all: Files) => (all.delete('bundle.json'), all), /bundle\.json/],
    [
      'with a file missing',
      (all: Files) => (all.delete('core/facts.json'), all),
      /core\/facts\.json/,
    ],
    ['with a file more', (all: Files) => all.set('core/x', new Uint8Array(1)), /core\/x/],
    [
      'with another seal',
      (all: Files) => rewritten(all, 'bundle.json', (t) => t.replace(seal, hash('x'))),
      /digest/,
    ],
    [
      'with another root',
      (all: Files) => rewritten(all, 'bundle.json', (t) => t.replace(/kaohe\\n2/, 'kaohe\\n3')),
      /log\/entries\/0/,
    ],
    [
      'with an entry altered',
      (all: Files) => rewritten(all, 'bundle.json', (t) => t.replace('书记会', '主任会')),
      /log\/entries\/0/,
    ],
    [
      'with no checkpoint',
      (all: Files) =>
        rewritten(all, 'bundle.json', (t) => t.replace('"checkpoint":"kaohe', '"checkpoint":"')),
      /log/,
    ],
    [
      'with an entry that is none',
      (all: Files) =>
        rewritten(all, 'bundle.json', (t) => t.replace(/"proof":\[[^\]]*\]/, '"proof":7')),
      /log\/entries\/0/,
    ],
  ])('%s is refused', (_, change, at) => {
    expect(places(change(bundle())).join('\n')).toMatch(at)
  })
})

describe('a bundle sealed again after it was altered', () => {
  it('is no longer the one that the log names', () => {
    const files = forged('core/facts.json', (text) => text.replace('"units"', ' "units"'))
    expect(places(files)).toEqual(['bundle.json log/entries/0'])
  })

  it('whose result says other points than its proofs is refused', () => {
    const files = forged('core/result.json', (text) => text.replace('"total": "', '"total": "1'))
    expect(places(files)).toContainEqual(expect.stringMatching(/^core\/result\.json /))
  })

  it('whose proof does not add up is refused', () => {
    const files = forged('core/proofs.json', (text) => text.replace('"value": "', '"value": "7'))
    expect(places(files).join('\n')).toMatch(/core\/proofs\.json proofs\/\d+\//)
  })

  it('with a result without a proof is refused', () => {
    const files = forged('core/proofs.json', (text) =>
      JSON.stringify({ ...JSON.parse(text), proofs: [] }),
    )
    expect(places(files)).toContainEqual(expect.stringMatching(/^core\/result\.json /))
  })
})

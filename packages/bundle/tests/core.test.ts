import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { readFacts } from '@kaohe/intake'
import { type FileText, readSchemeFolder } from '@kaohe/scheme'
import { describe, expect, it } from 'vitest'
import {
  BundleFault,
  CORE,
  type Core,
  coreOf,
  manifestOf,
  recomputed,
  withoutNames,
} from '../src/index.ts'

const hash = (text: string): string => createHash('sha256').update(text).digest('hex')
const root = new URL('../../../schemes/', import.meta.url)

function given(name: string) {
  const files: FileText[] = ['scheme.yaml', 'readings.yaml'].map((file) => ({
    path: file,
    text: readFileSync(new URL(`${name}/${file}`, root), 'utf8'),
  }))
  const { scheme } = readSchemeFolder(files, { main: 'scheme.yaml' })
  const bytes = readFileSync(new URL(`${name}/facts/year.json`, root))
  const { dataset } = readFacts([{ path: 'year.json', bytes }], scheme!)
  return { files, dataset: withoutNames(dataset!) }
}

const coreIn = (name: string): Core => {
  const { files, dataset } = given(name)
  return coreOf(files, dataset, hash)
}

const altered = (core: Core, path: string, change: (text: string) => string): Core =>
  core.map((file) => (file.path === path ? { path, text: change(file.text) } : file))

describe('the core of a bundle', () => {
  it.each(['ganzhou-2023', 'guiyang-2021', 'neimenggu-2020', 'dongguan-2017'])(
    'is computed again to the byte: %s',
    (name) => {
      const core = coreIn(name)
      expect(recomputed(core, hash)).toEqual([])
      expect(coreIn(name)).toEqual(core)
    },
  )

  it('holds nobody who typed something in', () => {
    const { files, dataset } = given('guiyang-2021')
    const [first, ...rest] = dataset.facts
    const named = { ...first!, by: '张三', reason: '看了材料', origin: 'entry/1' }
    const core = coreOf(files, withoutNames({ ...dataset, facts: [named, ...rest] }), hash)
    for (const { text } of core) expect(text).not.toMatch(/张三|看了材料|entry\/1/)
  })

  it('names no unit that is not in it, and comes to the same', () => {
    const { files, dataset } = given('guiyang-2021')
    const [first] = dataset.units.filter(({ type }) => type !== null)
    const wider = {
      ...dataset,
      units: dataset.units.map((unit) => ({ ...unit, parent: unit.parent ?? 'the city' })),
      facts: [...dataset.facts, { ...dataset.facts[0]!, unit: 'who left' }],
      history: [{ unit: 'before', year: 2020, rank: 1, met: [] }],
      lineage: [{ unit: first!.id, from: 'before', since: 2021 }],
    }
    const core = coreOf(files, wider, hash)
    const text = (path: string, all: Core) => all.find((file) => file.path === path)!.text
    expect(text(CORE.facts, core)).toContain('"id": "before"')
    expect(text(CORE.facts, core)).not.toMatch(/the city|who left/)
    expect(text(CORE.result, core)).toBe(text(CORE.result, coreIn('guiyang-2021')))
    expect(recomputed(core, hash)).toEqual([])
  })

  it('lays bases where the scheme looks for them', () => {
    const { files, dataset } = given('guiyang-2021')
    const base = { path: '../abc/scheme.yaml', text: files[0]!.text }
    const core = coreOf([...files, base], dataset, hash)
    expect(core.map(({ path }) => path)).toContain('core/abc/scheme.yaml')
  })
})

describe('a core that was altered', () => {
  const core = coreIn('guiyang-2021')
  it.each([
    [
      'the result',
      CORE.result,
      (text: string) => text.replace('"total": "', '"total": "1'),
      [CORE.result],
    ],
    [
      'the proofs',
      CORE.proofs,
      (text: string) => text.replace('"points": "', '"points": "1'),
      [CORE.proofs],
    ],
    [
      'a fact',
      CORE.facts,
      (text: string) => text.replace(/"value": "(\d+)次"/, '"value": "1$1次"'),
      [CORE.result, CORE.proofs],
    ],
  ])('is noticed: %s', (_, path, change, differs) => {
    const other = altered(core, path, change)
    expect(other).not.toEqual(core)
    expect(recomputed(other, hash)).toEqual(differs)
    expect(manifestOf(other, hash).digest).not.toBe(manifestOf(core, hash).digest)
  })

  it.each([
    ['facts that are gone', (all: Core) => all.filter(({ path }) => path !== CORE.facts), /缺少/],
    ['facts that are none', (all: Core) => altered(all, CORE.facts, () => '{'), /数据读不懂/],
    [
      'a scheme that is none',
      (all: Core) => altered(all, CORE.main, () => '方案: ['),
      /方案读不懂/,
    ],
  ])('says what is wrong with %s', (_, change, says) => {
    expect(() => recomputed(change(core), hash)).toThrow(BundleFault)
    expect(() => recomputed(change(core), hash)).toThrow(says)
  })
})

import { readFileSync } from 'node:fs'
import { readFacts } from '@kaohe/intake'
import { chanceFrom, randomDataset, randomScheme, readSchemeFolder } from '@kaohe/scheme'
import { describe, expect, it } from 'vitest'
import { compile } from '../../src/compile/index.ts'
import { tellerOf } from '../../src/kernel/index.ts'
import type { Dataset, Scheme } from '../../src/model/index.ts'
import { prove } from '../../src/proof/index.ts'
import { tellProof } from '../../src/proof/story.ts'
import { type Scored, expectOrder, expectPoints, expectSaid, scored } from './agree.ts'

const bytes = (name: string, path: string) =>
  readFileSync(new URL(`../../../../schemes/${name}/${path}`, import.meta.url))

function published(name: string): { scheme: Scheme; dataset: Dataset } {
  const files = ['scheme.yaml', 'readings.yaml'].map((path) => {
    return { path, text: bytes(name, path).toString('utf8') }
  })
  const { scheme } = readSchemeFolder(files)
  if (scheme === undefined) throw new Error(`${name} cannot be read`)
  const path = 'facts/year.json'
  const { dataset } = readFacts([{ path, bytes: bytes(name, path) }], scheme)
  if (dataset === undefined) throw new Error(`the facts of ${name} cannot be read`)
  return { scheme, dataset }
}

function expectTold({ kernel, rows, evaluation }: Scored): void {
  const teller = tellerOf(kernel)
  for (const [row, unit] of teller === undefined ? [] : rows.units.entries())
    expectSaid(teller, row, unit.name, tellProof(prove(evaluation, unit.id), 2))
}

const ways = ['plain', 'webassembly'] as const

describe.each(ways)('the kernel over schemes, %s', (by) => {
  it.each(['ganzhou-2023', 'guiyang-2021', 'neimenggu-2020', 'dongguan-2017'])('%s', (name) => {
    const { scheme, dataset } = published(name)
    const all = scored(compile(scheme), dataset, by)
    expect(all.rows.units.length + all.rows.apart.length).toBe(all.evaluation.readings.length)
    expectPoints(all)
    expectOrder(all)
    expectTold(all)
  })

  it('of every kind of rule', () => {
    let compared = 0
    for (let seed = 1; seed <= 20; seed++) {
      const chance = chanceFrom(seed)
      const scheme = randomScheme(chance)
      const dataset = randomDataset(chance, scheme, { units: 6 })
      const all = scored(compile(scheme), dataset, by)
      compared += expectPoints(all) + expectOrder(all)
      expectTold(all)
    }
    expect(compared).toBeGreaterThan(100)
  })
})

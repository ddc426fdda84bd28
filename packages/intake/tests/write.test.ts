import { readFileSync } from 'node:fs'
import { parseRational } from '@kaohe/engine'
import { readSchemeFolder } from '@kaohe/scheme'
import { describe, expect, it } from 'vitest'
import { readFacts, writeDataset } from '../src/index.ts'
import { datasetOf } from './support/base.ts'

const root = new URL('../../../schemes/', import.meta.url)
const SCHEMES = ['ganzhou-2023', 'guiyang-2021', 'neimenggu-2020', 'dongguan-2017']

function schemeIn(name: string) {
  const files = ['scheme.yaml', 'readings.yaml'].map((file) => ({
    path: `${name}/${file}`,
    text: readFileSync(new URL(`${name}/${file}`, root), 'utf8'),
  }))
  return readSchemeFolder(files, { main: `${name}/scheme.yaml` }).scheme!
}
const read = (bytes: Uint8Array, scheme: ReturnType<typeof schemeIn>) =>
  datasetOf(readFacts([{ path: 'facts.json', bytes }], scheme))

describe('a dataset written as JSON and read again is the same', () => {
  it.each(SCHEMES)('%s', (name) => {
    const scheme = schemeIn(name)
    const first = read(readFileSync(new URL(`${name}/facts/year.json`, root)), scheme)
    expect(first.units.length).toBeGreaterThan(1)
    const written = writeDataset(first, scheme)
    const again = read(new TextEncoder().encode(written), scheme)
    expect({ ...again, decisions: again.decisions ?? [] }).toEqual({
      ...first,
      decisions: first.decisions ?? [],
    })
    expect(writeDataset(again, scheme)).toBe(written)
  })

  it('with values that need fractions, decisions, and years before', () => {
    const scheme = schemeIn('neimenggu-2020')
    const first = read(readFileSync(new URL('neimenggu-2020/facts/year.json', root)), scheme)
    const unit = first.units.find(({ type }) => type !== null)!.id
    const fuller = {
      ...first,
      facts: first.facts.map((one) =>
        one.fact === 'member-entry-rate'
          ? { ...one, value: { number: parseRational('2/3')! } }
          : one,
      ),
      history: [
        {
          unit,
          year: 2019,
          total: parseRational('1/3')!,
          rank: 3,
          grade: 'good',
          met: ['feedback'],
        },
      ],
      lineage: [{ unit, from: 'earlier', since: 2019 }],
      decisions: [
        {
          unit,
          on: 'grade',
          value: 'good',
          body: 'secretaries-meeting',
          date: '2021-01-05',
          number: '3号',
          origin: 'x',
        },
      ],
    }
    expect(fuller.facts.some(({ fact }) => fact === 'member-entry-rate')).toBe(true)
    const again = read(new TextEncoder().encode(writeDataset(fuller, scheme)), scheme)
    expect(again).toEqual(fuller)
  })
})

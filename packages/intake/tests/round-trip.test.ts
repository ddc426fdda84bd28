import { readFileSync } from 'node:fs'
import { template } from '@kaohe/documents'
import type { Dataset } from '@kaohe/engine'
import { readScheme } from '@kaohe/scheme'
import { describe, expect, it } from 'vitest'
import { readFacts } from '../src/index.ts'
import {
  datasetOf,
  book,
  EVENT_HEAD,
  EVENT_ROW,
  readBook,
  sheet,
  YEAR_HEAD,
  YEAR_ROW,
} from './support/base.ts'
import { scheme as demo } from './support/scheme.ts'

const LISTS = [
  'units',
  'facts',
  'events',
  'reported',
  'pending',
  'history',
  'lineage',
  'previous',
] as const

// Who reported a fact and when is kept by row in a workbook; everything else must come back unchanged.
function essence(dataset: Dataset): unknown {
  const dropped = new Set(['origin', 'by', 'at', 'evidence'])
  const bare = (one: object): string =>
    JSON.stringify(
      Object.fromEntries(Object.entries(one).filter(([key]) => !dropped.has(key))),
      (_, v: unknown) => (typeof v === 'bigint' ? `${v}n` : v),
    )
  return Object.fromEntries(
    LISTS.map((list) => [
      list,
      dataset[list].map((one) => (typeof one === 'string' ? one : bare(one))).toSorted(),
    ]),
  )
}

const root = new URL('../../../schemes/', import.meta.url)
const SCHEMES = ['ganzhou-2023', 'guiyang-2021', 'neimenggu-2020', 'dongguan-2017']

describe('template, filled in, read again', () => {
  it.each(SCHEMES)('%s', async (name) => {
    const { scheme } = readScheme(readFileSync(new URL(`${name}/scheme.yaml`, root), 'utf8'), {
      file: name,
    })
    if (scheme === undefined) throw new Error(name)
    const json = datasetOf(
      readFacts(
        [{ path: 'year.json', bytes: readFileSync(new URL(`${name}/facts/year.json`, root)) }],
        scheme,
      ),
    )
    const bytes = await template(scheme, { filled: json })
    const result = readFacts([{ path: '填报.xlsx', bytes }], scheme)
    expect(result.diagnostics).toEqual([])
    expect(essence(datasetOf(result))).toEqual(essence(json))
  })

  it('of every type of fact', async () => {
    const first = datasetOf(
      readBook(
        book(
          sheet('全年数据', [YEAR_HEAD, YEAR_ROW, ['t02', null, '100/3%', null, '不适用']]),
          sheet('志愿服务活动', [EVENT_HEAD, EVENT_ROW]),
          sheet('参学率', [
            ['单位', '1月'],
            ['t01', '87.5%'],
          ]),
          sheet('打分', [
            ['单位', '述职'],
            ['t01', 9],
          ]),
        ),
      ),
    )
    const result = readBook(await template(demo, { filled: first }))
    expect(essence(datasetOf(result))).toEqual(essence(first))
  })

  it('an empty template gives the units and nothing else', async () => {
    const { units } = datasetOf(readBook(book()))
    const dataset = datasetOf(readBook(await template(demo, { units })))
    expect(dataset.units.map((u) => u.id)).toEqual(units.map((u) => u.id))
    expect(dataset.facts.length + dataset.events.length).toBe(0)
  })
})

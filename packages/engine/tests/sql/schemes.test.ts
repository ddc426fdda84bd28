import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readFacts } from '@kaohe/intake'
import { readSchemeFolder } from '@kaohe/scheme'
import { compile, evaluate } from '../../src/index.ts'
import { disagreements } from './agree.ts'
import { type Database, openDuckdb, openPostgres } from './databases.ts'

const SCHEMES = join(import.meta.dirname, '..', '..', '..', '..', 'schemes')

function evaluated(id: string) {
  const text = (file: string) => ({
    path: `${id}/${file}`,
    text: readFileSync(join(SCHEMES, id, file), 'utf8'),
  })
  const { scheme } = readSchemeFolder([text('scheme.yaml'), text('readings.yaml')])
  if (scheme === undefined) throw new Error(`${id} cannot be read`)
  const bytes = readFileSync(join(SCHEMES, id, 'facts', 'year.json'))
  const { dataset } = readFacts([{ path: 'year.json', bytes }], scheme)
  if (dataset === undefined) throw new Error(`${id}: facts cannot be read`)
  return evaluate(compile(scheme), dataset)
}

describe.each([
  ['DuckDB', openDuckdb],
  ['PostgreSQL', openPostgres],
] as const)('%s', (_, open) => {
  let database: Database
  beforeAll(async () => {
    database = await open()
  })
  afterAll(() => database.close())

  it.each(['neimenggu-2020', 'dongguan-2017', 'ganzhou-2023', 'guiyang-2021'])(
    'gives the points of %s as the exact evaluator does',
    async (id) => {
      const evaluation = evaluated(id)
      const { found, compared, units, refused } = await disagreements(evaluation, database)
      expect(found).toEqual([])
      expect(units).toBe(evaluation.readings.length)
      expect(refused).toEqual([])
      expect(compared).toBeGreaterThan(units * 5)
    },
    60_000,
  )
})
